import { sqlMigration } from './migration.js';

/** Calendars and limits as product data: drafts, who published what, and the recomputation a new year starts. */
const up = `
alter table calendar add column published_by uuid references account (id);
alter table calendar add column note text not null default '';
alter table limits add column published_by uuid references account (id);
alter table limits add column note text not null default '';

create table calendar_draft (
  calendar_id text primary key check (calendar_id ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  version integer not null default 1,
  based_on integer,
  plan jsonb not null,
  changed_by uuid not null references account (id),
  changed_at timestamptz not null
);

create table limits_draft (
  "only" boolean primary key default true check ("only"),
  version integer not null default 1,
  based_on integer not null references limits (version),
  body jsonb not null,
  changed_by uuid not null references account (id),
  changed_at timestamptz not null
);

create table recomputation (
  id uuid primary key,
  calendar_id text not null,
  calendar_version integer not null,
  started_at timestamptz not null,
  total integer,
  done integer not null default 0,
  moved integer not null default 0,
  confirmed integer not null default 0,
  up_to uuid,
  finished_at timestamptz,
  foreign key (calendar_id, calendar_version) references calendar (id, version)
);
create index recomputation_calendar on recomputation (calendar_id, started_at desc);

-- A version number means nothing without its calendar: a unit may be given another one while its old clocks run on.
-- Null, on rows from before, stands for the calendar of the clock's unit.
alter table clock add column calendar_id text;
update clock c set calendar_id = u.calendar_id from unit u
  where u.id = c.unit_id and c.provisional and c.stopped_at is null;
create index clock_provisional_order on clock (id) where provisional and stopped_at is null;
create index unit_calendar on unit (calendar_id);

grant select, insert, update, delete on calendar_draft, limits_draft to hotline_app;
grant select, insert, update on recomputation to hotline_app;
revoke update on calendar, limits from hotline_app;
`;

const down = `
grant update on calendar, limits to hotline_app;
drop index unit_calendar, clock_provisional_order;
alter table clock drop column calendar_id;
drop table recomputation, limits_draft, calendar_draft;
alter table limits drop column published_by, drop column note;
alter table calendar drop column published_by, drop column note;
`;

export const Calendars0008 = sqlMigration('Calendars1764000000008', up, down);

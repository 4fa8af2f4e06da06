import { sqlMigration } from './migration.js';

/**
 * Rates of calls. A formula is a version that nobody changes: each day is counted by the one of its own day. Calls are
 * counted in 接通率 from the moment a switchboard carries the calls of a unit; contacts logged by hand before it stay.
 */
const up = `
create table call_formula (
  kind text not null check (kind in ('connection_rate', 'service_level', 'abandonment')),
  -- one number over all units, so that kind and version name one formula; 1 is what the product ships
  version integer not null check (version > 1),
  unit_id uuid not null references unit (id),
  valid_from date not null,
  -- [{part, sign}]
  numerator jsonb not null,
  denominator jsonb not null,
  seconds integer check (seconds between 1 and 600),
  short_abandon_s integer not null check (short_abandon_s between 0 and 15),
  -- counts days that were over when it was added
  backwards boolean not null,
  reason text not null,
  created_by uuid not null references account (id),
  created_at timestamptz not null,
  primary key (kind, version)
);
create index call_formula_unit on call_formula (unit_id, kind, valid_from);
grant select, insert on call_formula to hotline_app;

-- calls whose facts wait to be counted anew. A row for each change: whoever writes a call never waits for whoever counts it.
create table uncounted_call (
  seq bigint generated always as identity primary key,
  call_id uuid not null
);
grant select, insert, delete on uncounted_call to hotline_app;

-- since when the telephone, and not what agents logged by hand, makes the connection rate of a unit
create table call_counting (
  unit_id uuid primary key references unit (id),
  since timestamptz not null
);
grant select, insert, update, delete on call_counting to hotline_app;

-- of a call from the telephone: in or out of the time of the service level, or beside it; null for everything else
alter table metric_fact add column call_pace text check (call_pace in ('in-time', 'late', 'none'));

-- however a call comes to be changed (a batch, a log read later, a watchdog, a rebuild), it is counted again
create function call_changed() returns trigger language plpgsql as $$ begin
  insert into uncounted_call (call_id) select id from changed where outcome <> 'open';
  return null;
end $$;
create function call_gone() returns trigger language plpgsql as $$ begin
  insert into uncounted_call (call_id) select id from gone;
  return null;
end $$;
create function call_visit_changed() returns trigger language plpgsql as $$ begin
  insert into uncounted_call (call_id) select distinct call_id from changed where call_id is not null and outcome <> 'open';
  return null;
end $$;
create trigger call_added after insert on call referencing new table as changed
  for each statement execute function call_changed();
create trigger call_updated after update on call referencing new table as changed
  for each statement execute function call_changed();
create trigger call_removed after delete on call referencing old table as gone
  for each statement execute function call_gone();
create trigger call_visit_added after insert on call_visit referencing new table as changed
  for each statement execute function call_visit_changed();
create trigger call_visit_updated after update on call_visit referencing new table as changed
  for each statement execute function call_visit_changed();
insert into uncounted_call (call_id) select id from call where outcome <> 'open';
`;

const down = `
drop trigger call_added on call;
drop trigger call_updated on call;
drop trigger call_removed on call;
drop trigger call_visit_added on call_visit;
drop trigger call_visit_updated on call_visit;
drop function call_changed();
drop function call_gone();
drop function call_visit_changed();
-- contacts logged by hand are all that is left to count
delete from metric_daily where metric = 'connection';
delete from metric_fact where metric = 'connection';
insert into unfolded_event (event_id, at) select id, at from event where kind = 'contact-logged' on conflict do nothing;
alter table metric_fact drop column call_pace;
drop table call_counting, uncounted_call, call_formula;
`;

export const CallFigures0052 = sqlMigration('CallFigures1764000000052', up, down);

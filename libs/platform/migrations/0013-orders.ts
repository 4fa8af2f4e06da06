import { sqlMigration } from './migration.js';

const OF_TICKET = [
  'ticket_order',
  'ladder_run',
  'ladder_step',
  'emergency',
  'leader_receipt',
  'specialist_transfer',
  'note',
  'note_mention',
];

/** Orders of superiors, the automatic ladder, the urgent path with its duty rosters, and internal notes. */
const up = `
create table ticket_order (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  hop_id uuid not null references hop (id),
  kind text not null check (kind in ('urge', 'supervise', 'raise')),
  source text not null check (source in ('person', 'worker', 'ladder')),
  from_unit_id uuid not null references unit (id),
  to_unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  at timestamptz not null,
  text text not null,
  due_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references account (id),
  answer text,
  ended_at timestamptz,
  ended_by uuid references account (id),
  end_reason text,
  check ((kind = 'supervise') = (due_at is not null)),
  check ((answered_at is null) = (answer is null)),
  check ((ended_at is null) = (end_reason is null))
);
-- ids are made in the order of time: one of them is the cursor of a list, newest first
create index ticket_order_ticket on ticket_order (ticket_id);
create index ticket_order_received on ticket_order (to_unit_id, id);
create index ticket_order_given on ticket_order (from_unit_id, id);
create index ticket_order_received_open on ticket_order (to_unit_id, id) where answered_at is null and ended_at is null;
create index ticket_order_given_open on ticket_order (from_unit_id, id) where answered_at is null and ended_at is null;

create table ladder_setting (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  level text not null check (level in ('national', 'province', 'city', 'county', 'township', 'enterprise')),
  version integer not null,
  effective_from date not null,
  steps jsonb not null,
  at timestamptz not null,
  account_id uuid references account (id),
  unique (unit_id, level, version)
);

-- one stage of one custody: the unit that is late with it
create table ladder_run (
  hop_id uuid not null references hop (id),
  unit_id uuid not null references unit (id),
  ticket_id uuid not null references ticket (id),
  next_at timestamptz,
  taken_over_at timestamptz,
  taken_over_by uuid references account (id),
  reason text,
  primary key (hop_id, unit_id)
);
create index ladder_run_due on ladder_run (next_at) where next_at is not null;
create index ladder_run_ticket on ladder_run (ticket_id);

-- each step once a stage, whoever did it
create table ladder_step (
  hop_id uuid not null references hop (id),
  unit_id uuid not null references unit (id),
  step text not null check (step in ('yellow', 'urge', 'red', 'supervise', 'raise')),
  ticket_id uuid not null references ticket (id),
  at timestamptz not null,
  outcome text not null check (outcome in ('done', 'skipped', 'by-person')),
  reason text,
  order_id uuid references ticket_order (id),
  primary key (hop_id, unit_id, step)
);
create index ladder_step_ticket on ladder_step (ticket_id);

alter table clock add column laddered_at timestamptz;
create index clock_ladder on clock (yellow_at, id)
  where stopped_at is null and laddered_at is null and kind in ('dispatch', 'sign', 'handle', 'review');

-- a clock that passes to another unit or custody, runs again or is due earlier is a new thing to the ladder
create function clock_new_to_ladder() returns trigger language plpgsql as
  $$ begin new.laddered_at := null; return new; end $$;
create trigger clock_new_to_ladder before update on clock for each row
  when (old.laddered_at is not null and (old.unit_id is distinct from new.unit_id or old.hop_id is distinct from new.hop_id
    or new.yellow_at < old.yellow_at or (old.stopped_at is not null and new.stopped_at is null)))
  execute function clock_new_to_ladder();

create table emergency (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  service text not null check (service in ('110', '120', '119', 'other')),
  called_at timestamptz,
  reference text,
  said text,
  not_called_reason text,
  account_id uuid references account (id),
  at timestamptz not null,
  check ((called_at is null) <> (not_called_reason is null))
);
create index emergency_ticket on emergency (ticket_id);

create table duty_roster (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  account_id uuid not null references account (id),
  phone_sealed bytea,
  phone_masked text,
  rank text not null check (rank in ('first', 'second')),
  from_day date not null,
  to_day date,
  weekdays integer[] not null,
  day_kind text not null check (day_kind in ('any', 'workday', 'day-off')),
  from_time text not null check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text not null check (to_time ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  at timestamptz not null,
  added_by uuid references account (id),
  removed_at timestamptz,
  removed_by uuid references account (id),
  check (to_day is null or to_day >= from_day)
);
create index duty_roster_unit on duty_roster (unit_id, id) where removed_at is null;

-- the duty leader told of an urgent ticket; each person once a ticket
create table leader_receipt (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  rank text check (rank in ('first', 'second')),
  told_at timestamptz not null,
  due_at timestamptz not null,
  read_at timestamptz,
  read_by uuid references account (id),
  passed_on_at timestamptz,
  unique nulls not distinct (ticket_id, unit_id, account_id)
);
create index leader_receipt_due on leader_receipt (due_at) where read_at is null and passed_on_at is null;

create table specialist_transfer (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  kind text not null check (kind in ('psychological', 'legal')),
  reason text not null,
  seat text,
  outcome text,
  unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  at timestamptz not null
);
create index specialist_transfer_ticket on specialist_transfer (ticket_id);

create table note (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  unit_id uuid not null references unit (id),
  account_id uuid not null references account (id),
  at timestamptz not null,
  text text not null,
  visible text not null check (visible in ('unit', 'chain', 'all')),
  corrects_id uuid references note (id)
);
create index note_ticket on note (ticket_id, id);

create table note_mention (
  note_id uuid not null references note (id),
  unit_id uuid not null references unit (id),
  role text not null check (role in ('agent', 'dispatcher', 'handler', 'supervisor', 'any')),
  ticket_id uuid not null references ticket (id),
  read_at timestamptz,
  read_by uuid references account (id),
  primary key (note_id, unit_id, role)
);
create index note_mention_ticket on note_mention (ticket_id, unit_id) where read_at is null;

-- the words of the purposes are the product's, not the database's
alter table draft drop constraint if exists draft_purpose_check;
alter table draft add constraint draft_purpose_check check (purpose ~ '^[a-z][a-z-]{1,30}$');

grant select, insert, update on ticket_order, ladder_run, duty_roster, leader_receipt, note_mention to hotline_app;
grant select, insert on ladder_setting, ladder_step, emergency, specialist_transfer, note to hotline_app;
${OF_TICKET.map(
  (table) => `alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_seen on ${table} using (exists (select 1 from ticket t where t.id = ${table}.ticket_id offset 0))
  with check (app_scope() is not null);`,
).join('\n')}
`;

const down = `
drop table note_mention, note, specialist_transfer, leader_receipt, duty_roster, emergency, ladder_step, ladder_run,
  ladder_setting, ticket_order;
delete from clock where kind in ('order', 'receipt');
drop trigger clock_new_to_ladder on clock;
drop function clock_new_to_ladder();
drop index clock_ladder;
alter table clock drop column laddered_at;
delete from draft where purpose not in ('contact', 'report', 'review', 'call-back');
alter table draft drop constraint draft_purpose_check;
alter table draft add constraint draft_purpose_check check (purpose in ('contact', 'report', 'review', 'call-back'));
`;

export const Orders0013 = sqlMigration('Orders1764000000013', up, down);

import { NO_NOTES, NOTES } from './0053-notes.js';
import { sqlMigration } from './migration.js';

const QUEUE_SUMS = [
  'arrived',
  'left_ivr',
  'closed',
  'asked',
  'entered',
  'answered',
  'abandoned',
  'limits',
  'keys',
  'refused_full',
  'refused_empty',
  'left_empty',
  'withdrawn',
  'unknown',
  'unassigned',
  'waited',
  'wait_us',
  'talked',
  'talk_us',
  'held',
  'hold_us',
  'wrapped',
  'wrap_us',
  'rung_out',
  'rejected',
  'ring_cancelled',
  'transferred',
];
const AGENT_SUMS = [
  'answered',
  'waited',
  'wait_us',
  'talked',
  'talk_us',
  'held',
  'hold_us',
  'wrapped',
  'wrap_us',
  'rung_out',
  'rejected',
  'ring_cancelled',
  'transferred',
  'dialled',
  'reached',
  'signed_us',
  'idle_us',
  'ringing_us',
  'talking_us',
  'holding_us',
  'wrapping_us',
  'break_us',
  'training_us',
  'outbound_us',
  'other_us',
  'rostered_us',
  'adhered_us',
];
const sums = (names: readonly string[]): string =>
  names.map((name) => `${name} bigint not null default 0`).join(',\n  ');

/**
 * Calls and agents by the quarter of an hour, and who is to be there when. Sums only (counts and microseconds), so that
 * hours, days, months and subtrees add up. Whoever changes a row that is summed leaves a note of the interval in
 * interval_due, whatever the way it was changed, and the interval is counted again from the rows.
 */
const up = `
create table queue_interval (
  grain text not null check (grain in ('quarter', 'day', 'month')),
  -- its beginning; days and months begin at midnight in Asia/Shanghai
  at timestamptz not null,
  source_id uuid not null references telephony_source (id),
  -- '' for calls that came to no queue
  queue text collate "C" not null,
  unit_path text collate "C" not null,
  ${sums(QUEUE_SUMS)},
  -- how many waits were of at most n half steps: element 2s + 1 counts those of up to s whole seconds, 2s + 2 those under s + 1
  answered_waits integer[] not null default '{}',
  abandoned_waits integer[] not null default '{}',
  primary key (grain, at, source_id, queue)
);
create index queue_interval_path on queue_interval (unit_path, grain, at);

create table agent_interval (
  grain text not null check (grain in ('quarter', 'day', 'month')),
  at timestamptz not null,
  account_id uuid not null references account (id),
  unit_path text collate "C" not null,
  ${sums(AGENT_SUMS)},
  primary key (grain, at, account_id)
);
create index agent_interval_account on agent_interval (account_id, grain, at);
create index agent_interval_path on agent_interval (unit_path, grain, at);

-- intervals whose rows have changed. A row for each change: whoever writes a call never waits for whoever counts it.
create table interval_due (
  seq bigint generated always as identity primary key,
  source_id uuid,
  queue text,
  account_id uuid,
  from_at timestamptz not null,
  -- null: one moment
  to_at timestamptz
);
-- how far the time of people who are still in some state has been counted
create table interval_mark (
  id boolean primary key default true check (id),
  running_until timestamptz not null,
  counted_at timestamptz not null
);

-- when somebody is to be at the line; never over another of the same person
create table shift (
  id uuid primary key,
  account_id uuid not null references account (id),
  unit_id uuid not null references unit (id),
  unit_path text collate "C" not null,
  -- the day in Asia/Shanghai on which it begins
  day date not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  added_at timestamptz not null,
  added_by uuid not null references account (id),
  check (to_at > from_at and to_at <= from_at + interval '16 hours')
);
create index shift_unit on shift (unit_id, day);
create index shift_path on shift (unit_path, from_at);
create index shift_account on shift (account_id, from_at);

-- one saved state of a week after the other: If-Match
create table shift_week (
  unit_id uuid not null references unit (id),
  monday date not null check (extract(isodow from monday) = 1),
  version integer not null check (version > 0),
  changed_at timestamptz not null,
  changed_by uuid not null references account (id),
  primary key (unit_id, monday)
);

-- the newest version of the nearest unit above is in force
create table staffing_setting (
  unit_id uuid not null references unit (id),
  version integer not null check (version > 0),
  target_percent integer not null check (target_percent between 1 and 99),
  within_seconds integer not null check (within_seconds between 1 and 600),
  shrinkage_percent integer not null check (shrinkage_percent between 0 and 80),
  weeks integer not null check (weeks between 1 and 26),
  least_agents integer not null check (least_agents between 0 and 100),
  created_by uuid not null references account (id),
  created_at timestamptz not null,
  primary key (unit_id, version)
);

create index call_account on call (account_id, arrived_at) where account_id is not null;
create index call_source on call (source_id, arrived_at);
create index call_visit_time on call_visit (counted_at desc, id desc);
create index agent_segment_ended on agent_segment (account_id, to_at) where account_id is not null;

${NOTES}

grant select, insert, update, delete on queue_interval, agent_interval, interval_mark to hotline_app;
grant select, insert, delete on interval_due, shift to hotline_app;
grant update (unit_path) on shift to hotline_app;
grant select, insert, update on shift_week to hotline_app;
grant select, insert on staffing_setting to hotline_app;

${['queue_interval', 'agent_interval', 'shift']
  .map(
    (table) => `alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_seen on ${table} using (unit_path ^@ any ((select app_scope())::text[])) with check (app_scope() is not null);`,
  )
  .join('\n')}
`;

const down = `
${NO_NOTES}
drop index call_account, call_source, call_visit_time, agent_segment_ended;
drop table staffing_setting, shift_week, shift, interval_mark, interval_due, agent_interval, queue_interval;
`;

export const Workforce0053 = sqlMigration('Workforce1764000000053', up, down);

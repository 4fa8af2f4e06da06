import { sqlMigration } from './migration.js';

const up = `
create table outbox (
  id uuid primary key,
  queue text not null,
  name text not null,
  payload jsonb not null,
  priority smallint not null default 10,
  created_at timestamptz not null,
  dispatched_at timestamptz,
  done_at timestamptz
);
create index outbox_waiting on outbox (priority, created_at) where dispatched_at is null;
create index outbox_unfinished on outbox (dispatched_at) where dispatched_at is not null and done_at is null;

create table dead_letter (
  id uuid primary key,
  outbox_id uuid not null unique references outbox (id),
  queue text not null,
  name text not null,
  ticket_id uuid,
  attempts integer not null,
  error text not null,
  failed_at timestamptz not null,
  redriven_at timestamptz,
  redriven_by uuid references account (id)
);
create index dead_letter_open on dead_letter (failed_at desc) where redriven_at is null;

-- answers to creating calls, kept so that a retry with the same key gets the same resource
create table idempotency (
  account_id uuid not null references account (id),
  key text not null,
  body_hash bytea not null,
  resource_id uuid not null,
  created_at timestamptz not null,
  primary key (account_id, key)
);
create index idempotency_age on idempotency (created_at);

create table metric_fact (
  metric text not null,
  subject_id uuid not null,
  unit_id uuid not null references unit (id),
  unit_path text collate "C" not null,
  day date not null,
  at timestamptz not null,
  counted boolean not null,
  hit boolean not null,
  excluded text,
  ticket_id uuid,
  contact_id uuid,
  closed_at timestamptz,
  amount integer,
  primary key (metric, subject_id)
);
create index metric_fact_rows on metric_fact (metric, at desc, subject_id desc);
create index metric_fact_unit on metric_fact (metric, unit_path, at desc, subject_id desc);
create index metric_fact_missed on metric_fact (metric, at desc, subject_id desc) where counted and not hit;
create index metric_fact_excluded on metric_fact (metric, at desc, subject_id desc) where not counted;

-- a day of a unit and everything below it; bins: hour of the call, or tenths of working days, to [hits, others]
create table metric_daily (
  metric text not null,
  day date not null,
  unit_id uuid not null references unit (id),
  unit_path text collate "C" not null,
  denominator integer not null,
  numerator integer not null,
  excluded jsonb not null default '{}',
  bins jsonb not null default '{}',
  primary key (metric, day, unit_id)
);
create index metric_daily_unit on metric_daily (metric, unit_path, day);

-- what the day said when it was frozen; later changes of metric_daily show as restatements
create table metric_snapshot (
  metric text not null,
  day date not null,
  unit_id uuid not null references unit (id),
  unit_path text collate "C" not null,
  denominator integer not null,
  numerator integer not null,
  excluded jsonb not null,
  frozen_at timestamptz not null,
  primary key (metric, day, unit_id)
);

create function ensure_event_partitions(first_month date, months integer) returns void
language plpgsql security definer set search_path = public as $$
declare
  month date;
begin
  for month in select (first_month + make_interval(months => n))::date from generate_series(0, months - 1) n loop
    execute format(
      'create table if not exists %I partition of event for values from (%L) to (%L)',
      'event_' || to_char(month, 'YYYY_MM'),
      month::timestamp at time zone 'Asia/Shanghai',
      (month + interval '1 month')::timestamp at time zone 'Asia/Shanghai');
  end loop;
end $$;
select ensure_event_partitions((date_trunc('month', now()) - interval '6 months')::date, 18);
`;

const down = `
drop function ensure_event_partitions(date, integer);
drop table metric_snapshot, metric_daily, metric_fact, idempotency, dead_letter, outbox;
`;

export const Platform0004 = sqlMigration('Platform1764000000004', up, down);

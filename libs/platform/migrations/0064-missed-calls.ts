import { sqlMigration } from './migration.js';

/**
 * Missed calls (漏接). A duty to call back is one for each number and unit while it is open, however often the number has
 * tried; each try is a row. A number that was withheld is counted and owes nothing: nobody can call it back. Numbers
 * stay sealed with their calls: a duty knows the hash and shows the mask.
 */
const up = `
create table missed_call (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  unit_path text collate "C" not null,
  caller_hash bytea not null,
  caller_masked text,
  -- the newest try: its number is dialled
  call_id uuid not null references call (id),
  first_at timestamptz not null,
  last_at timestamptz not null,
  tries integer not null check (tries >= 0),
  -- of the newest try
  reason text not null check (reason in ('abandoned', 'limit', 'full', 'empty', 'out-of-hours', 'left-ivr', 'call-back')),
  -- asked to be called back, at any of the tries
  wanted boolean not null,
  due_at timestamptz not null,
  taken_by uuid references account (id),
  taken_at timestamptz,
  attempts integer not null default 0,
  closed_at timestamptz,
  closed_by uuid references account (id),
  result text check (result in ('reached', 'not-reached', 'not-needed', 'got-through')),
  note text,
  -- the later call by which the number got through
  through_call_id uuid references call (id),
  version integer not null default 1,
  check ((closed_at is null) = (result is null))
);
create unique index missed_call_open on missed_call (unit_id, caller_hash) where closed_at is null;
create index missed_call_due on missed_call (unit_path, due_at, id) where closed_at is null;
create index missed_call_closed on missed_call (unit_path, closed_at desc, id desc) where closed_at is not null;
create index missed_call_first on missed_call (unit_path, first_at);
create index missed_call_number on missed_call (caller_hash, unit_id);

create table missed_try (
  call_id uuid primary key references call (id),
  -- null: the number was withheld
  missed_id uuid references missed_call (id),
  unit_id uuid not null references unit (id),
  unit_path text collate "C" not null,
  at timestamptz not null,
  reason text not null
);
create index missed_try_duty on missed_try (missed_id, at) where missed_id is not null;
create index missed_try_at on missed_try (unit_path, at);

create table missed_attempt (
  id uuid primary key,
  missed_id uuid not null references missed_call (id),
  account_id uuid not null references account (id),
  at timestamptz not null,
  outcome text not null check (outcome in ('reached', 'not-reached', 'not-needed')),
  note text
);
create index missed_attempt_duty on missed_attempt (missed_id, at);

-- a row is a change: the newest of a unit is in force; a unit without one does as the next above
create table missed_call_setting (
  unit_id uuid not null references unit (id),
  version integer not null,
  limit_amount integer not null check (limit_amount between 1 and 1000),
  limit_unit text not null check (limit_unit in ('minutes', 'hours', 'working-minutes', 'working-hours', 'working-days')),
  -- calls that reach nobody, until the duty is done
  attempts integer not null check (attempts between 1 and 10),
  changed_by uuid not null references account (id),
  changed_at timestamptz not null,
  primary key (unit_id, version)
);

create table unjudged_call (
  seq bigint generated always as identity primary key,
  call_id uuid not null
);

grant select, insert, update on missed_call to hotline_app;
grant select, insert, update, delete on missed_try to hotline_app;
grant select, insert on missed_attempt, missed_call_setting to hotline_app;
grant select, insert, delete on unjudged_call to hotline_app;

${['missed_call', 'missed_try']
  .map(
    (table) => `alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_seen on ${table} using (unit_path ^@ any ((select app_scope())::text[])) with check (app_scope() is not null);`,
  )
  .join('\n')}

-- whoever changes a call, it is both counted and judged again
create or replace function call_changed() returns trigger language plpgsql as $$ begin
  insert into uncounted_call (call_id) select id from changed where outcome <> 'open';
  insert into unjudged_call (call_id) select id from changed where outcome <> 'open' and direction = 'in';
  return null;
end $$;
create or replace function call_visit_changed() returns trigger language plpgsql as $$ begin
  insert into uncounted_call (call_id) select distinct call_id from changed where call_id is not null and outcome <> 'open';
  insert into unjudged_call (call_id) select distinct call_id from changed where call_id is not null and outcome <> 'open';
  return null;
end $$;
-- what was missed before there was a list is nobody's duty any more, but for the last day's
insert into unjudged_call (call_id) select id from call where outcome <> 'open' and direction = 'in'
  and arrived_at > now() - interval '1 day';
`;

const down = `
create or replace function call_changed() returns trigger language plpgsql as $$ begin
  insert into uncounted_call (call_id) select id from changed where outcome <> 'open';
  return null;
end $$;
create or replace function call_visit_changed() returns trigger language plpgsql as $$ begin
  insert into uncounted_call (call_id) select distinct call_id from changed where call_id is not null and outcome <> 'open';
  return null;
end $$;
drop table unjudged_call, missed_call_setting, missed_attempt, missed_try, missed_call;
`;

export const MissedCalls0064 = sqlMigration('MissedCalls1764000000064', up, down);

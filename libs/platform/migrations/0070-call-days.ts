import { sqlMigration } from './migration.js';

/** What changes of a call or a stay matter to how it is counted; a path that is rewritten with the tree does not. */
const FACTS = {
  call: ['source_id', 'direction', 'arrived_at', 'asked', 'outcome'],
  call_visit: [
    'call_id',
    'source_id',
    'visit_key',
    'queue',
    'counted_at',
    'requested_at',
    'joined_at',
    'last_seen_at',
    'entered',
    'outcome',
    'wait_us',
    'provisional',
  ],
};
type Counted = keyof typeof FACTS;

const of = (alias: string, table: Counted): string =>
  `(${FACTS[table].map((column) => `${alias}.${column}`).join(', ')})`;
const AT = { call: 'arrived_at', call_visit: 'counted_at' };
const CALL = { call: 'id', call_visit: 'call_id' };

/** @param rows what was changed, as rows `t` of the table before and after */
const noted = (table: Counted, verb: string, rows: string): string => `
create function ${table}_${verb}_days() returns trigger language plpgsql as $$ begin
  insert into call_day_due (source_id, day) select distinct t.source_id, shanghai_day(t.${AT[table]})
  from (${rows}) t where t.${AT[table]} < uncounted_since();
  perform note_days_of(array(select distinct t.${CALL[table]} from (${rows}) t where t.${CALL[table]} is not null));
  return null;
end $$;`;

const followed = (table: Counted): string => `
${noted(table, 'added', 'select * from changed')}
${noted(
  table,
  'moved',
  `select o.* from gone o join changed n on n.id = o.id where ${of('o', table)} is distinct from ${of('n', table)}
   union all select n.* from gone o join changed n on n.id = o.id where ${of('o', table)} is distinct from ${of('n', table)}`,
)}
${noted(table, 'gone', 'select * from gone')}
create trigger ${table}_added_days after insert on ${table} referencing new table as changed
  for each statement execute function ${table}_added_days();
create trigger ${table}_moved_days after update on ${table} referencing old table as gone new table as changed
  for each statement execute function ${table}_moved_days();
create trigger ${table}_gone_days after delete on ${table} referencing old table as gone
  for each statement execute function ${table}_gone_days();`;

/**
 * How the calls and stays of days that are over ended, so that a rate of a quarter of a year need not count them one by
 * one. A day with a note is counted from the rows until it has been tallied again: no figure is ever behind its rows.
 */
const up = `
create function shanghai_day(at timestamptz) returns date language sql immutable parallel safe as
$$ select (at at time zone 'Asia/Shanghai')::date $$;

-- a day is tallied two hours after its end at the earliest; changes are noted from one hour after it: in between no
-- transaction lasts
create function uncounted_since() returns timestamptz language sql volatile as
$$ select date_trunc('day', clock_timestamp() - interval '1 hour', 'Asia/Shanghai') $$;

-- days of lines that are tallied
create table call_day (
  source_id uuid not null references telephony_source (id),
  day date not null,
  tallied_at timestamptz not null,
  primary key (source_id, day)
);
-- days whose rows have changed since. A row for each change: whoever writes a call never waits for whoever counts it.
create table call_day_due (
  seq bigint generated always as identity primary key,
  source_id uuid not null,
  day date not null
);
create index call_day_due_day on call_day_due (source_id, day);

create table call_tally (
  source_id uuid not null references telephony_source (id),
  day date not null,
  per text not null check (per in ('calls', 'visits')),
  unit_path text collate "C" not null,
  -- of visits; '' for whole calls and for calls that came to no queue
  queue text collate "C" not null,
  ended text not null,
  entered boolean not null,
  asked boolean not null,
  -- day of the stay before it of the same call: it has arrived in a period that begins later; -infinity: it is the first
  after date not null,
  -- the same among stays in the same queue
  after_here date not null,
  subjects integer not null,
  provisional integer not null,
  -- of answered and abandoned ones, as in queue_interval: how many waits were of at most n half steps
  waits integer[] not null,
  primary key (source_id, day, per, queue, ended, entered, asked, after, after_here, unit_path)
);
create index call_tally_path on call_tally (unit_path, day);

-- of several stays of a call each changes with the others, and the call with each
create function note_days_of(calls uuid[]) returns void language sql as $$
  insert into call_day_due (source_id, day)
  select source_id, shanghai_day(arrived_at) from call where id = any (calls) and arrived_at < uncounted_since()
  union select source_id, shanghai_day(counted_at) from call_visit
  where call_id = any (calls) and counted_at < uncounted_since()
$$;
${(['call', 'call_visit'] as const).map(followed).join('\n')}

grant select, insert, update, delete on call_day, call_tally to hotline_app;
grant select, insert, delete on call_day_due to hotline_app;
alter table call_tally enable row level security;
alter table call_tally force row level security;
create policy call_tally_seen on call_tally using (unit_path ^@ any ((select app_scope())::text[])) with check (app_scope() is not null);
`;

const down = `
${(['call', 'call_visit'] as const)
  .flatMap((table) =>
    ['added', 'moved', 'gone'].map(
      (verb) => `drop trigger ${table}_${verb}_days on ${table};
drop function ${table}_${verb}_days();`,
    ),
  )
  .join('\n')}
drop function note_days_of(uuid[]);
drop table call_tally, call_day_due, call_day;
drop function uncounted_since(), shanghai_day(timestamptz);
`;

export const CallDays0070 = sqlMigration('CallDays1764000000070', up, down);

import { sqlMigration } from './migration.js';

/** As in 0070: what changes of a call or a stay matters to how it is counted. */
const DAY_FACTS = {
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
/** As in 0053: what changes of them matters to a sum. */
const SUM_FACTS = {
  call: ['source_id', 'direction', 'arrived_at', 'outcome', 'account_id', 'answered_at'],
  call_visit: [
    'call_id',
    'source_id',
    'visit_key',
    'queue',
    'counted_at',
    'entered',
    'outcome',
    'account_id',
    'answered_at',
    'wait_us',
    'talk_us',
    'hold_us',
    'holds',
    'end_known',
    'transfer',
  ],
};

/** Rows of a table before and after a statement where these columns differ. */
const differing = (columns: readonly string[], kept: Readonly<Record<string, string>>): string => `
    select ${Object.entries(kept)
      .map(([name, column]) => `o.${column} as was_${name}, n.${column} as ${name}`)
      .join(', ')}${columns.includes('visit_key') ? ELSEWHERE : ''}
    from gone o join changed n on n.id = o.id
    where (${columns.map((column) => `o.${column}`).join(', ')})
      is distinct from (${columns.map((column) => `n.${column}`).join(', ')})`;
const ELSEWHERE = `,
      (o.call_id, o.counted_at, o.visit_key) is distinct from (n.call_id, n.counted_at, n.visit_key) as elsewhere`;

const CALL = { source: 'source_id', at: 'arrived_at', account: 'account_id', call: 'id' };
const VISIT = {
  source: 'source_id',
  queue: 'queue',
  at: 'counted_at',
  account: 'account_id',
  call: 'call_id',
};

/** After an insert that met rows which were there already, an update's triggers run too, and after one that met none. */
const BEGIN = 'if not exists (select 1 from changed) then return null; end if;';

const movedDays = (table: 'call' | 'call_visit'): string => `
create or replace function ${table}_moved_days() returns trigger language plpgsql set enable_nestloop = off as $$
declare
  since timestamptz := uncounted_since();
  moved uuid[];
begin
  ${BEGIN}
  with m as materialized (${differing(DAY_FACTS[table], table === 'call' ? CALL : VISIT)}),
  days as (
    insert into call_day_due (source_id, day)
    select was_source, shanghai_day(was_at) from m where was_at < since
    union select source, shanghai_day(at) from m where at < since)
  select array_agg(distinct c) into moved from m cross join lateral unnest(array[m.was_call, m.call]) as c where c is not null;
  perform note_days_of(moved);
  return null;
end $$;`;

/**
 * Notes of what is to be counted again, left with less work. To tell what a statement changed, the rows before and after it
 * are joined: once and by their hash, for a plan that was made for a few rows compares every row with every other in a batch
 * of thousands. The note is of the same intervals and days as before, each once a statement.
 */
const up = `
create or replace function note_days_of(calls uuid[]) returns void language plpgsql as $$
declare since timestamptz := uncounted_since();
begin
  if calls is null or cardinality(calls) = 0 then return; end if;
  insert into call_day_due (source_id, day)
  select source_id, shanghai_day(arrived_at) from call where id = any (calls) and arrived_at < since
  union select source_id, shanghai_day(counted_at) from call_visit where call_id = any (calls) and counted_at < since;
end $$;
${movedDays('call')}
${movedDays('call_visit')}

create or replace function note_visits_changed() returns trigger language plpgsql set enable_nestloop = off as $$
declare moved uuid[];
begin
  ${BEGIN}
  with m as materialized (${differing(SUM_FACTS.call_visit, VISIT)}),
  notes as (
    insert into interval_due (source_id, queue, account_id, from_at)
    select was_source, was_queue, was_account, was_at from m union select source, queue, account, at from m)
  select array_agg(distinct c) into moved from m cross join lateral unnest(array[m.was_call, m.call]) as c
  where m.elsewhere and c is not null;
  if moved is not null then perform note_calls(moved); end if;
  return null;
end $$;

create or replace function note_calls_changed() returns trigger language plpgsql set enable_nestloop = off as $$
begin
  ${BEGIN}
  with m as materialized (${differing(SUM_FACTS.call, CALL)})
  insert into interval_due (source_id, queue, account_id, from_at)
  select was_source, '', was_account, was_at from m union select source, '', account, at from m;
  return null;
end $$;
`;

/** The tables and what is noted are as they were. */
const down = 'select 1;';

export const LighterNotes0071 = sqlMigration('LighterNotes1764000000071', up, down);

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
const WAITS = ['answered_waits', 'abandoned_waits'];

interface Kept {
  /** `queue` or `agent`: sums of `queue_interval` are kept in `queue_subtree` */
  readonly name: string;
  readonly sums: readonly string[];
  readonly waits: readonly string[];
}
const KEPT: readonly Kept[] = [
  { name: 'queue', sums: QUEUE_SUMS, waits: WAITS },
  { name: 'agent', sums: AGENT_SUMS, waits: [] },
];

/** Rows of a table with their sign: what went is taken away. */
const SIGNED = {
  insert: 'select 1 as sign, c.* from changed c',
  update: 'select -1 as sign, g.* from gone g union all select 1, c.* from changed c',
  delete: 'select -1 as sign, g.* from gone g',
} as const;
const REFERENCES = {
  insert: 'new table as changed',
  update: 'old table as gone new table as changed',
  delete: 'old table as gone',
} as const;

/** How many waits of each step came or went, as the cumulative array that is added to the one on record. */
const waitsMoved = (column: string): string => `
  ${column}_moved as (
    select under, grain, at, waits_of(array_agg(step order by step), array_agg(n order by step)) as waits from (
      select p.under, p.grain, p.at, w.step::integer as step, sum(p.sign * (w.upto - w.before))::integer as n
      from placed p cross join lateral unnest(p.${column}, array_prepend(0, p.${column})) with ordinality as w(upto, before, step)
      where w.upto <> w.before group by 1, 2, 3, 4 having sum(p.sign * (w.upto - w.before)) <> 0) s
    group by 1, 2, 3)`;

/** Adds signed rows to the sums of their unit and of every unit above it. */
function added({ name, sums, waits }: Kept, signed: string): string {
  const columns = [...sums, ...waits];
  return `
  with placed as materialized (
    select u.under, m.* from (${signed}) m cross join lateral units_above(m.unit_path) as u(under)),
  moved as (
    select under, grain, at, ${sums.map((sum) => `sum(sign * ${sum})::bigint as ${sum}`).join(', ')}
    from placed group by 1, 2, 3)${waits.map((column) => `,${waitsMoved(column)}`).join('')}
  insert into ${name}_subtree as t (under, grain, at, ${columns.join(', ')})
  select m.under, m.grain, m.at, ${sums.map((sum) => `m.${sum}`).join(', ')}${waits
    .map((column) => `, coalesce(${column}_moved.waits, '{}')`)
    .join('')}
  from moved m ${waits.map((column) => `left join ${column}_moved using (under, grain, at)`).join(' ')}
  where ${[...sums.map((sum) => `m.${sum} <> 0`), ...waits.map((column) => `${column}_moved.waits is not null`)].join(' or ')}
  on conflict (under, grain, at) do update set ${[
    ...sums.map((sum) => `${sum} = t.${sum} + excluded.${sum}`),
    ...waits.map((column) => `${column} = waits_sum(t.${column}, excluded.${column})`),
  ].join(', ')}`;
}

/** What has become nothing goes. */
const emptied = ({ name, sums }: Kept): string => `
  delete from ${name}_subtree t
  using (select distinct u.under, g.grain, g.at from gone g cross join lateral units_above(g.unit_path) as u(under)) d
  where t.under = d.under and t.grain = d.grain and t.at = d.at and ${sums.map((sum) => `t.${sum} = 0`).join(' and ')}`;

const follower = (kept: Kept, verb: keyof typeof SIGNED): string => `
create function ${kept.name}_subtree_${verb}() returns trigger language plpgsql as $$ begin
  perform pg_advisory_xact_lock(hashtext('${kept.name}_subtree'));
  ${added(kept, SIGNED[verb])};
  ${verb === 'insert' ? '' : `${emptied(kept)};`}
  return null;
end $$;
create trigger ${kept.name}_interval_${verb}_subtree after ${verb} on ${kept.name}_interval
  referencing ${REFERENCES[verb]} for each statement execute function ${kept.name}_subtree_${verb}();`;

const table = ({ name, sums, waits }: Kept): string => `
create table ${name}_subtree (
  -- a unit: the sums are of its rows and of all below it. Spelt as the rows are and moved with them by the triggers.
  under text collate "C" not null,
  grain text not null check (grain in ('quarter', 'day', 'month')),
  at timestamptz not null,
  ${sums.map((sum) => `${sum} bigint not null default 0`).join(',\n  ')}${waits
    .map((column) => `,\n  ${column} integer[] not null default '{}'`)
    .join('')},
  primary key (under, grain, at)
);
grant select, insert, update, delete on ${name}_subtree to hotline_app;
alter table ${name}_subtree enable row level security;
alter table ${name}_subtree force row level security;
create policy ${name}_subtree_seen on ${name}_subtree using (under ^@ any ((select app_scope())::text[])) with check (app_scope() is not null);`;

/** What is on record already, a month at a time: all at once would not fit into memory. */
const filled = (kept: Kept): string => `
do $$ declare month timestamptz; begin
  for month in select distinct date_trunc('month', at, 'Asia/Shanghai') from ${kept.name}_interval loop
    ${added(
      kept,
      `select 1 as sign, i.* from ${kept.name}_interval i where i.grain in ('quarter', 'day', 'month') and i.at >= month
        and i.at < date_trunc('month', month + interval '40 days', 'Asia/Shanghai')`,
    )};
  end loop;
end $$;`;

/**
 * Sums of units by the quarter, day and month, so that a report of a nation reads as many rows as one of a county. They
 * follow the rows of queues and agents in the same transaction, whoever changes those: the sweep, a unit that moves.
 * Whoever writes rows of queues or agents at length takes the lock of their sums first, or two such wait for each other.
 */
const up = `
lock table queue_interval, agent_interval in share row exclusive mode;

-- 'cn/', 'cn/44/' and 'cn/44/4403/' of 'cn/44/4403/'
create function units_above(path text) returns setof text language sql immutable rows 4 as
$$ select left(path, n) from generate_series(1, length(path)) as n where substr(path, n, 1) = '/' $$;

-- steps (from 1, ascending) with their counts, as cumulative sums
create function waits_of(steps integer[], counts integer[]) returns integer[] language plpgsql immutable as $$
declare
  waits integer[] := '{}';
  total integer := 0;
  k integer := 1;
begin
  for n in 1 .. steps[cardinality(steps)] loop
    if steps[k] = n then
      total := total + counts[k];
      k := k + 1;
    end if;
    waits[n] := total;
  end loop;
  return waits;
end $$;

-- the last element stands for all that follow; trailing ones that say nothing new are cut
create function waits_sum(a integer[], b integer[]) returns integer[] language plpgsql immutable as $$
declare
  waits integer[] := '{}';
  last_a integer := cardinality(a);
  last_b integer := cardinality(b);
  size integer := greatest(cardinality(a), cardinality(b));
begin
  if last_b = 0 then return a; end if;
  for n in 1 .. size loop
    waits[n] := coalesce(a[least(n, last_a)], 0) + coalesce(b[least(n, last_b)], 0);
  end loop;
  while size > 0 and waits[size] = coalesce(waits[size - 1], 0) loop
    size := size - 1;
  end loop;
  return waits[1:size];
end $$;

-- rows behind numbers, of all agents: telephones that rang in vain, calls that were dialled
create index call_ring_at on call_ring (at);
create index queue_interval_queue on queue_interval (source_id, queue, grain, at);
create index call_dialled on call (arrived_at desc, id desc) where direction = 'out';

${KEPT.map(table).join('\n')}
${KEPT.map(filled).join('\n')}
${KEPT.flatMap((kept) => (['insert', 'update', 'delete'] as const).map((verb) => follower(kept, verb))).join('\n')}
`;

const down = `
${KEPT.flatMap(({ name }) =>
  ['insert', 'update', 'delete'].map(
    (verb) => `drop trigger ${name}_interval_${verb}_subtree on ${name}_interval;
drop function ${name}_subtree_${verb}();`,
  ),
).join('\n')}
drop table queue_subtree, agent_subtree;
drop index call_ring_at, call_dialled, queue_interval_queue;
drop function waits_sum(integer[], integer[]), waits_of(integer[], integer[]), units_above(text);
`;

export const SubtreeSums0067 = sqlMigration('SubtreeSums1764000000067', up, down);

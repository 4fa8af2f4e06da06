import { rounded, say } from './measures.mjs';

const BATCH = 250_000;

/** Lines of the provinces, two queues each, agents who belong to the province: once. */
const LINES = `
insert into telephony_source (id, name, kind, unit_id, unit_path, settings, created_at, changed_at)
select gen_random_uuid(), 'line ' || code, 'ami', id, path, '{}', now(), now() from unit where level = 'province' and kind = 'territorial' and active;
insert into account (id, name, display_name)
select gen_random_uuid(), 'seat-' || s.name || '-' || n, '坐席' || row_number() over (order by s.name, n)
from telephony_source s cross join generate_series(1, 8) n where s.name like 'line %'`;

const PLACES = `
create table bench_line as select row_number() over (order by name) - 1 as line_no, id, unit_path from telephony_source where name like 'line %';
create table bench_seat as select l.line_no, row_number() over (partition by l.line_no order by a.name) - 1 as seat_no, a.id
from bench_line l join telephony_source s on s.id = l.id join account a on a.name like 'seat-' || s.name || '-%'`;

/** All drawn from a hash of the number of the call, so that every run makes the same year; the busy hours as on a real line. */
const CALLS = `
create temp table drawn on commit drop as
select g.n, gen_random_uuid() as call_id, gen_random_uuid() as visit_id, l.id as source_id, l.unit_path, l.line_no,
  date_trunc('day', now(), 'Asia/Shanghai') - make_interval(days => 1 + (g.n * 364.9 / %TOTAL%)::int)
    + make_interval(secs => 3600 * (7.5 + 6 * r[1] + 6 * r[2])) as at,
  r[3] as r3, r[4] as r4, r[5] as r5, r[6] as r6
from generate_series(%FROM%::int, %TO%::int) as g(n)
cross join lateral (select array[${[1, 2, 3, 4, 5, 6, 7].map((seed) => `(hashint8extended(g.n, ${seed}) & 268435455) / 268435456.0::float8`).join(', ')}] as r) d
join bench_line l on l.line_no = floor(power(r[7], 1.6) * (select count(*) from bench_line))`;

const VISITS = `
insert into call_visit (id, visit_key, call_id, source_id, unit_path, queue, ordinal, requested_at, joined_at, answered_at,
  talk_ended_at, left_at, counted_at, last_seen_at, entered, outcome, wait_us, wait_known, talk_us, talk_known, hold_us, holds,
  account_id, agent)
select d.visit_id, d.n::text, d.call_id, d.source_id, d.unit_path, case when r3 < 0.7 then '400' else '401' end, 1, at, at,
  case when o.outcome = 'answered' then at + w.us * interval '1 microsecond' end, null, null, at, at, o.outcome <> 'full',
  o.outcome, case when o.outcome = 'full' then null else w.us end, 'exact', case when o.outcome = 'answered' then t.us end, 'exact',
  case when o.outcome = 'answered' and r6 < 0.1 then t.us / 6 else 0 end, case when r6 < 0.1 then 1 else 0 end,
  case when o.outcome = 'answered' then s.id end, s.seat_no::text
from drawn d
cross join lateral (select case when r4 < 0.93 then 'answered' when r4 < 0.97 then 'abandoned' when r4 < 0.985 then 'limit'
  when r4 < 0.995 then 'key' else 'full' end as outcome) o
cross join lateral (select (1e6 * (2 - 14 * ln(1 - 0.99 * r5)))::bigint as us) w
cross join lateral (select (1e6 * (40 + 260 * power(r6, 2)))::bigint as us) t
join bench_seat s on s.line_no = d.line_no and s.seat_no = (d.n * 7 + floor(r5 * 97)::int) % 8`;

const WHOLE = `
insert into call (id, source_id, call_key, unit_path, direction, arrived_at, outcome, asked, folded_at, caller_masked)
select call_id, source_id, n::text, unit_path, 'in', at, case when r4 < 0.93 then 'answered' else 'not_answered' end, true, at, '138****0000'
from drawn`;

const when = (/** @type {string} */ condition, value = '1') =>
  `coalesce(sum(${value}) filter (where ${condition}), 0)`;

/** The quarters of the year as the product's own recount makes them; held to it on one day afterwards. */
const QUARTERS = `
insert into queue_interval (grain, at, source_id, queue, unit_path, arrived, asked, entered, answered, abandoned, limits, keys,
  refused_full, waited, wait_us, talked, talk_us, held, hold_us, answered_waits, abandoned_waits)
select 'quarter', q.at, q.source_id, q.queue, min(q.unit_path), count(*), count(*), ${when('entered')}, ${when("outcome = 'answered'")},
  ${when("outcome = 'abandoned'")}, ${when("outcome = 'limit'")}, ${when("outcome = 'key'")}, ${when("outcome = 'full'")},
  ${when("outcome = 'answered'")}, ${when("outcome = 'answered'", 'wait_us')}, ${when("outcome = 'answered'")},
  ${when("outcome = 'answered'", 'talk_us')}, ${when("outcome = 'answered' and holds > 0")}, ${when("outcome = 'answered'", 'hold_us')},
  bench_waits(array_agg(step) filter (where outcome = 'answered')), bench_waits(array_agg(step) filter (where outcome = 'abandoned'))
from (select *, date_bin('15 minutes', counted_at, '2000-01-01T00:00:00Z') as at,
    least(2 * (wait_us / 1000000) + (wait_us % 1000000 > 0)::int, 1201)::int as step from call_visit where counted_at >= %SINCE% and counted_at < %UNTIL%) q
group by q.at, q.source_id, q.queue`;

const WAITS = `
create function bench_waits(steps int[]) returns int[] language sql immutable as $$
  select coalesce((select array_agg(c order by s) from (
    select s, (select count(*) from unnest(steps) x where x <= s)::int as c
    from generate_series(0, (select max(x) from unnest(steps) x)) s) t), '{}') $$`;

/** Eight hours of presence a seat and working day beside its calls, as sums alone. */
const AGENTS = `
insert into agent_interval (grain, at, account_id, unit_path, answered, waited, wait_us, talked, talk_us, held, hold_us, signed_us,
  idle_us, talking_us, holding_us, break_us, rostered_us, adhered_us)
select 'quarter', date_bin('15 minutes', counted_at, '2000-01-01T00:00:00Z'), account_id, min(unit_path), count(*), count(*), sum(wait_us),
  count(*), sum(talk_us), count(*) filter (where holds > 0), sum(hold_us), 900000000, greatest(0, 900000000 - sum(talk_us)),
  least(900000000, sum(talk_us)) - sum(hold_us), sum(hold_us), 0, 900000000, 900000000
from call_visit where outcome = 'answered' and counted_at >= %SINCE% and counted_at < %UNTIL% group by 2, 3`;

const sumsOf = (/** @type {string} */ table) => `
select string_agg(column_name, ', ' order by ordinal_position) as names,
  string_agg('sum(' || column_name || ')', ', ' order by ordinal_position) as sums
from information_schema.columns where table_name = '${table}' and data_type = 'bigint'`;

/** A table of elementwise sums: cumulative waits add up, the last one standing for all that follow. */
const ADD_WAITS = `
create function bench_add(a int[], b int[]) returns int[] language sql immutable as $$
  select case when a is null or cardinality(a) = 0 then b when b is null or cardinality(b) = 0 then a else
    (select array_agg(a[least(i, cardinality(a))] + b[least(i, cardinality(b))] order by i)
     from generate_series(1, greatest(cardinality(a), cardinality(b))) i) end $$;
create aggregate bench_sum(int[]) (sfunc = bench_add, stype = int[])`;

/**
 * Without triggers and foreign keys, which would be a bench of their own, and with the indexes made at the end.
 * @param {import('./stage.mjs').Stage} stage @param {() => Promise<void>} fill
 */
async function swiftly(stage, fill) {
  const indexes =
    await stage.sql(`select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
    where i.indrelid in ('call'::regclass, 'call_visit'::regclass)
      and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`);
  for (const { name } of indexes) await stage.sql(`drop index ${name}`);
  await stage.sql(`set session_replication_role = replica`);
  await stage.sql(`set synchronous_commit = off`);
  await fill();
  await stage.sql(`reset session_replication_role`);
  await stage.sql(`set maintenance_work_mem = '512MB'`);
  for (const { made } of indexes) await stage.sql(made);
}

/**
 * A year of calls with its sums by quarter, day and month.
 * @param {import('./stage.mjs').Stage} stage @param {number} size
 */
export async function fillYear(stage, size) {
  const began = performance.now();
  for (const text of [LINES, PLACES, WAITS, ADD_WAITS]) await stage.sql(text);
  const passed = () => `${rounded((performance.now() - began) / 1000)} s`;
  await swiftly(stage, async () => {
    for (let from = 1; from <= size; from += BATCH) {
      const last = Math.min(from + BATCH - 1, size);
      const fill = (/** @type {string} */ text) =>
        text
          .replaceAll('%TOTAL%', String(size))
          .replaceAll('%FROM%', String(from))
          .replaceAll('%TO%', String(last));
      await stage.sql('begin');
      for (const text of [CALLS, WHOLE, VISITS]) await stage.sql(fill(text));
      await stage.sql('commit');
      say(`calls-reports: ${last} calls after ${passed()}`);
    }
  });
  await stage.sql('vacuum analyze call, call_visit');
  say(`calls-reports: indexes after ${passed()}`);
  for (let month = 12; month >= 0; month -= 1) {
    const at = (/** @type {number} */ n) =>
      `(date_trunc('month', now(), 'Asia/Shanghai') - interval '${n} months')`;
    const fill = (/** @type {string} */ text) =>
      text.replaceAll('%SINCE%', at(month)).replaceAll('%UNTIL%', at(month - 1));
    for (const text of [QUARTERS, AGENTS]) await stage.sql(fill(text));
  }
  say(`calls-reports: quarters after ${passed()}`);
  for (const [grain, below] of [
    ['day', 'quarter'],
    ['month', 'day'],
  ]) {
    for (const [table, keys, waits] of [
      ['queue_interval', 'source_id, queue', ', bench_sum(answered_waits), bench_sum(abandoned_waits)'],
      ['agent_interval', 'account_id', ''],
    ]) {
      const [{ names, sums }] = await stage.sql(sumsOf(table));
      await stage.sql(`insert into ${table} (grain, at, ${keys}, unit_path, ${names}${waits ? ', answered_waits, abandoned_waits' : ''})
        select '${grain}', date_trunc('${grain}', at, 'Asia/Shanghai'), ${keys}, min(unit_path), ${sums}${waits}
        from ${table} where grain = '${below}' group by 2, ${keys}`);
    }
  }
  await stage.sql('vacuum analyze queue_interval, agent_interval');
  const counted =
    await stage.sql(`select (select count(*) from call_visit)::int as visits, (select count(*) from queue_interval)::int as
    queues, (select count(*) from agent_interval)::int as agents, (select count(*) from account where name like 'seat-%')::int as seats`);
  say(`calls-reports: ${JSON.stringify(counted[0])} after ${passed()}`);
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aTicket, Caller } from './caller.mjs';
import { measureDeadlines } from './deadlines.mjs';
import { measureLadder } from './ladder.mjs';
import { median, quantile, rounded, say, until } from './measures.mjs';
import { rowsOf } from './same-rows.mjs';
import { HOME, Stage } from './stage.mjs';

const GOAL = { tickP95Ms: 250, deadlinesPerSecond: 200_000, alarmsWithinMs: 5_000 };
const DUE = 1_000;
const TICKS = 9;
const ROUNDS = 3;
// The clocks of a ticket under way: the promise, and the stages of its unit.
const KINDS = ['promise', 'sign', 'contact', 'handle'];
const WHOLE_TREE = { accountId: null, prefixes: ['cn/'] };

/**
 * `size` open clocks of which a thousand fall due at once: what one sweep costs and whether it walks an index, the same for the ladder, how late
 * the product's own worker records them, and how many deadlines a core computes meanwhile.
 * @param {number} [size]
 */
export async function clocks(size = 1_000_000) {
  const stage = await Stage.open();
  try {
    const api = await stage.server('api');
    const agent = await Caller.signIn(api.address, 'agent');
    const { id } = await agent.openTicket(aTicket(0, '440305'));
    agent.close();
    await api.stop();
    await plant(stage, id, size);
    const sweep = await product(stage);
    const plans = await sweep.plans();
    const ticks = await measureTicks(stage, sweep);
    await sweep.close();
    const ladder = await measureLadder(stage);
    const alarms = await measureAlarms(stage);
    const room = await import(pathToFileURL(join(HOME, 'dist/libs/calendar/index.js')).href);
    const deadlines = measureDeadlines(room, Math.min(size, 1_000_000)).figures;
    const p95 = quantile(ticks, 0.95);
    const latest = Math.max(...alarms);
    return {
      scenario: 'clocks',
      size,
      figures: {
        tickMs: { p50: rounded(median(ticks)), p95: rounded(p95), max: rounded(Math.max(...ticks)) },
        seqScans: plans,
        ladder,
        alarmsSeenAfterMs: alarms.map((ms) => rounded(ms, 0)),
        deadlinesPerSecond: deadlines,
      },
      ceiling: null,
      ratio: null,
      goal: GOAL,
      pass:
        p95 <= GOAL.tickP95Ms &&
        plans.length === 0 &&
        ladder.tickMs.p95 <= GOAL.tickP95Ms &&
        ladder.seqScans.length === 0 &&
        latest <= GOAL.alarmsWithinMs &&
        deadlines.deadlines >= GOAL.deadlinesPerSecond,
    };
  } finally {
    await stage.close();
  }
}

/** Copies of one ticket with four clocks each, due over the next sixty days, for counties all over the country. */
async function plant(/** @type {Stage} */ stage, /** @type {string} */ id, /** @type {number} */ size) {
  const began = performance.now();
  const tickets = Math.ceil(size / KINDS.length);
  await stage.sql(
    `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`,
  );
  await stage.sql(`create temp table county as select row_number() over (order by md5(code)) - 1 as n, id, path
    from unit where level = 'county' and kind = 'territorial' and active`);
  await stage.sql(`create temp table copy as select uuidv7() as ticket_id, uuidv7() as hop_id, c.id as unit_id, c.path, g.n
    from generate_series(1, ${tickets}) as g(n) join county c on c.n = g.n % (select count(*) from county)`);
  const indexes = await stage.sql(
    `select indexname as name, indexdef as definition from pg_indexes where schemaname = 'public'
     and tablename in ('ticket', 'clock', 'hop') and not exists (select 1 from pg_constraint where conname = indexname)`,
  );
  for (const { name } of indexes) await stage.sql(`drop index ${name}`);
  const own = {
    id: 'c.ticket_id',
    no: "'bench-' || c.n",
    accountable_unit_id: 'c.unit_id',
    turn_unit_id: 'c.unit_id',
    path: 'c.path',
    state: "'handling'",
    next_due_at: "now() + interval '1 day' * (1 + c.n % 60)",
  };
  const table = (await rowsOf(stage, id)).find((one) => one.table === 'ticket');
  if (!table) throw new Error('no ticket to copy');
  const columns = table.columns.map(
    (name) => /** @type {Record<string, string>} */ (own)[name] ?? `t.${name}`,
  );
  await stage.sql(
    `insert into ticket (${table.columns.join(', ')}) select ${columns.join(', ')} from copy c cross join ticket t
     where t.id = $1`,
    [id],
  );
  // The custody its unit has; the ladder climbs per hop.
  await stage.sql(
    `insert into hop (id, ticket_id, seq, to_unit_id, to_path, sent_at, explanation)
     select c.hop_id, c.ticket_id, 1, c.unit_id, c.path, now() - interval '1 day', '{"text": ""}' from copy c`,
  );
  await stage.sql(
    `insert into clock (id, ticket_id, hop_id, kind, unit_id, started_at, yellow_at, due_at, original_due_at, calendar_version,
       calendar_id, limit_id, limit_amount, limit_unit)
     select uuidv7(), c.ticket_id, case when k.kind <> 'promise' then c.hop_id end, k.kind, c.unit_id, now() - interval '1 day', due - interval '6 hours', due, due, 1,
       'national', 'bench', 5, 'working-days'
     from copy c cross join unnest($1::text[]) with ordinality as k(kind, no)
       cross join lateral (select now() + interval '1 day' + interval '1 minute' * ((c.n * 7 + k.no * 401) % 86400)) as d(due)`,
    [KINDS],
  );
  for (const { definition } of indexes) await stage.sql(definition);
  await stage.sql('reset session_replication_role');
  await stage.sql('vacuum (analyze)');
  await stage.sql('checkpoint');
  say(
    `clocks: ${tickets * KINDS.length} open clocks in ${rounded((performance.now() - began) / 1_000, 0)} s`,
  );
}

/** The product's own sweep on a connection of the application role, without the timer around it. */
async function product(/** @type {Stage} */ stage) {
  const from = (/** @type {string} */ path) => import(pathToFileURL(join(HOME, 'dist/libs', path)).href);
  const platform = await from('platform/index.js');
  const { ClockCards, CARDS_SQL } = await from('handling/data/clock-cards.js');
  const { ClockSweep } = await from('handling/jobs/clock-sweep.js');
  const settings = { url: stage.postgres.url, poolSize: 2, entities: [] };
  const database = await platform.openDatabase(settings).initialize();
  const work = new platform.PgUnitOfWork(database, { now: () => new Date() });
  const nobody = { publish: () => undefined, current: () => ({ find: () => undefined }) };
  const sweep = new ClockSweep(work, new ClockCards(nobody, nobody));
  return {
    once: () => sweep.sweep(),
    close: () => database.destroy(),
    /** Tables the plan of the statement reads from end to end; there must be none. */
    plans: async () => {
      /** @type {string[]} */
      const scanned = [];
      const found = await work.run(WHOLE_TREE, (/** @type {any} */ tx) =>
        platform.rows(tx, `explain (format json) ${CARDS_SQL}`, [new Date()]),
      );
      const walk = (/** @type {any} */ node) => {
        if (node['Node Type'] === 'Seq Scan') scanned.push(node['Relation Name']);
        for (const child of node.Plans ?? []) walk(child);
      };
      walk(found[0]['QUERY PLAN'][0].Plan);
      return scanned;
    },
  };
}

/** A thousand clocks, anywhere in the tables, that fall due at `at`: half turn yellow, half red. */
async function fallDue(/** @type {Stage} */ stage, /** @type {string} */ at) {
  const [{ n }] = await stage.sql(`select reltuples::int as n from pg_class where relname = 'clock'`);
  const share = Math.min(100, (200 * DUE) / n);
  await stage.sql(
    `with picked as (
       select id, row_number() over () as n from (
         select id from clock tablesample bernoulli (${share}) repeatable (${Math.floor(Math.random() * 1e6)})
         where stopped_at is null and yellow_carded_at is null and due_at > now() + interval '12 hours' limit ${DUE}) sample
     )
     update clock c set yellow_at = case when n % 2 = 0 then $1::timestamptz else $1::timestamptz - interval '1 hour' end,
       yellow_carded_at = case when n % 2 = 0 then null else $1::timestamptz - interval '1 hour' end,
       due_at = case when n % 2 = 0 then $1::timestamptz + interval '6 hours' else $1::timestamptz end
     from picked p where c.id = p.id`,
    [at],
  );
}

async function measureTicks(/** @type {Stage} */ stage, /** @type {{ once: () => Promise<void> }} */ sweep) {
  /** @type {number[]} */
  const ticks = [];
  await sweep.once();
  for (let tick = 0; tick < TICKS; tick += 1) {
    await fallDue(stage, new Date(Date.now() - 1_000).toISOString());
    const before = await given(stage);
    const began = performance.now();
    await sweep.once();
    ticks.push(performance.now() - began);
    const marked = (await given(stage)) - before;
    if (marked !== DUE) throw new Error(`${marked} cards given, ${DUE} were due`);
  }
  say(`clocks: a tick over ${DUE} due: ${ticks.map((ms) => rounded(ms, 0)).join(', ')} ms`);
  return ticks;
}

/** Every card leaves one notice. */
async function given(/** @type {Stage} */ stage) {
  const [{ n }] = await stage.sql(`select count(*)::int as n from notice where kind in ('yellow', 'red')`);
  return n;
}

/** From the moment a thousand fall due to the moment the last of their cards can be read by others. */
async function measureAlarms(/** @type {Stage} */ stage) {
  const worker = await stage.server('worker');
  /** @type {number[]} */
  const seen = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = new Date(Date.now() + 4_000 + 700 * round);
    const before = await given(stage);
    await fallDue(stage, at.toISOString());
    await until(async () => (await given(stage)) - before >= DUE, 60_000, 20);
    seen.push(Date.now() - at.getTime());
  }
  await worker.stop();
  say(`clocks: ${DUE} alarms on record ${seen.map((ms) => rounded(ms, 0)).join(', ')} ms after their time`);
  return seen;
}

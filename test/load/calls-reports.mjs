import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Caller } from './caller.mjs';
import { fillYear } from './calls-year.mjs';
import { median, quantile, rounded, say, until } from './measures.mjs';
import { HOME, Stage } from './stage.mjs';

const GOAL_MS = 100;
const REPEATS = 20;

/** @param {number} days */
const day = (days) => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

/** Every step over the longest time it allows, and what people look at each day. @param {{ queue: string, account: string }} one */
const questions = ({ queue, account }) => ({
  'queues 15 min, 7 days': `queues?step=15&from=${day(6)}`,
  'queues 15 min, yesterday': `queues?step=15&from=${day(1)}&to=${day(1)}`,
  'queues 30 min, 14 days': `queues?step=30&from=${day(13)}`,
  'queues 60 min, 31 days': `queues?step=60&from=${day(30)}`,
  'queues by day, a month': `queues?step=day&from=${day(30)}`,
  'queues by day, a year': `queues?step=day&from=${day(365)}`,
  'queues by month, a year': `queues?step=month&from=${day(365)}`,
  'one queue 15 min, 7 days': `queues?step=15&from=${day(6)}&${queue}`,
  'one queue 60 min, 31 days': `queues?step=60&from=${day(30)}&${queue}`,
  'one queue by day, a year': `queues?step=day&from=${day(365)}&${queue}`,
  'agents, yesterday': `agents?from=${day(1)}&to=${day(1)}`,
  'agents, a month': `agents?from=${day(30)}`,
  'agents, a year': `agents?from=${day(365)}`,
  'all agents 15 min, 7 days': `agents/lines?step=15&from=${day(6)}`,
  'all agents 60 min, 31 days': `agents/lines?step=60&from=${day(30)}`,
  'all agents by day, a year': `agents/lines?step=day&from=${day(365)}`,
  'one agent 15 min, 7 days': `agents/lines?step=15&from=${day(6)}&accountId=${account}`,
  'one agent by day, a year': `agents/lines?step=day&from=${day(365)}&accountId=${account}`,
  'rows, yesterday': `rows?since=${day(1)}T00:00:00%2B08:00&until=${day(0)}T00:00:00%2B08:00`,
  'rows abandoned, a month': `rows?result=abandoned&since=${day(30)}T00:00:00%2B08:00&until=${day(0)}T00:00:00%2B08:00`,
  'rows refused-full, a year': `rows?result=refused-full&${year()}`,
  'rows withdrawn (there are none), a year': `rows?result=withdrawn&${year()}`,
  'rows abandoned in one queue, a year': `rows?result=abandoned&${year()}&${queue}`,
  'rows of one agent, a year': `rows?result=answered&${year()}&accountId=${account}`,
  'rates of calls, a week': `../call-figures?from=${day(6)}`,
  'rates of calls, 92 days': `../call-figures?from=${day(91)}`,
  'rates of visits, 92 days': `../call-figures?from=${day(91)}&per=visits`,
  'rates of one queue, 92 days': `../call-figures?from=${day(91)}&per=visits&queue=400`,
  'rows missed by a rate, 92 days': `../call-figures/rows?from=${day(91)}&kind=connection_rate&side=missed`,
  'rows missed by a rate of visits, 92 days': `../call-figures/rows?from=${day(91)}&per=visits&kind=service_level&side=missed`,
  'rows beside a rate, 92 days': `../call-figures/rows?from=${day(91)}&kind=connection_rate&side=beside`,
  'staffing of today': `../staffing?day=${day(0)}&step=15`,
});

const year = () => `since=${day(365)}T00:00:00%2B08:00&until=${day(0)}T00:00:00%2B08:00`;

const BIG = ['call', 'call_visit', 'queue_interval', 'agent_interval', 'queue_subtree', 'agent_subtree'];

/** Sequential scans of the big tables so far, by table. @param {Stage} stage @returns {Promise<Record<string, number>>} */
async function sequentialScans(stage) {
  // A backend reports what it has done after ten idle seconds at the latest.
  await stage.sql('select pg_stat_force_next_flush()');
  await new Promise((resolve) => setTimeout(resolve, 11_000));
  const found = await stage.sql(
    'select relname as name, seq_scan::int as n from pg_stat_user_tables where relname = any ($1::text[])',
    [BIG],
  );
  return Object.fromEntries(found.map(({ name, n }) => [name, n]));
}

/** @param {Stage} stage @returns {Promise<Record<string, number>>} MB with indexes */
async function storage(stage) {
  const found = await stage.sql(
    'select relname as name, pg_total_relation_size(oid)::float8 / 1e6 as mb from pg_class where relname = any ($1::text[])',
    [BIG],
  );
  return Object.fromEntries(found.map(({ name, mb }) => [name, rounded(mb, 0)]));
}

/**
 * A year of calls: any report of queues or agents, of the nation and of one province, one after the other.
 * @param {number} [size] calls
 */
export async function callsReports(size = 3_000_000) {
  const stage = await Stage.open();
  try {
    const server = await stage.server('all');
    await fillYear(stage, size);
    await held(stage);
    await tallied(stage);
    // Whom to ask about is looked up by reading tables: that is the bench's own doing.
    const people = await Promise.all([someOf(stage, 'supervisor'), someOf(stage, 'supervisor-gd')]);
    const before = await sequentialScans(stage);
    /** @type {Record<string, number>} */
    const p95 = {};
    /** @type {number[]} */
    const all = [];
    for (const [scope, name, one] of /** @type {const} */ ([
      ['nation', 'supervisor', people[0]],
      ['province', 'supervisor-gd', people[1]],
    ])) {
      const caller = await Caller.signIn(server.address, name);
      for (const [what, path] of Object.entries(questions(one))) {
        /** @type {number[]} */
        const times = [];
        await caller.send('GET', `/api/call-reports/${path}`);
        for (let repeat = 0; repeat < REPEATS; repeat += 1) {
          const began = performance.now();
          await caller.send('GET', `/api/call-reports/${path}`);
          times.push(performance.now() - began);
        }
        all.push(...times);
        p95[`${scope}: ${what}`] = rounded(quantile(times, 0.95));
        say(
          `calls-reports: ${scope}: ${what}: p95 ${rounded(quantile(times, 0.95))} ms, median ${rounded(median(times))} ms`,
        );
      }
    }
    const after = await sequentialScans(stage);
    const scansOf = Object.fromEntries(
      Object.entries(after)
        .map(([name, n]) => /** @type {const} */ ([name, n - (before[name] ?? 0)]))
        .filter(([, n]) => n > 0),
    );
    const scans = Object.values(scansOf).reduce((sum, n) => sum + n, 0);
    const worst = Math.max(...Object.values(p95));
    return {
      scenario: 'calls-reports',
      size,
      figures: {
        worstP95Ms: worst,
        p95Ms: rounded(quantile(all, 0.95)),
        medianMs: rounded(median(all)),
        sequentialScans: scans,
        scansOf,
        storageMb: await storage(stage),
        byReport: p95,
      },
      ceiling: null,
      ratio: null,
      goal: { worstP95Ms: GOAL_MS, sequentialScans: 0 },
      pass: worst <= GOAL_MS && scans === 0,
    };
  } finally {
    await stage.close();
  }
}

/** @param {Stage} stage @param {string} name */
async function someOf(stage, name) {
  const where = name === 'supervisor' ? '' : `where unit_path like 'cn/44/%'`;
  const [line] = await stage.sql(`select id from telephony_source ${where} order by name limit 1`);
  const [seat] = await stage.sql(`select account_id from agent_interval ${where} limit 1`);
  return { queue: `sourceId=${line.id}&queue=400`, account: seat.account_id };
}

/** As the sweep does it minute by minute: the days that rates may be asked for. @param {Stage} stage */
async function tallied(stage) {
  const from = (/** @type {string} */ path) => import(pathToFileURL(join(HOME, 'dist/libs', path)).href);
  const [platform, kernel, tally, tallies] = await Promise.all(
    [
      'platform/index.js',
      'kernel/index.js',
      'telephony/use-cases/tally-days.js',
      'telephony/data/day-tallies.js',
    ].map(from),
  );
  const database = await platform
    .openDatabase({ url: stage.postgres.url, poolSize: 4, entities: [] })
    .initialize();
  const began = performance.now();
  const days = new tally.TallyDays(
    new platform.PgUnitOfWork(database, new kernel.SystemClock()),
    new tallies.DayTallies(),
  );
  const oldest = async () => (await stage.sql('select min(day)::text as day from call_day'))[0].day ?? '9999';
  while ((await days.batch()) && (await oldest()) > day(92));
  await database.destroy();
  const [found] = await stage.sql('select count(*)::int as days from call_day');
  say(
    `calls-reports: ${found.days} days of lines tallied in ${rounded((performance.now() - began) / 1_000)} s`,
  );
}

/** The product counts one day again from the rows: its sums must say what the year was filled with. @param {Stage} stage */
async function held(stage) {
  const print = async () =>
    JSON.stringify(
      await stage.sql(`select md5(string_agg(q::text, ' ' order by at, source_id, queue)) as sums, count(*)::int as lines
        from queue_interval q where grain <> 'month' and at >= date_trunc('day', now(), 'Asia/Shanghai') - interval '2 days'
          and at < date_trunc('day', now(), 'Asia/Shanghai') - interval '1 day'`),
    );
  const before = await print();
  await stage.sql(`insert into interval_due (source_id, queue, from_at) select source_id, queue, at from queue_interval
    where grain = 'quarter' and at >= date_trunc('day', now(), 'Asia/Shanghai') - interval '2 days'
      and at < date_trunc('day', now(), 'Asia/Shanghai') - interval '1 day'`);
  await until(async () => (await stage.sql('select 1 from interval_due limit 1')).length === 0, 120_000);
  if ((await print()) !== before) throw new Error('the sums of a day differ from a recount of its rows');
  const [nation] =
    await stage.sql(`select (select md5(string_agg(concat(at, asked, talk_us), ' ' order by at)) from queue_subtree
      where under = 'cn/' and grain = 'quarter') = (select md5(string_agg(concat(at, asked, talk_us), ' ' order by at)) from
      (select at, sum(asked) as asked, sum(talk_us) as talk_us from queue_interval where grain = 'quarter' group by at) q) as same`);
  if (!nation.same) throw new Error('the sums of the nation differ from those of its queues');
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, quantile, rounded, say } from './measures.mjs';
import { HOME } from './stage.mjs';

const DUE = 1_000;
const TICKS = 9;
const ORDERS = 100;
const WHOLE_TREE = { accountId: null, prefixes: ['cn/'] };

/**
 * The ladder over the clocks that are planted: a tick that finds a thousand stages newly yellow and notes their cards, and
 * one that gives a hundred orders, each a transaction of its own.
 */
export async function measureLadder(/** @type {import('./stage.mjs').Stage} */ stage) {
  const ladder = await product(stage);
  try {
    /** @type {number[]} */
    const ticks = [];
    // What has turned yellow before is noticed first.
    await ladder.once();
    const before = await steps(stage, 'yellow');
    for (let tick = 0; tick < TICKS; tick += 1) {
      await turnYellow(stage);
      const began = performance.now();
      await ladder.once();
      ticks.push(performance.now() - began);
      const seen = (await steps(stage, 'yellow')) - before;
      if (seen !== DUE * (tick + 1)) throw new Error(`${seen} steps taken, ${DUE * (tick + 1)} were due`);
    }
    // With what a day of a province leaves in them; the planner reads an empty table from end to end.
    await stage.sql('analyze ladder_run, ladder_step');
    const seqScans = await ladder.plans();
    await urgeable(stage);
    const began = performance.now();
    await ladder.once();
    const orderMs = (performance.now() - began) / ORDERS;
    const urged = await steps(stage, 'urge');
    if (urged !== ORDERS) throw new Error(`${urged} orders given, ${ORDERS} were due`);
    say(`clocks: a ladder tick over ${DUE} stages: ${ticks.map((ms) => rounded(ms, 0)).join(', ')} ms`);
    return {
      tickMs: {
        p50: rounded(median(ticks)),
        p95: rounded(quantile(ticks, 0.95)),
        max: rounded(Math.max(...ticks)),
      },
      orderMs: rounded(orderMs),
      seqScans,
    };
  } finally {
    await ladder.close();
  }
}

/** A thousand stages, anywhere in the tables, that have just turned yellow by the clock they are due by first. */
async function turnYellow(/** @type {import('./stage.mjs').Stage} */ stage) {
  const [{ n }] = await stage.sql(`select reltuples::int as n from pg_class where relname = 'clock'`);
  const share = Math.min(100, (400 * DUE) / n);
  await stage.sql(
    `update clock set yellow_at = now() - interval '1 second', yellow_carded_at = now(), due_at = now() + interval '12 hours'
     where id in (select id from (
       select distinct on (hop_id) id from clock tablesample bernoulli (${share}) repeatable (${Math.floor(Math.random() * 1e6)})
       where stopped_at is null and laddered_at is null and kind in ('sign', 'handle') and yellow_at > now()
         and not exists (select 1 from ladder_run r where r.hop_id = clock.hop_id)) one limit ${DUE})`,
  );
}

/** A hundred of them are now beyond the half of what was left. */
async function urgeable(/** @type {import('./stage.mjs').Stage} */ stage) {
  await stage.sql(
    `with due as (update ladder_run set next_at = now() - interval '1 second' where hop_id in
       (select hop_id from ladder_step where step = 'yellow' order by at desc limit ${ORDERS}) returning hop_id)
     update clock c set yellow_at = now() - interval '4 hours', due_at = now() + interval '1 minute', laddered_at = now()
     from due where c.hop_id = due.hop_id and c.laddered_at is not null`,
  );
  // A clock that is due earlier is new to the ladder: noticed before the tick that is measured.
  await stage.sql(
    `update clock set laddered_at = now() where laddered_at is null and stopped_at is null and yellow_at <= now()`,
  );
}

async function steps(/** @type {import('./stage.mjs').Stage} */ stage, /** @type {string} */ step) {
  const [{ n }] = await stage.sql(
    `select count(*)::int as n from ladder_step where step = $1 and outcome = 'done'`,
    [step],
  );
  return n;
}

/** The product's own sweep on a connection of the application role, without the timer around it. */
async function product(/** @type {import('./stage.mjs').Stage} */ stage) {
  const from = (/** @type {string} */ path) => import(pathToFileURL(join(HOME, 'dist/libs', path)).href);
  const [platform, organization, calendar, ticket] = await Promise.all(
    ['platform', 'organization', 'calendar', 'ticket'].map((room) => from(`${room}/index.js`)),
  );
  const own = (/** @type {string} */ path) => from(`supervision/${path}.js`);
  const { LadderRuns, SEED_SQL, DUE_SQL } = await own('data/ladder-runs');
  const database = await platform
    .openDatabase({ url: stage.postgres.url, poolSize: 4, entities: [] })
    .initialize();
  const work = new platform.PgUnitOfWork(database, { now: () => new Date() });
  const live = { publish: () => undefined, subscribe: () => () => undefined };
  const log = { warn: () => undefined, info: () => undefined };
  const units = new organization.UnitTree(work, log, live);
  const rules = new calendar.RuleBook(work, log);
  await units.refresh();
  await rules.refresh();
  const pace = new (await own('data/working-pace')).WorkingPace(rules, units);
  const runs = new LadderRuns();
  const events = new (await own('data/ladder-events')).LadderEvents();
  const notices = new (await own('data/notice-writer')).NoticeWriter(live);
  const judge = new (await own('data/ladder-judge')).LadderJudge(units, pace, runs, events, notices);
  const tickets = new ticket.TicketStore(live);
  const starting = new ticket.TicketClocks(new calendar.ClockStarter(rules));
  const store = new (await own('data/order-store')).OrderStore();
  const orders = new (await own('data/order-writing')).OrderWriting(tickets, store, units, starting, pace);
  const moving = new ticket.MovingClocks(rules, units);
  const climb = new (await own('use-cases/climb-ladder')).ClimbLadder(
    tickets,
    runs,
    units,
    starting,
    orders,
    moving,
  );
  const settings = new (await own('data/ladder-settings')).LadderSettings();
  const ladder = new (await own('use-cases/run-ladder')).RunLadder(work, runs, settings, judge, climb);
  return {
    once: () => ladder.run(),
    close: () => database.destroy(),
    /** Tables the plans of its statements read from end to end; there must be none. */
    plans: async () => {
      /** @type {string[]} */
      const scanned = [];
      const walk = (/** @type {any} */ node) => {
        if (node['Node Type'] === 'Seq Scan') scanned.push(node['Relation Name']);
        for (const child of node.Plans ?? []) walk(child);
      };
      for (const text of [SEED_SQL, DUE_SQL]) {
        const found = await work.run(WHOLE_TREE, (/** @type {any} */ tx) =>
          platform.rows(tx, `explain (format json) ${text}`, [new Date()]),
        );
        walk(found[0]['QUERY PLAN'][0].Plan);
      }
      return scanned;
    },
  };
}

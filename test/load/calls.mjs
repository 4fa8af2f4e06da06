import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EXTENSIONS, shift } from './call-shift.mjs';
import { rounded, say } from './measures.mjs';
import { HOME, processorMs, Stage } from './stage.mjs';

const GOAL_PER_SECOND = 2_000;
const GOAL_RATIO = 0.3;
const SOURCE = '0198c0de-0000-7000-8000-0000000000c1';
const CHUNK = 64 * 1024;
/** As in the product's LineFeed: with so much behind, a line is not read on. */
const FULL = 8 * 1024 * 1024;
const TABLES = [
  'telephony_raw',
  'call_event',
  'call',
  'call_visit',
  'call_ring',
  'call_leg',
  'agent_segment',
  'feed_gap',
];

/** A source, and a telephone for each of two hundred people. */
const PLANT = [
  `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, created_at, changed_at)
   select '${SOURCE}', 'bench', 'ami', id, path, '{}', now(), now() from unit where parent_id is null`,
  `insert into account (id, name, display_name) select gen_random_uuid(), 'bench' || n, 'bench' || n from generate_series(1, 200) n`,
  `insert into agent_endpoint (id, source_id, account_id, kind, address, name, valid_from)
   select gen_random_uuid(), '${SOURCE}', id, 'desk', (8000 + substr(name, 6)::int)::text, name, '2020-01-01'
   from account where name like 'bench%'`,
];

const from = (/** @type {string} */ path) => import(pathToFileURL(join(HOME, 'dist/libs', path)).href);

/**
 * `size` messages of a centre with 200 agents and 1,000 calls in flight, taken as fast as they are put on record, against
 * plain multi-row inserts of the very rows they left.
 * @param {number} [size]
 */
export async function calls(size = 60_000) {
  const stage = await Stage.open();
  try {
    await (await stage.server('api')).stop();
    for (const statement of PLANT) await stage.sql(statement);
    const house = await ingestOf(stage);
    const { text, first } = shift(size);
    say(`calls: ${text.length} messages, ${first} until 1,000 calls are in flight`);
    await house.hear(text.slice(0, first));
    const before = await counts(stage);
    const spent = processorMs(stage.postgres.pid, true);
    const own = process.cpuUsage();
    const began = performance.now();
    await house.hear(text.slice(first));
    const ms = performance.now() - began;
    const cpu = process.cpuUsage(own);
    const after = await counts(stage);
    await house.close();
    const made = {
      node: (cpu.user + cpu.system) / 1_000,
      postgres: processorMs(stage.postgres.pid, true) - spent,
    };
    const plain = await writePlainly(stage, after.blocks);
    return report(size, { ms, made, before, after, first, memory: house.size() }, plain);
  } finally {
    await stage.close();
  }
}

/** What of the product puts calls on record, on the stage's database. @param {Stage} stage */
async function ingestOf(stage) {
  const [platform, kernel, telephony, ingest] = await Promise.all(
    ['platform/index.js', 'kernel/index.js', 'telephony/index.js', 'telephony/ingest.js'].map(from),
  );
  const database = await platform
    .openDatabase({ url: stage.postgres.url, poolSize: 4, entities: [] })
    .initialize();
  const work = new platform.PgUnitOfWork(database, new kernel.SystemClock());
  const batch = ingest.ingestOf(work, new platform.FieldSealing(Buffer.alloc(32, 7)));
  const intake = new telephony.SourceIntake(SOURCE, {
    ingest: batch,
    now: () => new Date(),
    rest: () => Promise.reject(new Error('the database is gone')),
  });
  const parser = new telephony.AmiParser();
  return {
    /** @param {string[]} text */
    hear: async (text) => {
      const bytes = Buffer.from(text.join(''));
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const chunk = bytes.subarray(at, at + CHUNK);
        const behind = intake.received(chunk, parser.push(chunk), 0);
        if (behind >= FULL) await intake.settled(FULL / 2);
        // One read of a socket a turn, so that what comes is parsed while a batch is written.
        else await new Promise((resolve) => setImmediate(resolve));
      }
      await intake.settled();
    },
    size: () => intake.size,
    close: () => database.destroy(),
  };
}

/** @param {Stage} stage @returns {Promise<{ events: number, blocks: number, open: number, refused: number }>} */
async function counts(stage) {
  const [found] = await stage.sql(`select (select count(*)::int from call_event) as events,
    (select count(*)::int from telephony_raw) as blocks, (select count(*)::int from call where outcome = 'open' or ended_at is null) as open,
    (select refused::int from telephony_feed limit 1) as refused`);
  return found;
}

/**
 * The rows that stand, written again into empty tables with the same indexes: multi-row inserts, as many transactions as
 * there were batches. @param {Stage} stage @param {number} blocks
 */
async function writePlainly(stage, blocks) {
  const client = await stage.client();
  for (const table of TABLES) {
    await client.query(`create table plain_${table} (like ${table} including defaults including indexes)`);
    await client.query(
      `create temp table held_${table} as select (row_number() over () * ${blocks} / count(*) over ())::int as part, t.* from ${table} t`,
    );
  }
  /** @type {{ text: string, values: unknown[] }[][]} */
  const parts = [];
  for (let part = 0; part <= blocks; part += 1) parts.push(await statements(client, part));
  const began = performance.now();
  const spent = processorMs(stage.postgres.pid, true);
  for (const part of parts) {
    await client.query('begin');
    for (const { text, values } of part) await client.query(text, values);
    await client.query('commit');
  }
  const ms = performance.now() - began;
  return { ms, postgres: processorMs(stage.postgres.pid, true) - spent };
}

/** @param {import('pg').Client} client @param {number} part */
async function statements(client, part) {
  const found = [];
  for (const table of TABLES) {
    const { rows, fields } = await client.query({
      text: `select * from held_${table} where part = ${part}`,
      rowMode: 'array',
    });
    const names = fields.map(({ name }) => name);
    const most = Math.floor(65_000 / names.length);
    for (let at = 0; at < rows.length; at += most) {
      const given = rows.slice(at, at + most).map((row) => row.slice(1).map(asParameter));
      const tuples = given.map(
        (row, line) => `(${row.map((_, column) => `$${line * row.length + column + 1}`).join(', ')})`,
      );
      found.push({
        text: `insert into plain_${table} (${names.slice(1).join(', ')}) values ${tuples.join(', ')}`,
        values: given.flat(),
      });
    }
  }
  return found;
}

const asParameter = (/** @type {unknown} */ value) =>
  value !== null && typeof value === 'object' && !(value instanceof Date) && !Buffer.isBuffer(value)
    ? JSON.stringify(value)
    : value;

/**
 * @param {number} size
 * @param {{ ms: number, made: { node: number, postgres: number }, before: { open: number }, after: { events: number, blocks: number, open: number, refused: number }, first: number, memory: number }} run
 * @param {{ ms: number, postgres: number }} plain
 */
function report(size, { ms, made, before, after, first, memory }, plain) {
  const perSecond = (size * 1_000) / ms;
  // All rows of both parts of the shift were written again: the time of the same share of them.
  const plainPerSecond = ((size + first) * 1_000) / plain.ms;
  const ratio = rounded(perSecond / plainPerSecond, 3);
  return {
    scenario: 'calls',
    size,
    figures: {
      eventsPerSecond: rounded(perSecond, 0),
      plainPerSecond: rounded(plainPerSecond, 0),
      agents: EXTENSIONS.length,
      inFlight: before.open,
      inFlightAtEnd: after.open,
      familiesAtHand: memory,
      batches: after.blocks,
      refused: after.refused,
      nodeMsPerThousand: rounded((made.node * 1_000) / size),
      postgresMsPerThousand: rounded((made.postgres * 1_000) / size),
      plainPostgresMsPerThousand: rounded((plain.postgres * 1_000) / (size + first)),
    },
    ceiling: rounded(plainPerSecond, 0),
    ratio,
    goal: { eventsPerSecond: GOAL_PER_SECOND, ratio: GOAL_RATIO },
    pass: perSecond >= GOAL_PER_SECOND && ratio >= GOAL_RATIO,
  };
}

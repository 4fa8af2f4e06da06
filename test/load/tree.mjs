import { Caller } from './caller.mjs';
import { fill } from './list-tickets.mjs';
import { quantile, rounded, say } from './measures.mjs';
import { processorMs, Stage } from './stage.mjs';

const GOAL_SECONDS = 30;
const GOAL_READER_MS = 200;
const POLL_MS = 20;
const PROVINCE = '440000';
const REGION_ID = '0198c0de-0000-7000-8000-0000000000b1';

/** Lists of the nation, of the province that moves and of a county in it. */
const READERS = ['supervisor', 'supervisor-gd', 'handler-nanshan'];

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A unit between the nation and its provinces, as no shipped tree has one. */
const REGION = `
insert into unit (id, code, name, short_name, kind, level, parent_id, path)
select $1, 'region1', '南方大区工会', '南方', 'territorial', 'province', id, path || 'r1/' from unit where parent_id is null`;

/**
 * Moves a province with `size` tickets below another superior while somebody reads: how long until the last row is
 * rewritten, and how long the longest list took meanwhile.
 * @param {number} [size]
 */
export async function tree(size = 200_000) {
  const stage = await Stage.open();
  try {
    await (await stage.server('api')).stop();
    await fill(stage, size, 'cn/44/');
    await stage.sql(REGION, [REGION_ID]);
    const server = await stage.server('all');
    const callers = await Promise.all(READERS.map((name) => Caller.signIn(server.address, name)));
    const admin = await Caller.signIn(server.address, 'admin');
    const before = await readFor(callers, 3_000);
    const spent = () => ({
      postgres: processorMs(stage.postgres.pid, true),
      server: processorMs(server.pid),
    });
    const from = spent();
    const moved = await moveWhileRead(stage, admin, callers);
    const to = spent();
    const processor = { postgres: to.postgres - from.postgres, server: to.server - from.server };
    for (const caller of [...callers, admin]) caller.close();
    await server.stop();
    return report(size, before, { ...moved, processor });
  } finally {
    await stage.close();
  }
}

/** @typedef {{ reader: string, ms: number, items: number, at: number }} Read */

/** @param {Caller[]} callers @param {number} ms */
async function readFor(callers, ms) {
  let over = false;
  const reading = poll(callers, () => over);
  await pause(ms);
  over = true;
  return reading;
}

/** One reader who asks for one list after the other. @param {Caller[]} callers @param {() => boolean} over */
async function poll(callers, over) {
  /** @type {Read[]} */
  const reads = [];
  const start = performance.now();
  for (let n = 0; !over(); n = (n + 1) % callers.length) {
    const began = performance.now();
    const answer = await /** @type {Caller} */ (callers[n]).send('GET', '/api/tickets?view=open&limit=50');
    const ms = performance.now() - began;
    reads.push({
      reader: String(READERS[n]),
      ms,
      items: JSON.parse(answer.text).items.length,
      at: began - start,
    });
    await pause(Math.max(0, POLL_MS - ms));
  }
  return reads;
}

/** @param {Stage} stage @param {Caller} admin @param {Caller[]} callers */
async function moveWhileRead(stage, admin, callers) {
  const [unit] = await stage.sql('select id from unit where code = $1', [PROVINCE]);
  const plan = { kind: 'move', unitIds: [unit.id], parentId: REGION_ID, reason: 'bench' };
  const draft = JSON.parse((await admin.send('POST', '/api/unit-changes', plan)).text);
  let over = false;
  const reading = poll(callers, () => over);
  const began = performance.now();
  await admin.send('POST', `/api/unit-changes/${draft.id}/start`, undefined, undefined, draft.version);
  const change = await untilDone(admin, draft.id, began);
  const seconds = (performance.now() - began) / 1_000;
  over = true;
  const reads = await reading;
  const [left] = await stage.sql(
    `select (select count(*) from ticket where path ^@ 'cn/44/') + (select count(*) from ticket_access where path ^@ 'cn/44/') as rows,
       (select count(*) from ticket where path ^@ 'cn/r1/44/')::int as tickets`,
  );
  return { seconds, change, reads, left: Number(left.rows), tickets: left.tickets };
}

/** @param {Caller} admin @param {string} id @param {number} began */
async function untilDone(admin, id, began) {
  for (let told = 0; ;) {
    const change = JSON.parse((await admin.send('GET', `/api/unit-changes/${id}`)).text);
    if (change.state !== 'running') return change;
    if (performance.now() - began > told * 5_000) {
      const rows = change.progress.rows
        .map((/** @type {any} */ one) => `${one.table} ${one.rows}`)
        .join(', ');
      say(`tree: ${rounded((performance.now() - began) / 1_000, 0)} s ${change.progress.phase} ${rows}`);
      told += 1;
    }
    if (performance.now() - began > 300_000) throw new Error('not done in five minutes');
    await pause(200);
  }
}

/**
 * @param {number} size
 * @param {Read[]} before
 * @param {Awaited<ReturnType<typeof moveWhileRead>> & { processor: { postgres: number, server: number } }} moved
 */
function report(size, before, { seconds, change, reads, left, tickets, processor }) {
  const longest = reads.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
  const blind = reads.filter((one) => one.items === 0).length;
  const of = (/** @type {Read[]} */ all, /** @type {number} */ share) =>
    rounded(
      quantile(
        all.map((one) => one.ms),
        share,
      ),
    );
  say(
    `tree: longest read ${rounded(longest.ms)} ms by ${longest.reader} after ${rounded(longest.at / 1_000)} s`,
  );
  return {
    scenario: 'tree',
    size,
    figures: {
      seconds: rounded(seconds),
      longestReaderMs: rounded(longest.ms),
      // With the reader's share; what a busy machine does not change much.
      processorSeconds: {
        postgres: rounded(processor.postgres / 1_000),
        server: rounded(processor.server / 1_000),
      },
      readerP95Ms: of(reads, 0.95),
      reads: reads.length,
      emptyLists: blind,
      ticketsMoved: tickets,
      rowsLeftBehind: left,
      rewritten: Object.fromEntries(
        change.progress.rows.map((/** @type {any} */ one) => [one.table, one.rows]),
      ),
      state: change.state,
      atRest: { readerP95Ms: of(before, 0.95), longestReaderMs: of(before, 1) },
    },
    ceiling: null,
    ratio: null,
    goal: { seconds: GOAL_SECONDS, longestReaderMs: GOAL_READER_MS },
    pass:
      change.state === 'done' &&
      left === 0 &&
      blind === 0 &&
      seconds <= GOAL_SECONDS &&
      longest.ms <= GOAL_READER_MS,
  };
}

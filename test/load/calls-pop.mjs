import { randomUUID } from 'node:crypto';
import { Caller } from './caller.mjs';
import { quantile, rounded, say, until } from './measures.mjs';
import { Stage } from './stage.mjs';

const GOAL_MS = 300;
const SECRET = 'line-secret-12351';
const QUEUE = 'q12351';
/** Four rings a second: thirteen times the calls of the whole country at its peak. */
const GAP_MS = 250;

/** @param {number} n */
const agentName = (n) => `pop-agent-${n}`;
/** @param {number} n */
const addressOf = (n) => `PJSIP/${8100 + n}`;

/**
 * Fifty agents at the line with their screens open. A call rings at one after the other; from the moment the switchboard
 * writes the ring on the wire to the answered look-up at that agent's desk.
 * @param {number} [rings]
 */
export async function callsPop(rings = 240, desks = 50) {
  const stage = await Stage.open();
  /** @type {(() => unknown)[]} */
  const closing = [];
  try {
    const server = await stage.server('all');
    const line = await practiceLine();
    closing.push(() => line.close());
    const port = await line.open();
    const callers = await signedIn(stage, server.address, port, desks);
    closing.push(() => callers.forEach((one) => one.close()));
    say(`${desks} desks at the line; ${rings} rings`);
    const { times, told } = await measure(line, callers, rings);
    const p95 = rounded(quantile(times, 0.95));
    return {
      scenario: 'calls-pop',
      size: rings,
      figures: {
        desks,
        p50Ms: rounded(quantile(times, 0.5)),
        p95Ms: p95,
        maxMs: rounded(Math.max(...times)),
        toldP50Ms: rounded(quantile(told, 0.5)),
        toldP95Ms: rounded(quantile(told, 0.95)),
        rings: times.length,
      },
      ceiling: null,
      ratio: null,
      goal: `event to pop p95 ≤ ${GOAL_MS} ms with ${desks} desks`,
      pass: p95 <= GOAL_MS && times.length === rings,
    };
  } finally {
    for (const close of closing.reverse()) await close();
    await stage.close();
  }
}

async function practiceLine() {
  const { LiveLine } = await import('../../dist/libs/practice-line/index.js');
  const queue = {
    name: QUEUE,
    ringMs: 20_000,
    retryMs: 50,
    limitMs: 60_000,
    mostWaiting: 60,
    serviceSeconds: 15,
  };
  return new LiveLine({
    host: '127.0.0.1',
    port: 0,
    account: { username: 'hotline', secret: SECRET },
    board: { number: '12351', ivrMs: 20, queues: [queue] },
    seed: 1,
    now: () => Date.now(),
    tickMs: 5,
  });
}

/** @param {Stage} stage @param {string} address @param {number} port @param {number} desks */
async function signedIn(stage, address, port, desks) {
  const database = await stage.client();
  await database.query(
    `insert into account (id, name, display_name, password_hash)
     select gen_random_uuid(), 'pop-agent-' || n, '坐席' || n, (select password_hash from account where name = 'agent')
     from generate_series(0, $1 - 1) n`,
    [desks],
  );
  await database.query(
    `insert into membership (id, account_id, unit_id, role)
     select gen_random_uuid(), a.id, u.id, 'agent' from account a, unit u where a.name like 'pop-agent-%' and u.code = 'cn'`,
  );
  const admin = await Caller.signIn(address, 'admin');
  const { rows } = await database.query(`select id from unit where code = 'cn'`);
  const settings = { host: '127.0.0.1', port, username: 'hotline', tls: false };
  const body = { name: 'bench', kind: 'ami', unitId: rows[0].id, settings, secret: SECRET };
  const source = JSON.parse((await admin.send('POST', '/api/telephony/sources', body, randomUUID())).text);
  await database.query(
    `insert into agent_endpoint (id, source_id, account_id, kind, address, name, queues, valid_from)
     select gen_random_uuid(), $1, a.id, 'practice', 'PJSIP/' || (8100 + split_part(a.name, '-', 3)::int), a.display_name,
       array[$2::text], now() - interval '1 hour' from account a where a.name like 'pop-agent-%'`,
    [source.id, QUEUE],
  );
  await until(async () => {
    const feed = await database.query(
      `select 1 from telephony_feed where source_id = $1 and state = 'live'`,
      [source.id],
    );
    return feed.rowCount;
  }, 30_000);
  admin.close();
  const callers = [];
  for (let n = 0; n < desks; n += 1) {
    const caller = await Caller.signIn(address, agentName(n));
    const { version } = JSON.parse((await caller.send('GET', '/api/presence/me')).text);
    await caller.send('POST', '/api/presence/sign-in', undefined, undefined, version);
    callers.push(caller);
  }
  return callers;
}

/**
 * @param {Awaited<ReturnType<typeof practiceLine>>} line
 * @param {Caller[]} callers
 * @param {number} rings
 */
async function measure(line, callers, rings) {
  /** @type {Map<string, number>} address → when its telephone was rung */
  const rung = new Map();
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const told = [];
  line.act((board) => {
    board.onRing = (/** @type {{ interface: string }} */ member) =>
      rung.set(member.interface, performance.now());
  });
  let busy = 0;
  await Promise.all(
    callers.map((caller, n) =>
      caller.follow((event, message) => {
        if (event !== 'call' || message.state !== 'offered') return;
        const began = rung.get(addressOf(n));
        const heard = performance.now();
        if (began !== undefined) told.push(heard - began);
        void caller
          .send('GET', `/api/calls/${message.callId}/pop`)
          .then(() => began !== undefined && times.push(performance.now() - began))
          .finally(() => (busy -= 1));
      }),
    ),
  );
  await until(() => line.act((board) => [...board.members.values()].length >= callers.length), 30_000);
  for (let n = 0; n < rings; n += 1) {
    busy += 1;
    line.call({
      number: `1420${String(n).padStart(7, '0')}`,
      queue: QUEUE,
      patienceMs: 500,
      talkMs: 1_000,
      endedBy: 'caller',
    });
    await new Promise((go) => setTimeout(go, GAP_MS));
    await until(() => busy < callers.length / 2, 20_000, 10);
  }
  await until(() => times.length >= rings, 20_000).catch(() => undefined);
  return { times, told };
}

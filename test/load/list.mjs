import { Caller } from './caller.mjs';
import { fill } from './list-tickets.mjs';
import { median, quantile, rounded, say } from './measures.mjs';
import { Stage } from './stage.mjs';

const GOAL_MS = 50;
const GOAL_GROWTH = 1.5;
const REPEATS = 20;
const PAGES = 3;

/** Whose inbox; the national and provincial ones by role too, since their views differ. */
const INBOXES = [
  ['county', 'handler-nanshan'],
  ['province', 'handler-gd'],
  ['province', 'supervisor-gd'],
  ['national', 'supervisor'],
  ['national', 'dispatcher'],
  ['national', 'agent'],
];

const VIEWS = [
  'mine-to-do',
  'to-sign',
  'due-today',
  'redo',
  'open',
  'red',
  'yellow',
  'all',
  'unclear',
  'call-back',
  'to-review',
  'once-handled',
];
const QUESTIONS = [
  ...VIEWS.map((view) => `view=${view}`),
  'view=open&sort=newest',
  'view=all&sort=newest',
  'kind=legal-aid',
  'field=pay',
  'field=new-forms&urgency=urgent',
  'tag=migrant',
  'tag=group',
  'urgency=urgent',
  'dueWithin=overdue',
  'dueWithin=today',
  'dueWithin=1wd',
  'dueWithin=3wd',
  'queueReason=no-rule',
  'queueReason=returned&field=membership',
  'state=reported&state=call-back',
  'view=all&state=closed',
  'view=all&state=closed&kind=suggestion&tag=group',
  'view=all&kind=suggestion&field=injury&urgency=urgent',
  `q=${encodeURIComponent('工资')}`,
  `view=all&q=${encodeURIComponent('工资 加班')}`,
  `view=all&q=${encodeURIComponent('词19321')}`,
  'view=all&q=0000321',
  'view=once-handled&sort=newest&field=pay',
].map((question) => `/api/tickets?${question}&limit=50`);

/**
 * Every view and filter of the inboxes of a county, a province and the country, with the pages that follow by keyset and
 * the counts beside them, over HTTP, one request at a time; on `size` tickets and on a tenth of them.
 * @param {number} [size]
 */
export async function list(size = 1_000_000) {
  const stage = await Stage.open();
  try {
    await (await stage.server('api')).stop();
    const small = await measure(stage, Math.ceil(size / 10));
    const large = await measure(stage, size);
    const ratio = rounded(large.p95 / small.p95, 2);
    return {
      scenario: 'list',
      size,
      figures: {
        p50Ms: rounded(large.p50),
        p95Ms: rounded(large.p95),
        worst: large.worst.slice(0, 8),
        overGoal: large.worst.filter(({ p95 }) => p95 > GOAL_MS).length,
        queries: large.worst.length,
        p95ByInbox: large.byInbox,
        tenth: {
          size: Math.ceil(size / 10),
          p50Ms: rounded(small.p50),
          p95Ms: rounded(small.p95),
          worst: small.worst.slice(0, 3),
          p95ByInbox: small.byInbox,
        },
      },
      ceiling: rounded(small.p95),
      ratio,
      goal: { worstP95Ms: GOAL_MS, growth: GOAL_GROWTH },
      pass: large.worst.every(({ p95 }) => p95 <= GOAL_MS) && ratio <= GOAL_GROWTH,
    };
  } finally {
    await stage.close();
  }
}

async function measure(/** @type {Stage} */ stage, /** @type {number} */ size) {
  await fill(stage, size);
  const server = await stage.server('api');
  /** @type {Map<string, number[]>} */
  const times = new Map();
  for (let round = 0; round <= REPEATS; round += 1) {
    for (const [level, name] of INBOXES) {
      const caller = await signedIn(server.address, String(name));
      // The first round only warms up.
      await ask(caller, `${level} ${name}`, round === 0 ? new Map() : times);
    }
  }
  for (const caller of callers.values()) caller.close();
  callers.clear();
  await server.stop();
  return summary(times);
}

/** @type {Map<string, Caller>} */
const callers = new Map();
async function signedIn(/** @type {string} */ address, /** @type {string} */ name) {
  const known = callers.get(name) ?? (await Caller.signIn(address, name));
  callers.set(name, known);
  return known;
}

async function ask(
  /** @type {Caller} */ caller,
  /** @type {string} */ inbox,
  /** @type {Map<string, number[]>} */ times,
) {
  const timed = async (/** @type {string} */ path, /** @type {string} */ name) => {
    const began = performance.now();
    const answer = await caller.send('GET', path);
    const key = `${inbox} ${name.replace('/api/tickets?', '').replace('&limit=50', '')}`;
    times.set(key, [...(times.get(key) ?? []), performance.now() - began]);
    return answer;
  };
  for (const question of QUESTIONS) {
    let path = question;
    for (let page = 1; page <= PAGES; page += 1) {
      const { nextCursor } = JSON.parse(
        (await timed(path, `${question}${page > 1 ? ' next page' : ''}`)).text,
      );
      if (nextCursor === null) break;
      path = `${question}&cursor=${encodeURIComponent(nextCursor)}`;
    }
  }
  await timed('/api/tickets/counts', 'counts');
}

function summary(/** @type {Map<string, number[]>} */ times) {
  const worst = [...times]
    .map(([query, all]) => ({
      query: decodeURIComponent(query),
      p50: rounded(median(all)),
      p95: rounded(quantile(all, 0.95)),
    }))
    .sort((a, b) => b.p95 - a.p95);
  const of = (/** @type {string} */ level) =>
    rounded(
      quantile(
        [...times].filter(([key]) => key.startsWith(level)).flatMap(([, all]) => all),
        0.95,
      ),
    );
  for (const { query, p50, p95 } of worst.slice(0, 15)) say(`list: p50 ${p50} p95 ${p95} ms  ${query}`);
  return {
    p50: median([...times.values()].flat()),
    p95: quantile([...times.values()].flat(), 0.95),
    worst,
    byInbox: { county: of('county'), province: of('province'), national: of('national') },
  };
}

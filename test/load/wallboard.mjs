import { Caller } from './caller.mjs';
import { quantile, rounded, say, throughput, until } from './measures.mjs';
import { processorMs, Stage } from './stage.mjs';

const GOAL = { costPoints: 10 };
const PEOPLE = 60;
const CALLS_TODAY = 50_000;
const MEASURE_MS = 20_000;
const SETTLE_MS = 4_000;
const OPENING = 25;

/**
 * One wall of the nation looked at by one screen, then by `size` at once, while callers come and go every 250 ms: processor
 * time of server and database a second, and how long a change takes to the screens.
 * @param {number} [size]
 */
export async function wallboard(size = 1_000) {
  const stage = await Stage.open();
  /** @type {ReturnType<typeof changes> | undefined} */
  let change;
  try {
    const server = await stage.server('all');
    const unitId = await plant(stage);
    const people = await supervisors(stage, server.address, unitId);
    change = changes(stage);
    const alone = await watch(1, server, people, stage, change);
    say(
      `wallboard: one screen ${rounded(alone.server)} ms/s of the server, ${rounded(alone.database)} of PostgreSQL`,
    );
    const crowd = await watch(size, server, people, stage, change);
    say(`wallboard: ${size} screens ${rounded(crowd.server)} and ${rounded(crowd.database)} ms/s`);
    const costPoints = (crowd.server + crowd.database - alone.server - alone.database) / 10;
    return {
      scenario: 'wallboard',
      size,
      figures: {
        costPoints: rounded(costPoints, 2),
        oneScreenMsPerSecond: rounded(alone.server + alone.database),
        allScreensMsPerSecond: rounded(crowd.server + crowd.database),
        databaseMsPerSecond: [rounded(alone.database), rounded(crowd.database)],
        messages: crowd.messages,
        missedVersions: crowd.missed,
        changeToScreenMs: {
          p50: rounded(quantile(crowd.delays, 0.5)),
          p95: rounded(quantile(crowd.delays, 0.95)),
        },
      },
      ceiling: rounded(alone.server + alone.database),
      ratio: rounded((crowd.server + crowd.database) / (alone.server + alone.database), 2),
      goal: GOAL,
      pass: costPoints <= GOAL.costPoints && crowd.missed === 0,
    };
  } finally {
    await change?.stop();
    await stage.close();
  }
}

/** A line for every province, a day of calls, and its unit. @param {Stage} stage */
async function plant(stage) {
  await stage.sql(
    `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, created_at, changed_at)
     select gen_random_uuid(), code, 'ami', id, path, '{}', now(), now() from unit
     where level = 'province' and kind = 'territorial' order by path limit 33`,
  );
  // Without the triggers that have calls counted for the board, the reports and the missed calls: not what is measured here.
  await stage.sql('set session_replication_role = replica');
  await stage.sql(
    `with lines as (select id, unit_path, row_number() over (order by name) - 1 as n, count(*) over () as all from telephony_source),
     made as (insert into call (id, source_id, call_key, unit_path, direction, arrived_at, ended_at, asked, outcome, folded_at)
       select gen_random_uuid(), l.id, g::text, l.unit_path, 'in', t, t, true, case when g % 20 = 0 then 'not_answered' else 'answered' end, now()
       from generate_series(1, $1::integer) g join lines l on l.n = g % l.all
       cross join lateral (select now() - random() * interval '8 hours' as t) t returning id, source_id, unit_path, arrived_at, outcome)
     insert into call_visit (id, call_id, source_id, visit_key, unit_path, queue, ordinal, entered, joined_at, answered_at, left_at,
       counted_at, outcome, last_seen_at, wait_us, wait_known)
     select gen_random_uuid(), id, source_id, id::text, unit_path, 'q12351', 1, true, arrived_at,
       case when outcome = 'answered' then arrived_at + interval '8 seconds' end,
       case when outcome <> 'answered' then arrived_at + interval '8 seconds' end, arrived_at,
       case when outcome = 'answered' then 'answered' else 'abandoned' end, arrived_at, 8000000, 'exact' from made`,
    [CALLS_TODAY],
  );
  await stage.sql('set session_replication_role = origin');
  await stage.sql('analyze');
  const [nation] = await stage.sql(`select id from unit where level = 'national'`);
  return String(nation.id);
}

/** People who may look at the nation's wall; one person has at most twenty screens. @param {Stage} stage @param {string} address @param {string} unitId */
async function supervisors(stage, address, unitId) {
  const names = await stage.sql(
    `with made as (insert into account (id, name, display_name, password_hash, created_at)
       select gen_random_uuid(), 'wall-' || n, 'wall-' || n, a.password_hash, now()
       from account a, generate_series(1, ${PEOPLE}) n where a.name = 'supervisor' returning id, name),
     posts as (insert into membership (id, account_id, unit_id, role) select gen_random_uuid(), id, $1, 'supervisor' from made)
     select name from made`,
    [unitId],
  );
  /** @type {Caller[]} */
  const people = [];
  for (const { name } of names) people.push(await Caller.signIn(address, name));
  return people.map((person) => ({ person, path: `/api/wallboard/live?unitId=${unitId}` }));
}

/** Callers who come, and are gone after a second. @param {Stage} stage */
function changes(stage) {
  /** @type {number[]} */
  const made = [];
  let going = true;
  const step = async () => {
    while (going) {
      await stage.sql(
        `with l as (select id, unit_path from telephony_source order by random() limit 1),
         gone as (update call_visit set outcome = 'abandoned', left_at = now() where outcome = 'open' and joined_at < now() - interval '1 second')
         insert into call_visit (id, source_id, visit_key, unit_path, queue, ordinal, entered, joined_at, counted_at, outcome, last_seen_at)
         select gen_random_uuid(), id, gen_random_uuid()::text, unit_path, 'q12351', 1, true, now(), now(), 'open', now() from l`,
      );
      made.push(Date.now());
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const running = step();
  return {
    made,
    stop: async () => {
      going = false;
      await running;
    },
  };
}

/**
 * @param {number} screens
 * @param {{ address: string, pid: number }} server
 * @param {{ person: Caller, path: string }[]} people
 * @param {Stage} stage
 * @param {{ made: number[] }} change
 */
async function watch(screens, server, people, stage, change) {
  let [messages, missed, begun] = [0, 0, 0];
  /** @type {number[]} */
  const delays = [];
  const open = (/** @type {number} */ n) => {
    const one = people[n % people.length];
    if (!one) throw new Error('nobody may look');
    let version = -1;
    return one.person.follow((event, said) => {
      messages += 1;
      if (event === 'wall') begun += 1;
      if (event === 'change') {
        if (said.from !== version) missed += 1;
        const before = change.made.findLast((at) => at <= Date.parse(said.asOf));
        if (before !== undefined) delays.push(Date.now() - before);
      }
      version = said.version ?? version;
    }, one.path);
  };
  /** @type {(() => void)[]} */
  const opened = [];
  // Each is asked who it is; a thousand in one instant would wait for a connection of the database for too long.
  await throughput(screens, OPENING, async (n) => opened.push(await open(n)));
  await until(() => begun === screens, 60_000);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  [messages, delays.length] = [0, 0];
  const database = () => processorMs(stage.postgres.pid, true);
  const before = { at: performance.now(), server: processorMs(server.pid), database: database() };
  await new Promise((resolve) => setTimeout(resolve, MEASURE_MS));
  const seconds = (performance.now() - before.at) / 1_000;
  const used = {
    server: (processorMs(server.pid) - before.server) / seconds,
    database: (database() - before.database) / seconds,
  };
  const heard = { messages, missed, delays: [...delays] };
  for (const end of opened) end();
  return { ...used, ...heard };
}

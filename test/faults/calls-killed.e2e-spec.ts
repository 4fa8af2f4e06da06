import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { FieldSealing } from '@hotline/platform';
import { LiveLine } from '@hotline/practice-line';
import { eventually } from '../support/eventually.js';
import { startPostgresIn, type ThrowAwayPostgres } from '../support/postgres-server.mjs';
import { ServerProcess } from '../support/server-process.js';

const SECRET = 'line-secret';
const SOURCE = '0198c0de-0000-7000-8000-0000000000d1';
const KILLS = 3;
/** What the listener takes to notice a line, read a log and look at the clock. */
const PATIENCE_MS = 90_000;

describe('a server killed in the middle of a shift', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-calls-'));
  const log = join(folder, 'queue_log');
  let postgres: ThrowAwayPostgres;
  let server: ServerProcess;
  let owner: pg.Client;
  let line: LiveLine;

  beforeAll(async () => {
    line = new LiveLine({
      host: '127.0.0.1',
      port: 0,
      account: { username: 'hotline', secret: SECRET },
      board: {
        number: '12351',
        ivrMs: 50,
        queues: [
          { name: 'q1', ringMs: 600, retryMs: 50, limitMs: 4_000, mostWaiting: 6, serviceSeconds: 15 },
        ],
      },
      shift: {
        callsPerHour: 240,
        queue: 'q1',
        robots: [8001, 8002, 8003].map((one) => ({
          interface: `PJSIP/${one}`,
          name: `坐席${one}`,
          queue: 'q1',
        })),
        speed: 20,
      },
      seed: 11,
      queueLog: log,
      now: () => Date.now(),
    });
    const port = await line.open();
    postgres = await startPostgresIn(folder);
    server = await ServerProcess.of({ databaseUrl: postgres.url, ownerUrl: postgres.ownerUrl });
    await server.start();
    owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    const settings = { host: '127.0.0.1', port, username: 'hotline', tls: false, queueLog: log };
    await owner.query(
      `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, secret_sealed, created_at, changed_at)
       select $1, 'killed', 'ami', id, path, $2, $3, now(), now() from unit where parent_id is null`,
      [SOURCE, JSON.stringify(settings), new FieldSealing(Buffer.alloc(32, 7)).seal(SECRET)],
    );
  }, 120_000);

  afterAll(async () => {
    await server.end('SIGKILL');
    await line.close();
    await owner.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async (sql: string, ...values: unknown[]): Promise<number> =>
    Number((await owner.query<{ n: string }>(`select count(*) as n from ${sql}`, values)).rows[0]?.n);

  it('has every call once, no call open for ever, and the figures of the log', async () => {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const before = await count(`call_visit where source_id = $1`, SOURCE);
      await eventually(
        `more calls, before kill ${kill}`,
        async () => (await count(`call_visit where source_id = $1`, SOURCE)) > before + 8,
        PATIENCE_MS,
      );
      await server.end('SIGKILL');
      await server.start();
    }
    // The switchboard dies too: what was open there never gets an end of its own.
    const restarted = new Date();
    line.restart();
    const open = `call_visit where source_id = $1 and counted_at < $2
      and (outcome = 'open' or provisional or (outcome = 'answered' and end_known and talk_ended_at is null))`;
    const read = `telephony_feed where source_id = $1 and feed = 'queue_log' and (bookmark ->> 'offset')::bigint >= $2`;
    const size = statSync(log).size;
    await eventually('the log is read', async () => (await count(read, SOURCE, size)) === 1, PATIENCE_MS);
    await eventually(
      'nothing is open',
      async () => (await count(open, SOURCE, restarted)) === 0,
      PATIENCE_MS,
    );
    await eventually(
      'no call is open',
      async () =>
        (await count(
          `call where source_id = $1 and arrived_at < $2 and outcome = 'open'`,
          SOURCE,
          restarted,
        )) === 0,
      PATIENCE_MS,
    );
    const lines = readFileSync(log, 'utf8')
      .split('\n')
      .map((text) => text.split('|'))
      .filter(([at]) => Number(at) < Math.floor(restarted.getTime() / 1000) - 1);
    const told = (event: string): string[] =>
      lines.flatMap((one) => (one[4] === event ? [one[1] ?? ''] : [])).sort();
    const legs = async (where: string): Promise<string[]> => {
      const { rows } = await owner.query<{ leg: string }>(
        `select split_part(visit_key, ':', 1) as leg from call_visit
         where source_id = $1 and ${where} order by 1`,
        [SOURCE],
      );
      const before = new Set(told('ENTERQUEUE'));
      return rows
        .map(({ leg }) => leg)
        .filter((leg) => before.has(leg))
        .sort();
    };
    expect(await legs('entered')).toEqual(told('ENTERQUEUE'));
    expect(await legs(`outcome = 'answered'`)).toEqual(expect.arrayContaining(told('CONNECT')));
    expect(await legs(`outcome = 'abandoned'`)).toEqual(expect.arrayContaining(told('ABANDON')));
    expect(told('CONNECT').length).toBeGreaterThan(8);
    expect(await count(`telephony_feed where source_id = $1 and refused > 0`, SOURCE)).toBe(0);
    const twice = `(select 1 from call_event where source_id = $1 group by event_key, feed having count(*) > 1) t`;
    expect(await count(twice, SOURCE)).toBe(0);
    await nobodyIsForgotten(restarted);
  }, 400_000);

  /** Whoever was spoken with by nobody is owed a call back once, also where the server died before it had judged the call. */
  async function nobodyIsForgotten(until: Date): Promise<void> {
    const over = `call c where c.source_id = $1 and c.arrived_at < $2 and c.direction = 'in' and c.caller_hash is not null`;
    const had = (outcomes: string): string =>
      `exists (select from call_visit v where v.call_id = c.id and v.outcome in (${outcomes}))`;
    const missed = `${over} and ${had(`'abandoned', 'limit', 'full'`)}
      and not ${had(`'answered', 'lost', 'open', 'key', 'empty', 'withdrawn'`)}`;
    const tried = `exists (select from missed_try t join missed_call m on m.id = t.missed_id
      where t.call_id = c.id and m.caller_hash = c.caller_hash)`;
    await eventually(
      'every missed call is a try',
      async () => (await count(`${missed} and not ${tried}`, SOURCE, until)) === 0,
      PATIENCE_MS,
    );
    expect(await count(missed, SOURCE, until)).toBeGreaterThan(0);
    expect(await count(`${over} and ${had(`'answered'`)} and ${tried}`, SOURCE, until)).toBe(0);
    const open = `(select 1 from missed_call where closed_at is null group by unit_id, caller_hash having count(*) > 1) t`;
    expect(await count(open)).toBe(0);
  }
});

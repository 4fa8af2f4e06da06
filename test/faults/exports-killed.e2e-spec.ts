import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@hotline/kernel';
import pg from 'pg';
import { eventually } from '../support/eventually.js';
import { Person } from '../support/hotline.js';
import { must } from '../support/moves.js';
import { PlantedLine } from '../support/planted-line.js';
import { startPostgresIn, type ThrowAwayPostgres } from '../support/postgres-server.mjs';
import { ServerProcess } from '../support/server-process.js';

const CALLS = 60_000;
const KILLS = 2;
const ALL = { result: 'all', language: 'zh' } as const;

/** Calls of one day, several at the same moment. */
const FILL = `with made as (select gen_random_uuid() as id, n from generate_series(1, ${CALLS}) n), calls as (
    insert into call (id, source_id, call_key, unit_path, direction, arrived_at, outcome, caller_masked, asked, folded_at)
    select id, $1, id::text, 'cn/', 'in', '2026-03-09T00:00:00+08:00'::timestamptz + n / 3 * interval '4 seconds', 'answered',
      '1' || lpad(n::text, 6, '0') || '****', true, now() from made returning id)
  insert into call_visit (id, visit_key, call_id, source_id, unit_path, queue, ordinal, counted_at, last_seen_at, entered, outcome,
    wait_us, talk_us)
  select gen_random_uuid(), id::text, id, $1, 'cn/', 'q', 1, '2026-03-09T00:00:00+08:00'::timestamptz + n / 3 * interval '4 seconds',
    now(), true, 'answered', 3000000, 60000000 from made`;

describe('a server killed while it writes a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-exports-'));
  let postgres: ThrowAwayPostgres;
  let server: ServerProcess;
  let owner: pg.Client;

  beforeAll(async () => {
    postgres = await startPostgresIn(folder);
    server = await ServerProcess.of({ databaseUrl: postgres.url, ownerUrl: postgres.ownerUrl });
    await server.start();
    owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    const line = await PlantedLine.at(owner, 'cn', `国家热线 ${newId().slice(-4)}`);
    await owner.query(FILL, [line.sourceId]);
    await owner.query('analyze');
  }, 120_000);

  afterAll(async () => {
    await server.end('SIGKILL');
    await owner.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['csv', 'xlsx'] as const)(
    'offers no half %s, goes on and has every call once',
    async (form) => {
      const leader = await new Person(server.base).signIn('supervisor');
      const asked = { since: '2026-03-09T00:00:00+08:00', until: '2026-03-11T00:00:00+08:00', form, ...ALL };
      const { id } = must(await leader.api.POST('/api/call-reports/rows/exports', { body: asked }));
      const file = async () => must(await leader.api.GET('/api/exports/{id}', { params: { path: { id } } }));
      const fetched = () => leader.raw(`/api/exports/${id}/file`);
      for (let kill = 1, before = 0; kill <= KILLS; kill += 1) {
        const { rows, state } = await eventually('some pages more', async () => {
          const now = await file();
          return now.rows > before || now.state === 'done' ? now : null;
        });
        expect(state).toBe('running');
        await server.end('SIGKILL');
        await server.start();
        expect((await fetched()).status).toBe(409);
        before = rows;
      }
      const done = await eventually(
        'the file is there',
        async () => ((await file()).state === 'done' ? await file() : null),
        120_000,
      );
      expect(done).toMatchObject({ rows: CALLS, share: 1 });
      const bytes = Buffer.from(await (await fetched()).arrayBuffer());
      expect(bytes.length).toBe(done.length);
      if (form === 'xlsx') return;
      const lines = bytes.toString('utf8').split('\r\n');
      const calls = lines.slice(lines.findIndex((one) => one.startsWith('时间,')) + 1, -1);
      expect(calls).toHaveLength(CALLS);
      expect(new Set(calls).size).toBe(CALLS);
    },
    240_000,
  );
});

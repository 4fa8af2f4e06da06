import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { eventually } from '../support/eventually.js';
import { Person } from '../support/hotline.js';
import { must, unitWithCode } from '../support/moves.js';
import { startPostgresIn, type ThrowAwayPostgres } from '../support/postgres-server.mjs';
import { ServerProcess } from '../support/server-process.js';

const TICKETS = 8_000;

/** Closed tickets of one county with the custody of every level: enough rows for a change to be caught in the middle. */
const FILL = `
with unit_at as (
  select (select id from unit where code = 'cn') as nation, (select id from unit where code = '440305') as county
), made as (
  insert into ticket (id, no, version, state, kind, field, difficulty, urgency, confidentiality, title, text,
    intake_unit_id, accountable_unit_id, path, opened_at, updated_at, closed_at)
  select gen_random_uuid(), '20260101-' || lpad(n::text, 5, '0'), 1, 'closed', 'complaint', 'pay', 'general', 'general', 'open',
    'x', 'x', nation, county, 'cn/44/4403/440305/', now(), now(), now()
  from unit_at, generate_series(1, ${TICKETS}) n returning id
)
insert into ticket_access (ticket_id, path)
select id, path from made, unnest(array['cn/', 'cn/44/', 'cn/44/4403/', 'cn/44/4403/440305/']) path`;

const STANDING = `
select (select count(*)::int from ticket where path = 'cn/44/4401/440305/') as moved,
  (select count(*)::int from ticket where path ^@ 'cn/44/4403/440305/') as left_tickets,
  (select count(*)::int from ticket_access where path = 'cn/44/4401/440305/') as access,
  (select count(*)::int from ticket_access where path ^@ 'cn/44/4403/440305/') as left_access,
  (select count(*)::int from ticket_access where path = 'cn/44/4403/' and away) as away,
  (select count(*)::int from path_move where settled_at is null) as unsettled`;

describe('a server killed while a county moves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-tree-'));
  let postgres: ThrowAwayPostgres;
  let server: ServerProcess;
  let owner: pg.Client;
  let admin: Person;

  beforeAll(async () => {
    postgres = await startPostgresIn(folder);
    server = await ServerProcess.of({ databaseUrl: postgres.url, ownerUrl: postgres.ownerUrl });
    await server.start();
    owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    await owner.query(FILL);
    admin = await new Person(server.base).signIn('admin');
  }, 90_000);

  afterAll(async () => {
    await server.end('SIGKILL');
    await owner.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async (sql: string): Promise<number> =>
    (await owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n ?? 0;

  const comesToDone = (id: string) =>
    eventually(
      'the change is done',
      async () => {
        const { data } = await admin.api.GET('/api/unit-changes/{id}', { params: { path: { id } } });
        return data?.state === 'done' ? data : null;
      },
      120_000,
    );

  it('goes on after each kill -9 and ends as if nothing had happened', async () => {
    const [county, city] = [await unitWithCode(admin, '440305'), await unitWithCode(admin, '440100')];
    const body = {
      kind: 'move' as const,
      unitIds: [county],
      parentId: city,
      reason: '区划调整',
      memberships: 'keep' as const,
    };
    const draft = must(await admin.api.POST('/api/unit-changes', { body }));
    const params = { path: { id: draft.id }, header: { 'If-Match': `"${draft.version}"` } };
    must(await admin.api.POST('/api/unit-changes/{id}/start', { params }));
    const kills = [
      () => count(`path_move where switched_at is null`),
      () => count(`ticket where path = 'cn/44/4401/440305/'`),
      () => count(`ticket_access where path = 'cn/44/4401/440305/'`),
    ];
    for (const moment of kills) {
      await eventually('the moment has come', async () => ((await moment()) > 0 ? true : null), 60_000);
      await server.end('SIGKILL');
      await server.start();
    }
    const done = await comesToDone(draft.id);
    expect(done.progress).toMatchObject({ phase: 'settled', tickets: TICKETS });
    expect((await owner.query(STANDING)).rows[0]).toEqual({
      moved: TICKETS,
      left_tickets: 0,
      access: TICKETS,
      left_access: 0,
      away: TICKETS,
      unsettled: 0,
    });
  }, 300_000);

  it('starts a scheduled change once at its hour, whoever was killed before, at the start and in the middle', async () => {
    const [county, city] = [await unitWithCode(admin, '440305'), await unitWithCode(admin, '440300')];
    const body = { kind: 'move' as const, unitIds: [county], parentId: city, reason: '区划恢复' };
    const draft = must(
      await admin.api.POST('/api/unit-changes', { body: { ...body, memberships: 'keep' as const } }),
    );
    const params = { path: { id: draft.id }, header: { 'If-Match': `"${draft.version}"` } };
    const hour = 3_600_000;
    const at = new Date(Math.ceil(Date.now() / hour + 1) * hour).toISOString();
    must(await admin.api.POST('/api/unit-changes/{id}/schedule', { params, body: { at } }));
    await server.end('SIGKILL');
    // Its hour comes while nobody is there.
    await owner.query(`update unit_change set scheduled_for = now() where id = $1`, [draft.id]);
    await server.start();
    const kills = [
      () => count(`path_move where change_id = '${draft.id}'`),
      () => count(`ticket where path = 'cn/44/4403/440305/'`),
    ];
    for (const moment of kills) {
      await eventually('the moment has come', async () => ((await moment()) > 0 ? true : null), 60_000);
      await server.end('SIGKILL');
      await server.start();
    }
    expect((await comesToDone(draft.id)).progress).toMatchObject({ phase: 'settled', tickets: TICKETS });
    expect(await count(`ticket where path = 'cn/44/4403/440305/'`)).toBe(TICKETS);
    expect(await count(`audit where action = 'unit-change-started' and object_id = '${draft.id}'`)).toBe(1);
  }, 300_000);
});

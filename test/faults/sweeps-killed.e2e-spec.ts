import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { components } from '../../apps/web/src/api/schema.js';
import { eventually } from '../support/eventually.js';
import { Person } from '../support/hotline.js';
import { must, unitWithCode } from '../support/moves.js';
import { startPostgresIn, type ThrowAwayPostgres } from '../support/postgres-server.mjs';
import { ServerProcess } from '../support/server-process.js';

type Rule = components['schemas']['RuleBody'];

/** Long late and to be raised, one transaction each; just turned yellow, many to a transaction. */
const RAISED = 500;
const YELLOW = 2_000;

/** Tickets of one county that wait to be signed, as the nation's dispatch left them. */
const FILL = [
  `create temp table late as select gen_random_uuid() as id, gen_random_uuid() as hop_id, n, (select id from unit where code = 'cn') as nation,
     (select id from unit where code = '440305') as county,
     case when n <= ${RAISED} then now() - interval '40 days' else now() + interval '40 days' end as due,
     case when n <= ${RAISED} then now() - interval '41 days' else now() - interval '1 minute' end as yellow
   from generate_series(1, ${RAISED + YELLOW}) n`,
  `insert into ticket (id, no, version, state, kind, field, difficulty, urgency, confidentiality, title, text, intake_unit_id,
     accountable_unit_id, path, turn_unit_id, turn_expected, workplace_code, due_at, next_due_at, next_yellow_at, opened_at, updated_at)
   select id, '20260101-' || lpad(n::text, 5, '0'), 1, 'dispatched', 'complaint', 'pay', 'general', 'general', 'open', 'x', 'x',
     nation, county, 'cn/44/4403/440305/', county, 'sign', '440305', due, due, yellow, now() - interval '60 days', now() from late`,
  `insert into hop (id, ticket_id, seq, from_unit_id, to_unit_id, to_path, sent_at, passed_at, explanation)
   select gen_random_uuid(), id, 1, null, nation, 'cn/', now() - interval '60 days', now() - interval '60 days', '{"text": "x"}' from late`,
  `insert into hop (id, ticket_id, seq, from_unit_id, to_unit_id, to_path, sent_at, explanation)
   select hop_id, id, 2, nation, county, 'cn/44/4403/440305/', now() - interval '60 days', '{"text": "x"}' from late`,
  `insert into clock (id, ticket_id, hop_id, kind, unit_id, started_at, yellow_at, due_at, original_due_at, calendar_version, calendar_id,
     limit_id, limit_amount, limit_unit)
   select gen_random_uuid(), id, case when kind = 'sign' then hop_id end, kind, case when kind = 'sign' then county else nation end,
     now() - interval '60 days', yellow, due, due, 1, 'national', 'x', 5, 'working-days'
   from late cross join unnest(array['promise', 'sign']) kind`,
];

/** What every ticket must have come to, whatever was killed: each step once, each order once, one custody. */
const STANDING = `
select count(*)::int as tickets, min(version)::int as least, max(version)::int as most,
  sum((select count(*) from ticket_order o where o.ticket_id = t.id))::int as orders,
  sum((select count(*) from ladder_step s where s.ticket_id = t.id and s.outcome = 'done'))::int as done,
  sum((select count(*) from ladder_step s where s.ticket_id = t.id and s.outcome = 'skipped'))::int as skipped,
  sum((select count(*) from event e where e.ticket_id = t.id and e.kind = 'ladder-stepped'))::int as cards,
  sum((select count(*) from event e where e.ticket_id = t.id and e.kind = 'ticket-raised'))::int as raised,
  max((select count(*) from hop h where h.ticket_id = t.id and h.passed_at is null))::int as custodies,
  max((select count(*) from hop h where h.ticket_id = t.id))::int as hops
from ticket t where t.no like '20260101-%' and (t.due_at < now()) = $1`;

describe('a server killed in the middle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-sweeps-'));
  let postgres: ThrowAwayPostgres;
  let server: ServerProcess;
  let owner: pg.Client;

  beforeAll(async () => {
    postgres = await startPostgresIn(folder);
    server = await ServerProcess.of({ databaseUrl: postgres.url, ownerUrl: postgres.ownerUrl });
    await server.start();
    owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    for (const statement of FILL) await owner.query(statement);
    await owner.query('analyze');
  }, 90_000);

  afterAll(async () => {
    await server.end('SIGKILL');
    await owner.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async (sql: string): Promise<number> =>
    (await owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n ?? 0;
  const killedAt = async (name: string, moment: () => Promise<boolean>): Promise<void> => {
    await eventually(name, async () => ((await moment()) ? true : null), 120_000);
    await server.end('SIGKILL');
    await server.start();
  };

  it('of a ladder sweep: every step is taken exactly once', async () => {
    // The sweep comes every minute; each life of the server is cut off in another part of it.
    await killedAt('stages are noticed', async () => (await count('ladder_run')) > 0);
    const steps = (step: string) => count(`ladder_step where step = '${step}' and outcome = 'done'`);
    await killedAt('some are raised', async () => (await steps('raise')) > 20);
    expect(await steps('raise')).toBeLessThan(RAISED);
    await eventually(
      'the ladder has climbed',
      async () => ((await steps('raise')) === RAISED && (await steps('yellow')) === YELLOW ? true : null),
      200_000,
    );
    expect((await owner.query(STANDING, [true])).rows[0]).toEqual({
      tickets: RAISED,
      least: 2,
      most: 2,
      orders: RAISED,
      done: RAISED,
      skipped: 4 * RAISED,
      cards: 0,
      raised: RAISED,
      custodies: 1,
      hops: 3,
    });
    expect((await owner.query(STANDING, [false])).rows[0]).toEqual({
      tickets: YELLOW,
      least: 1,
      most: 1,
      orders: 0,
      done: YELLOW,
      skipped: 0,
      cards: YELLOW,
      raised: 0,
      custodies: 1,
      hops: 2,
    });
  }, 400_000);

  it('of a dry run: it goes on, and judges every ticket once', async () => {
    const admin = await new Person(server.base).signIn('admin');
    const shenzhen = await unitWithCode(admin, '440300');
    const begun = must(await admin.api.POST('/api/catalogue/drafts', { body: { note: '由市总工会主办' } }));
    const rule: Rule = {
      no: 50,
      name: '欠薪',
      rank: 5,
      when: { fields: ['pay'], places: ['4403'] },
      routeBy: [],
      level: 'county',
      chain: 'unit',
      unitId: shenzhen,
      text: '深圳的欠薪由市总工会主办。',
    };
    const on = ({ id, version }: { id: string; version: number }) => ({
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
    });
    const rules = [...begun.rules.map(({ unit: _, ...one }): Rule => one), rule];
    const draft = must(
      await admin.api.PUT('/api/catalogue/drafts/{id}', { ...on(begun), body: { note: begun.note, rules } }),
    );
    const run = must(
      await admin.api.POST('/api/catalogue/drafts/{id}/dry-runs', {
        ...on(draft),
        body: { tickets: RAISED + YELLOW },
      }),
    );
    await killedAt('some are judged', async () => (await count('catalogue_dry_run_row')) > 0);
    expect(await count(`catalogue_dry_run where state = 'running'`)).toBe(1);
    const done = await eventually(
      'the dry run is finished',
      async () => {
        const { data } = await admin.api.GET('/api/catalogue/dry-runs/{id}', {
          params: { path: { id: run.id } },
        });
        return data?.state === 'finished' ? data : null;
      },
      120_000,
    );
    expect(done).toMatchObject({ total: RAISED + YELLOW, done: RAISED + YELLOW });
    const { rows } = await owner.query(
      `select count(*)::int as n, count(distinct ticket_id)::int as tickets from catalogue_dry_run_row`,
    );
    expect(rows[0]).toEqual({ n: done.changed, tickets: done.changed });
    expect(done.changed).toBeGreaterThan(0);
  }, 300_000);
});

import { Behind } from './support/behind.js';
import { CaseHouse } from './support/case-house.js';
import type { Person } from './support/hotline.js';
import { must, unitWithCode } from './support/moves.js';
import { type Rush, type RushAnswer, rushOf } from './support/rush.js';

/** Fifty screens put the same rules into force at once: one does, the others are told and see what is in force. */
describe('fifty clients at one publication', () => {
  let house: CaseHouse;
  let behind: Behind;
  let admin: Person;

  beforeAll(async () => {
    house = await CaseHouse.open();
    behind = await Behind.of(house.hotline);
    admin = await house.hotline.as('admin');
  }, 60_000);
  afterAll(async () => {
    await behind?.close();
    await house?.close();
  });

  const told = ({ body }: RushAnswer): boolean => body.current !== undefined && body.current !== null;

  /** @returns how many rows the table has more */
  async function rush(table: string, at: Rush): Promise<number> {
    const before = await behind.count(table);
    const answers = await rushOf(admin, at);
    const won = answers.filter(({ status }) => status < 300);
    const lost = answers.filter(({ status }) => status >= 300);
    expect([at.path, won.length]).toEqual([at.path, 1]);
    expect(lost.map(({ status }) => status)).toEqual(lost.map(() => 409));
    expect(lost.filter((answer) => !told(answer)).map(({ body }) => body)).toEqual([]);
    return (await behind.count(table)) - before;
  }

  it('of a catalogue', async () => {
    const begun = must(await admin.api.POST('/api/catalogue/drafts', { body: { note: '同时发布' } }));
    const path = `/api/catalogue/drafts/${begun.id}`;
    const rules = begun.rules.map(({ unit: _, ...rule }) => rule);
    const save = (n: number) => ({ note: `第 ${n} 人`, rules });
    expect(await rush('catalogue_draft', { path, method: 'PUT', version: begun.version, body: save })).toBe(
      0,
    );
    const { version } = must(
      await admin.api.GET('/api/catalogue/drafts/{id}', { params: { path: { id: begun.id } } }),
    );
    const publication = { path: `${path}/publication`, version, body: () => ({ skipDryRun: '急' }) };
    expect(await rush('catalogue', publication)).toBe(1);
  }, 60_000);

  it('of a calendar', async () => {
    const { draft } = must(await admin.api.POST('/api/calendars/drafts', { body: { id: 'national' } }));
    const path = '/api/calendars/national/draft/publish';
    const version = draft?.version ?? 0;
    expect(await rush('calendar', { path, version, body: () => ({ note: '同时发布' }) })).toBeGreaterThan(0);
    const [newest] = await behind.rows<{ n: number }>(
      "select count(*)::integer as n from calendar where id = 'national'",
    );
    expect(newest?.n).toBe(2);
  }, 60_000);

  it('of a limits matrix', async () => {
    const { draft } = must(await admin.api.POST('/api/limits/draft', { body: {} }));
    const path = '/api/limits/draft/publish';
    const body = () => ({ effectiveFrom: '2026-03-11', note: '同时发布' });
    expect(await rush('limits', { path, version: draft?.version ?? 0, body })).toBe(1);
  }, 60_000);

  it('of a change of the tree', async () => {
    const unitIds = [await unitWithCode(admin, '440306')];
    const plan = {
      kind: 'rename' as const,
      unitIds,
      name: '宝安区工会',
      reason: '更名',
      memberships: 'keep' as const,
    };
    const change = must(await admin.api.POST('/api/unit-changes', { body: plan }));
    const path = `/api/unit-changes/${change.id}/start`;
    expect(await rush('unit_change', { path, version: change.version })).toBe(0);
    const [found] = await behind.rows<{ state: string; jobs: number }>(
      `select c.state, (select count(*)::integer from outbox o where o.payload ->> 'changeId' = c.id::text) as jobs
       from unit_change c where c.id = $1`,
      [change.id],
    );
    expect(found).toMatchObject({ state: 'running', jobs: 1 });
  }, 60_000);
});

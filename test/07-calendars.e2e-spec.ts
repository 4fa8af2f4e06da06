import { eventually } from './support/eventually.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { must, open, comesTo } from './support/moves.js';
import { ShiftedClock } from './support/shifted-clock.js';

/** The year nobody has published yet, from the administrator's desk to the restated deadline, over HTTP. */
describe('a calendar year', () => {
  let hotline: Hotline;
  let administrator: Person;
  const clock = new ShiftedClock();
  const national = { path: { id: 'national' } };
  const ifMatch = (version: number) => ({ ...national, header: { 'If-Match': `"${version}"` } });

  beforeAll(async () => {
    clock.advance(Date.parse('2026-12-30T10:00:00+08:00') - Date.now());
    hotline = await startHotline({ clock });
    administrator = await hotline.as('admin');
  }, 60_000);
  afterAll(() => hotline?.close());

  it('is published with its holidays, or refused with the row that is wrong', async () => {
    const agent = await hotline.as('agent');
    const handler = await hotline.as('handler-nanshan');
    const ticket = await comesTo(handler, await open(agent), 'dispatched');
    const { draft } = must(
      await administrator.api.POST('/api/calendars/drafts', { body: { id: 'national' } }),
    );
    const { id: _, unitId: __, ...plan } = draft!.plan;
    const broken = { date: '2027-02-31', kind: 'off' as const, name: '春节' };
    const saved = must(
      await administrator.api.PUT('/api/calendars/{id}/draft', {
        params: ifMatch(draft!.version),
        body: { ...plan, knownTo: 2027, overrides: [...plan.overrides, broken] },
      }),
    );
    const refused = await administrator.raw('/api/calendars/national/draft/publish', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-match': `"${saved.draft!.version}"` },
      body: JSON.stringify({ note: '国办发明电' }),
    });
    const problem = (await refused.json()) as { code: string; field: string; detail: string };
    const field = `overrides.${plan.overrides.length}.date`;
    expect([refused.status, problem.code, problem.field]).toEqual([422, 'calendar-broken', field]);
    expect(problem.detail).toBe(`${field}：没有这一天。请修正指出的各行后再发布；草稿已保存。`);

    const preview = must(
      await administrator.api.POST('/api/calendars/{id}/draft/import-preview', {
        params: national,
        body: { year: 2027, text: '2027-01-01~2027-01-04,元旦,放假' },
      }),
    );
    const mended = must(
      await administrator.api.PUT('/api/calendars/{id}/draft', {
        params: ifMatch(saved.draft!.version),
        body: { ...plan, knownTo: 2027, overrides: preview.overrides },
      }),
    );
    must(
      await administrator.api.POST('/api/calendars/{id}/draft/publish', {
        params: ifMatch(mended.draft!.version),
        body: { note: '国办发明电' },
      }),
    );
    await eventually('the deadlines are restated', async () => {
      const progress = await administrator.api.GET('/api/calendars/{id}/recomputation', { params: national });
      return Boolean(progress.data?.latest?.finishedAt);
    });
    const { items } = must(await administrator.api.GET('/api/restatements'));
    const promise = items.find((one) => one.ticketId === ticket.id && one.kind === 'promise');
    expect(promise?.toDueAt).toBe('2027-01-08T09:30:00.000Z');
  }, 60_000);
});

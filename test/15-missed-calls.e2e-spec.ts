import pg from 'pg';
import { Sealing } from '@hotline/kernel';
import { unitId } from '@hotline/organization';
import { eventually } from './support/eventually.js';
import { anEnded, plantCall, type PlantedSource, plantSource } from './support/folded-calls.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { must } from './support/moves.js';

/** Whoever nobody spoke with is called back: on the list by itself, taken by one, ended by what came of it. */
describe('missed calls', () => {
  let hotline: Hotline;
  let owner: pg.Client;
  let source: PlantedSource;
  let agent: Person;
  let supervisor: Person;
  let serial = 0;
  const NATION = unitId('cn');

  beforeAll(async () => {
    hotline = await startHotline();
    owner = new pg.Client({ connectionString: hotline.url });
    await owner.connect();
    source = await plantSource(owner, NATION, 'cn/');
    agent = await hotline.as('agent');
    supervisor = await hotline.as('supervisor');
  }, 60_000);
  afterAll(async () => {
    await owner?.end();
    await hotline?.close();
  });

  const ring = (
    number: string,
    outcome: Parameters<typeof anEnded>[2],
    minutesAgo: number,
  ): Promise<string> => {
    const sealing = hotline.nest.get(Sealing, { strict: false });
    const at = (Date.now() - minutesAgo * 60_000) * 1_000;
    const { call, visits } = anEnded(`15.${(serial += 1)}`, at, outcome, 20);
    return plantCall(owner, source, call, visits, {
      hash: sealing.fingerprint(`phone:${number}`),
      masked: `${number.slice(0, 3)}****${number.slice(-4)}`,
      sealed: sealing.seal(number),
    });
  };
  const list = async (view: 'open' | 'closed' = 'open', who = agent) =>
    must(await who.api.GET('/api/missed-calls', { params: { query: { view } } })).items;
  const first = async (view: 'open' | 'closed' = 'open', who = agent) => {
    const [one] = await list(view, who);
    if (!one) throw new Error('the list is empty');
    return one;
  };
  const act = (who: Person, path: string, version: number, body?: object): Promise<Response> =>
    who.post(`/api/missed-calls/${path}`, body ?? {}, { 'if-match': `"${version}"` });
  const bare = (who: Person, path: string, version: number): Promise<Response> =>
    who.raw(`/api/missed-calls/${path}`, { method: 'POST', headers: { 'if-match': `"${version}"` } });

  it('come to the list while the product runs, merged by number', async () => {
    await ring('13812342046', 'abandoned', 30);
    await ring('13812342046', 'limit', 20);
    await eventually('both tries are on the list', async () => (await list())[0]?.tries === 2);
    expect(await list()).toMatchObject([
      { masked: '138****2046', tries: 2, reason: 'limit', verbs: ['take', 'record'] },
    ]);
    const counts = must(await agent.api.GET('/api/missed-calls/counts', {}));
    expect(counts).toEqual({ open: 1, mine: 0, overdue: 0, withheldToday: 0 });
  });

  it('show no number but to who has taken one, and put the look on record', async () => {
    const { id, version } = await first();
    expect((await act(agent, `${id}/number`, version, { reason: '回拨' })).status).toBe(409);
    expect((await bare(agent, `${id}/taking`, version)).status).toBe(200);
    const shown = await act(agent, `${id}/number`, version, { reason: '话机不能直拨' });
    expect(await shown.json()).toMatchObject({ number: '13812342046' });
    expect((await act(supervisor, `${id}/number`, version, { reason: '看看' })).status).toBe(403);
    expect(JSON.stringify(await list('open', supervisor))).not.toContain('13812342046');
  });

  it.each([
    ['an outcome nobody knows', { outcome: 'maybe' }, 'outcome'],
    ['not needed without a reason', { outcome: 'not-needed' }, 'note'],
    ['a number in the note', { outcome: 'reached', note: '改打 13900001111' }, 'note'],
    ['a field too many', { outcome: 'reached', result: 'reached' }, 'result'],
  ])('refuse %s', async (_, body, field) => {
    const { id, version } = await first();
    const answer = await act(agent, `${id}/attempts`, version, body);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ field });
  });

  it('are not seen from beside, nor changed with an old copy', async () => {
    const { id, version } = await first();
    const other = await hotline.as('supervisor-sc');
    expect(await list('open', other)).toEqual([]);
    expect((await bare(other, `${id}/taking`, version)).status).toBe(404);
    expect((await bare(agent, `${id}/taking`, version - 1)).status).toBe(409);
    expect((await (await hotline.as('handler')).raw('/api/missed-calls')).status).toBe(403);
  });

  it('end by what came of it, or by themselves when the number gets through', async () => {
    const { id, version } = await first();
    expect((await act(agent, `${id}/attempts`, version, { outcome: 'reached' })).status).toBe(200);
    expect(await first('closed')).toMatchObject({ id, result: 'reached', overdue: false });
    await ring('13900002222', 'abandoned', 10);
    await eventually('it is on the list', async () => (await list()).length === 1);
    await ring('13900002222', 'answered', 5);
    await eventually('it has closed by itself', async () => (await list()).length === 0);
    const itself = (await list('closed')).find(({ result }) => result === 'got-through');
    expect(itself).toMatchObject({ masked: '139****2222', closedBy: null, overdue: false });
  });

  it('are due by the setting of the unit, which supervisors set', async () => {
    const path = { id: NATION };
    const put = (who: Person, basedOn: number, body: object) =>
      who.raw(`/api/units/${NATION}/missed-call-setting`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, basedOn }),
      });
    const setting = { limitAmount: 1, limitUnit: 'minutes', attempts: 1 };
    expect((await put(agent, 0, setting)).status).toBe(403);
    expect((await put(supervisor, 0, { ...setting, limitAmount: 0 })).status).toBe(422);
    expect((await put(supervisor, 0, setting)).status).toBe(200);
    expect((await put(supervisor, 0, setting)).status).toBe(409);
    const shown = must(await agent.api.GET('/api/units/{id}/missed-call-setting', { params: { path } }));
    expect(shown).toMatchObject({ ...setting, version: 1, editable: false });
    await ring('13900003333', 'full', 30);
    await eventually('it is overdue', async () => (await list())[0]?.overdue === true);
    const { counts } = must(await supervisor.api.GET('/api/missed-calls/figures', {}));
    expect(counts).toMatchObject({ notCalledBack: 1, reached: 1, gotThrough: 1 });
  });
});

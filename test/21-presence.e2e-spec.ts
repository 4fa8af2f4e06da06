import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { must } from './support/moves.js';

describe('at the line, by the API', () => {
  let hotline: Hotline;
  let agent: Person;
  let supervisor: Person;

  beforeAll(async () => {
    hotline = await startHotline({ workers: false });
    agent = await hotline.as('agent');
    supervisor = await hotline.as('supervisor');
  }, 60_000);
  afterAll(() => hotline?.close());

  const me = async () => must(await agent.api.GET('/api/presence/me'));
  const header = async () => ({ header: { 'If-Match': `"${(await me()).version}"` } });

  it('signs in by hand, takes a break, is seen by the supervisor, and goes home', async () => {
    expect(await me()).toMatchObject({ signedIn: false, shown: 'offline', since: null, telephone: null });
    const there = must(await agent.api.POST('/api/presence/sign-in', { params: await header() }));
    expect(there).toMatchObject({ signedIn: true, shown: 'by-hand', intent: 'ready' });
    const body = { intent: 'break' as const, reason: 'meal' };
    const eats = must(await agent.api.POST('/api/presence/state', { params: await header(), body }));
    expect(eats).toMatchObject({ shown: 'break', reason: 'meal' });
    expect(eats.breakLimitAt).not.toBeNull();
    const { items } = must(await supervisor.api.GET('/api/presence/agents'));
    expect(items).toMatchObject([
      { shown: 'break', reason: 'meal', countsAs: 'not-ready', overLimit: false },
    ]);
    const stale = await agent.api.POST('/api/presence/sign-out', {
      params: { header: { 'If-Match': '"1"' } },
    });
    expect([stale.response.status, stale.error?.code]).toEqual([409, 'stale-version']);
    must(await agent.api.POST('/api/presence/sign-out', { params: await header() }));
    expect((await me()).signedIn).toBe(false);
  });

  it('refuses keys without a telephone, numbers in the request, and others’ lists', async () => {
    const key = await agent.post('/api/presence/telephone/answer', {});
    expect([key.status, ((await key.json()) as { code: string }).code]).toEqual([409, 'no-telephone']);
    const version = { 'if-match': `"${(await me()).version}"` };
    const number = await agent.post('/api/presence/dial', { number: '13800138000' }, version);
    expect(number.status).toBe(422);
    expect((await agent.raw('/api/presence/agents')).status).toBe(403);
    expect((await supervisor.raw('/api/presence/me')).status).toBe(403);
  });

  it('tells the person’s own stream and the supervisor’s, never the path', async () => {
    const streams = await Promise.all([agent, supervisor].map((one) => one.raw('/api/live')));
    const readers = streams.map(({ body }) => body?.getReader());
    const until = async (n: number) => {
      let text = '';
      while (!text.includes('event: presence')) {
        const piece = await readers[n]?.read();
        text += new TextDecoder().decode(piece?.value);
      }
      return text;
    };
    must(await agent.api.POST('/api/presence/sign-in', { params: await header() }));
    const told = await Promise.all([until(0), until(1)]);
    for (const text of told) {
      expect(text).toMatch(
        /event: presence\n(id: \d+\n)?data: \{"accountId":"[0-9a-f-]{36}","version":\d+\}/,
      );
      expect(text).not.toContain('cn/');
    }
    await Promise.all(readers.map((one) => one?.cancel()));
  });
});

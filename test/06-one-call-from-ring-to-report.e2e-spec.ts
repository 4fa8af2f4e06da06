import { eventually } from './support/eventually.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';

const NANSHAN = '440305';
const ifMatch = (version: number) => ({ header: { 'If-Match': `"${version}"` } });
const day = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** One call, told as it happens: ring, ticket, four levels, reviews back up, call-back, rating, numbers, rows. */
describe('one call from ring to report', () => {
  let hotline: Hotline;
  let agent: Person;
  let national: Person;
  let province: Person;
  let city: Person;
  let county: Person;
  let supervisor: Person;
  let ticketId: string;
  let version: number;

  beforeAll(async () => {
    hotline = await startHotline();
    agent = await hotline.as('agent');
    national = await hotline.as('handler');
    province = await hotline.as('handler-gd');
    city = await hotline.as('handler-sz');
    county = await hotline.as('handler-nanshan');
    supervisor = await hotline.as('supervisor');
  }, 60_000);

  afterAll(() => hotline.close());

  const show = async (person: Person) => {
    const { data, error } = await person.api.GET('/api/tickets/{id}', { params: { path: { id: ticketId } } });
    if (!data) throw new Error(JSON.stringify(error));
    version = data.version;
    return data;
  };

  const numbers = async () => {
    const today = day(new Date());
    const unit = await supervisor.api.GET('/api/session');
    const unitId = unit.data?.memberships[0]?.unit.id ?? '';
    const { data, error } = await supervisor.api.GET('/api/numbers', {
      params: { query: { unitId, from: today, to: day(new Date(Date.now() + 30 * 86_400_000)) } },
    });
    if (!data) throw new Error(JSON.stringify(error));
    return Object.fromEntries(data.numbers.map((one) => [one.metric, one]));
  };

  it('the phone rings, the agent opens a ticket with a confirmed workplace', async () => {
    const ring = new Date(Date.now() - 180_000);
    const { data, error } = await agent.api.POST('/api/tickets', {
      params: { header: { 'Idempotency-Key': 'one-call-0001' } },
      body: {
        contact: {
          channel: 'call',
          number: '13800138000',
          callerName: '赵小明',
          startedAt: ring.toISOString(),
          answeredAt: new Date(ring.getTime() + 6_000).toISOString(),
          endedAt: new Date(ring.getTime() + 170_000).toISOString(),
          outcome: 'open',
          callRating: 'satisfied',
        },
        kind: 'complaint',
        field: 'pay',
        tags: ['migrant'],
        difficulty: 'general',
        urgency: 'general',
        places: { workplace: { code: NANSHAN } },
        employer: '岭澄（深圳）精密电子科技有限公司',
        people: 23,
        confidentiality: 'employer-blind',
        worker: { name: '赵小明', phone: '13800138000' },
        title: '拖欠两个月工资，涉及 23 人',
        text: '去年 12 月和今年 1 月的工资一直没发，公司说等客户回款。',
      },
    });
    if (!data) throw new Error(JSON.stringify(error));
    ticketId = data.id;
    expect(data.no).toMatch(/^\d{8}-\d{5,}$/);
    expect(data.identity).toMatchObject({ nameMasked: '赵*明', phoneMasked: '138****8000' });
  });

  it('it travels down the tree by itself to the one accountable unit', async () => {
    const arrived = await eventually('the ticket is at the county', async () => {
      const ticket = await show(county).catch(() => null);
      return ticket?.state === 'dispatched' ? ticket : null;
    });
    expect(arrived.accountable?.name).toBe('南山区总工会');
    expect(arrived.hops.map((hop) => hop.toUnit.name)).toEqual([
      '中华全国总工会',
      '广东省总工会',
      '深圳市总工会',
      '南山区总工会',
    ]);
    expect(arrived.hops.at(-1)?.explanation).toMatchObject({ catalogueVersion: 1, rule: 12 });
    expect(arrived.turn).toMatchObject({ unit: { name: '南山区总工会' }, expected: 'sign' });
    expect(arrived.verbs).toContain('sign');
    const { data: inbox } = await county.api.GET('/api/tickets', { params: { query: { view: 'to-sign' } } });
    expect(inbox?.items.map((row) => row.id)).toEqual([ticketId]);
  });

  it('the county signs, reaches the worker and reports', async () => {
    const path = { id: ticketId };
    await show(county);
    const signed = await county.api.POST('/api/tickets/{id}/sign', { params: { path, ...ifMatch(version) } });
    expect(signed.data?.state).toBe('handling');
    const early = await county.api.POST('/api/tickets/{id}/reports', {
      params: { path, ...ifMatch(signed.data?.version ?? 0) },
      body: { outcome: 'mediated', narrative: '尚未联系职工。', proof: {} },
    });
    expect(early.error).toMatchObject({ code: 'proof-required', status: 422 });
    const contacted = await county.api.POST('/api/tickets/{id}/worker-contacts', {
      params: { path, ...ifMatch(signed.data?.version ?? 0) },
      body: { means: 'call', reached: true, note: '核实拖欠月份与人数。' },
    });
    const reported = await county.api.POST('/api/tickets/{id}/reports', {
      params: { path, ...ifMatch(contacted.data?.version ?? 0) },
      body: {
        outcome: 'mediated',
        amountRecovered: '331200.00',
        peopleHelped: 23,
        narrative: '经工会调解，公司与职工代表签订协议，分两次付清。',
        proof: {},
      },
    });
    expect(reported.data).toMatchObject({
      state: 'reported',
      turn: { unit: { name: '深圳市总工会' }, expected: 'review' },
    });
  });

  it('each level above reviews, the worker’s own unit last', async () => {
    for (const [person, next] of [
      [city, '广东省总工会'],
      [province, '中华全国总工会'],
      [national, '中华全国总工会'],
    ] as const) {
      await show(person);
      const { data, error } = await person.api.POST('/api/tickets/{id}/reviews', {
        params: { path: { id: ticketId }, ...ifMatch(version) },
        body: { decision: 'accept' },
      });
      if (!data) throw new Error(JSON.stringify(error));
      expect(data.turn?.unit.name).toBe(next);
    }
    expect((await show(agent)).state).toBe('call-back');
  });

  it('the worker is called back and rates the call and the handling apart', async () => {
    await show(agent);
    const unreached = await agent.api.POST('/api/tickets/{id}/call-backs', {
      params: { path: { id: ticketId }, ...ifMatch(version) },
      body: { reached: false, notReachedReason: 'no-answer' },
    });
    expect(unreached.data?.state).toBe('call-back');
    const early = await agent.api.POST('/api/tickets/{id}/close', {
      params: { path: { id: ticketId }, ...ifMatch(unreached.data?.version ?? 0) },
      body: {},
    });
    expect(early.error).toMatchObject({ code: 'rating-without-contact' });
    const reached = await agent.api.POST('/api/tickets/{id}/call-backs', {
      params: { path: { id: ticketId }, ...ifMatch(unreached.data?.version ?? 0) },
      body: { reached: true, solved: 'yes', handlingRating: 'satisfied', callRating: 'neutral' },
    });
    const closed = await agent.api.POST('/api/tickets/{id}/close', {
      params: { path: { id: ticketId }, ...ifMatch(reached.data?.version ?? 0) },
      body: {},
    });
    expect(closed.data).toMatchObject({ state: 'closed', turn: null, verbs: ['reveal-identity', 'archive'] });
  });

  it('the supervisor sees the three numbers move and opens each down to its rows', async () => {
    const moved = await eventually('the numbers know the call', async () => {
      const seen = await numbers();
      return seen['worker-satisfaction']?.denominator === 1 && seen.connection?.denominator === 1
        ? seen
        : null;
    });
    expect(moved.connection).toMatchObject({ numerator: 1, denominator: 1, rate: 100 });
    expect(moved['worker-satisfaction']).toMatchObject({ numerator: 1, denominator: 1, rate: 100 });
    // The promise is not due yet: a ticket closed early counts when its due date comes, not before.
    expect(moved['on-time']).toMatchObject({ numerator: 0, denominator: 0, rate: null });
    expect(moved['agent-satisfaction']?.denominator).toBeGreaterThanOrEqual(1);
    const session = await supervisor.api.GET('/api/session');
    const rows = await supervisor.api.GET('/api/numbers/{metric}/rows', {
      params: {
        path: { metric: 'worker-satisfaction' },
        query: {
          unitId: session.data?.memberships[0]?.unit.id ?? '',
          from: day(new Date()),
          to: day(new Date()),
          result: 'hit',
        },
      },
    });
    expect(rows.data?.items.map((row) => row.ticketId)).toEqual([ticketId]);
  });

  it('and the events tell the whole story without a gap', async () => {
    const { data } = await agent.api.GET('/api/tickets/{id}/events', { params: { path: { id: ticketId } } });
    expect(data?.map((event) => event.seq)).toEqual(data?.map((_, n) => n + 1));
    expect(data?.map((event) => event.kind)).toEqual([
      'ticket-opened',
      'hop-sent',
      'hop-sent',
      'hop-sent',
      'hop-signed',
      'worker-contacted',
      'hop-reported',
      'report-reviewed',
      'report-reviewed',
      'report-reviewed',
      'call-back-recorded',
      'call-back-recorded',
      'ticket-closed',
    ]);
  });
});

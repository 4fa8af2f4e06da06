import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { comesTo, must, NANSHAN, open, show, type Ticket, unitWithCode } from './support/moves.js';

const on = ({ id, version }: Ticket) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});
const supervision = async (person: Person, id: string) =>
  must(await person.api.GET('/api/tickets/{id}/supervision', { params: { path: { id } } }));

/** An emergency on the line: everything is started in one step, the leader reads it, the superior keeps after it. */
describe('supervision', () => {
  let hotline: Hotline;
  let agent: Person;
  let admin: Person;
  let handler: Person;
  let leader: Person;
  let city: Person;

  beforeAll(async () => {
    hotline = await startHotline();
    agent = await hotline.as('agent');
    admin = await hotline.as('admin');
    handler = await hotline.as('handler-nanshan');
    leader = await hotline.as('supervisor-nanshan');
    city = await hotline.as('supervisor-sz');
  }, 60_000);

  afterAll(() => hotline?.close());

  it('an urgent case is opened, read by the leader on duty, ordered and answered', async () => {
    const unitId = await unitWithCode(admin, NANSHAN);
    const { account } = must(await leader.api.GET('/api/session'));
    const line = { rank: 'first', dayKind: 'any', fromTime: '00:00', toTime: '24:00' } as const;
    const add = { ...line, accountId: account.id, fromDay: '2026-01-01', weekdays: [1, 2, 3, 4, 5, 6, 7] };
    const roster = must(
      await admin.api.POST('/api/units/{id}/duty-roster', {
        params: { path: { id: unitId } },
        body: { add: [add] },
      }),
    );
    expect(roster.lines).toMatchObject([{ name: account.displayName, onDuty: true }]);

    const call = { service: '110', reference: '接警 77', said: '工人在塔吊上' } as const;
    const opened = await open(agent, { urgency: 'urgent', emergency: { calls: [call] } });
    expect(opened.version).toBe(1);
    const before = await supervision(leader, opened.id);
    expect(before.calls).toMatchObject([{ service: '110', by: '林小禾' }]);
    expect(before.receipts).toMatchObject([{ leader: account.displayName, readAt: null, mayConfirm: true }]);
    const duties = must(await leader.api.GET('/api/duties', { params: { query: { kind: ['receipt'] } } }));
    expect(duties.items.some((duty) => duty.ticket.id === opened.id)).toBe(true);

    let ticket = await comesTo(handler, opened, 'dispatched');
    const receiptId = before.receipts[0]?.id ?? '';
    const path = { id: ticket.id, receiptId };
    ticket = must(
      await leader.api.POST('/api/tickets/{id}/receipts/{receiptId}/confirm', {
        params: { path, header: on(ticket).params.header },
      }),
    );
    expect((await supervision(agent, ticket.id)).receipts[0]?.readBy).toBe(account.displayName);

    const within = { amount: 4, unit: 'working-hours' } as const;
    ticket = must(
      await city.api.POST('/api/tickets/{id}/supervisions', {
        ...on(ticket),
        body: { text: '到场后即时报告', within },
      }),
    );
    expect(ticket.supervised).toBe(true);
    const listed = must(
      await handler.api.GET('/api/orders', { params: { query: { side: 'received', state: 'open' } } }),
    );
    const order = listed.items.find((one) => one.ticket.id === ticket.id);
    expect(order).toMatchObject({ kind: 'supervise', from: { code: '440300' } });
    expect((await show(handler, ticket.id)).verbs).toContain('answer-order');
    const answer = { answer: '已到场，人员已安全下塔' };
    ticket = must(
      await handler.api.POST('/api/tickets/{id}/orders/{orderId}/answer', {
        params: { path: { id: ticket.id, orderId: order?.id ?? '' }, header: on(ticket).params.header },
        body: answer,
      }),
    );
    expect((await supervision(city, ticket.id)).orders).toMatchObject([
      { state: 'answered', answer: { text: answer.answer, by: '吴晓岚' }, mayEnd: true },
    ]);
  });

  it('notes stay among the units and move no version', async () => {
    const ticket = await comesTo(handler, await open(agent), 'dispatched');
    const params = { path: { id: ticket.id } };
    const refused = await handler.api.POST('/api/tickets/{id}/notes', {
      params,
      body: { text: '职工电话13812342046', visible: 'all' },
    });
    expect(refused.error).toMatchObject({ code: 'personal-in-text', field: 'text', status: 422 });
    const cityId = await unitWithCode(city, '440300');
    const noted = must(
      await handler.api.POST('/api/tickets/{id}/notes', {
        params,
        body: {
          text: '请市总协调人社',
          visible: 'unit',
          mentions: [{ unitId: cityId, role: 'supervisor' }],
        },
      }),
    );
    expect(noted.items).toMatchObject([{ text: '请市总协调人社', own: true }]);
    const seen = must(await city.api.GET('/api/tickets/{id}/notes', { params }));
    expect(seen.items).toMatchObject([{ unread: true }]);
    expect((await city.api.POST('/api/tickets/{id}/notes/read', { params })).response.status).toBe(204);
    const notices = must(await city.api.GET('/api/notices', {}));
    expect(notices.items.some((one) => one.kind === 'mentioned' && one.ticketId === ticket.id)).toBe(true);
    expect((await show(handler, ticket.id)).version).toBe(ticket.version);
  });

  it('the ladder is published for a level, in order and dated', async () => {
    const unitId = await unitWithCode(admin, 'cn');
    const query = { params: { query: { unitId } } };
    const shown = must(await admin.api.GET('/api/ladder', query));
    expect(shown.editable).toBe(true);
    const steps = shown.levels[0]?.steps ?? [];
    const example = must(
      await admin.api.POST('/api/ladder/preview', { body: { unitId, level: 'county', steps: [...steps] } }),
    );
    expect(example).toMatchObject({
      faults: [],
      steps: [{ step: 'yellow', overtaken: false }, {}, {}, {}, {}],
    });
    expect(example.steps.map(({ at }) => at)).toEqual(example.steps.map(({ at }) => at).toSorted());
    const typed = steps.map((one) => (one.step === 'raise' ? { ...one, amount: 500 } : one));
    const wrong = must(
      await admin.api.POST('/api/ladder/preview', { body: { unitId, level: 'county', steps: typed } }),
    );
    expect(wrong.faults).toEqual([{ field: 'steps.4.amount', code: 'out-of-range', step: 'raise' }]);
    const body = { unitId, level: 'county', basedOn: 0, effectiveFrom: '2040-01-01', steps } as const;
    const after = must(await admin.api.PUT('/api/ladder', { body: { ...body, steps: [...steps] } }));
    expect(after.versions).toMatchObject([{ level: 'county', version: 1, by: '系统管理员' }]);
    const again = await admin.api.PUT('/api/ladder', { body: { ...body, steps: [...steps] } });
    expect(again.error).toMatchObject({ code: 'stale-version', status: 409 });
    const broken = await admin.api.PUT('/api/ladder', { body: { ...body, steps: steps.slice(1) } });
    expect(broken.error).toMatchObject({ code: 'invalid-input', field: 'steps' });
  });
});

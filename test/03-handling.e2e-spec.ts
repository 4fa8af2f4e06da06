import { Behind } from './support/behind.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import {
  acceptUpwards,
  aCall,
  BAOAN,
  comesTo,
  handleAndReport,
  must,
  NANSHAN,
  open,
  show,
  type Ticket,
  unitWithCode,
  verbs,
} from './support/moves.js';

const PHONE = '13712345678';
const NAME = '钱多多';

/** The one accountable unit signs, reaches the worker, asks, passes on, reports; its superiors decide. */
describe('handling', () => {
  let hotline: Hotline;
  let behind: Behind;
  let agent: Person;
  let county: Person;
  let city: Person;
  let province: Person;
  let national: Person;

  beforeAll(async () => {
    hotline = await startHotline();
    behind = await Behind.of(hotline);
    agent = await hotline.as('agent');
    county = await hotline.as('handler-nanshan');
    city = await hotline.as('handler-sz');
    province = await hotline.as('handler-gd');
    national = await hotline.as('handler');
  }, 60_000);

  afterAll(async () => {
    await behind?.close();
    await hotline?.close();
  });

  const arrived = async (at = county, rest: Parameters<typeof open>[1] = {}): Promise<Ticket> =>
    comesTo(at, await open(agent, rest), 'dispatched');

  it('fifty at once sign one ticket: one of them wins, the others are told', async () => {
    const ticket = await arrived();
    const answers = await Promise.all(Array.from({ length: 50 }, () => verbs.sign(county, ticket)));
    const statuses = answers.map(({ response }) => response.status).sort();
    expect(statuses).toEqual([200, ...Array<number>(49).fill(409)]);
    const signed = await show(county, ticket.id);
    expect(signed).toMatchObject({ state: 'handling', version: ticket.version + 1 });
    expect(signed.hops.at(-1)?.signedBy).toBe('吴晓岚');
    const events = must(
      await county.api.GET('/api/tickets/{id}/events', { params: { path: { id: ticket.id } } }),
    );
    expect(events.filter((event) => event.kind === 'hop-signed')).toHaveLength(1);
  });

  it('a change made on an old copy is refused and carries the newer one', async () => {
    const ticket = await arrived();
    const signed = must(await verbs.sign(county, ticket));
    const { error } = await verbs.contactWorker(county, ticket);
    expect(error).toMatchObject({
      code: 'stale-version',
      status: 409,
      current: { id: ticket.id, version: signed.version, state: 'handling' },
    });
  });

  it('only the unit whose turn it is may sign', async () => {
    const ticket = await arrived();
    expect((await verbs.sign(city, ticket)).error).toMatchObject({ code: 'not-your-turn', status: 403 });
    expect((await verbs.sign(agent, ticket)).error).toMatchObject({ code: 'forbidden', status: 403 });
    const yuelu = await hotline.as('handler-yuelu');
    expect((await verbs.sign(yuelu, ticket)).error).toMatchObject({ code: 'not-found', status: 404 });
  });

  it('a city passes a ticket down, and only downwards', async () => {
    const ticket = await arrived(city, { kind: 'suggestion', field: 'other' });
    expect(ticket.accountable?.name).toBe('深圳市总工会');
    const signed = must(await verbs.sign(city, ticket));
    const hunan = await unitWithCode(agent, '430000');
    expect((await verbs.passDown(city, signed, { unitId: hunan })).error).toMatchObject({
      code: 'not-below-you',
      field: 'unitId',
    });
    const nanshan = await unitWithCode(agent, NANSHAN);
    const passed = must(await verbs.passDown(city, signed, { unitId: nanshan, note: '企业在南山' }));
    expect(passed).toMatchObject({ state: 'dispatched', accountable: { code: NANSHAN } });
    const reported = await handleAndReport(county, passed);
    expect(reported.turn).toMatchObject({ unit: { name: '深圳市总工会' }, expected: 'review' });
  });

  describe('a return', () => {
    const ask = async (ticket: Ticket, proposed?: string) =>
      must(
        await verbs.requestReturn(county, ticket, {
          reasonCode: 'wrong-place',
          reason: '企业实际在宝安区经营。',
          ...(proposed ? { proposedUnitId: await unitWithCode(agent, proposed) } : {}),
        }),
      );

    it('refused leaves the ticket where it was; a second request is not heard', async () => {
      const asked = await ask(await arrived(), BAOAN);
      expect(asked.turn).toMatchObject({ unit: { name: '深圳市总工会' }, expected: 'rule-return' });
      expect((await verbs.sign(county, asked)).error).toMatchObject({ code: 'not-your-turn' });
      const returnId = asked.returns[0]?.id ?? '';
      const early = await verbs.ruleReturn(province, asked, returnId, {
        decision: 'granted',
        reason: '同意',
      });
      expect(early.error).toMatchObject({ code: 'not-your-turn' });
      const ruled = must(
        await verbs.ruleReturn(city, asked, returnId, { decision: 'refused', reason: '注册地在南山。' }),
      );
      expect(ruled).toMatchObject({
        state: 'dispatched',
        turn: { unit: { code: NANSHAN }, expected: 'sign' },
      });
      expect(ruled.returns[0]?.ruling).toMatchObject({ decision: 'refused', by: '黄文博' });
      const again = await verbs.requestReturn(county, ruled, {
        reasonCode: 'wrong-place',
        reason: '还是退回。',
      });
      expect(again.error).toMatchObject({ code: 'return-cap-reached' });
    });

    it('granted with an owner travels there by itself', async () => {
      const asked = await ask(await arrived(), BAOAN);
      const baoan = await unitWithCode(agent, BAOAN);
      must(
        await verbs.ruleReturn(city, asked, asked.returns[0]?.id ?? '', {
          decision: 'granted',
          reason: '经核实在宝安区。',
          toUnitId: baoan,
        }),
      );
      const moved = await comesTo(city, asked, 'dispatched');
      expect(moved.accountable?.code).toBe(BAOAN);
      const kept = await show(county, asked.id);
      expect(kept.verbs).not.toContain('sign');
      const once = must(
        await county.api.GET('/api/tickets', { params: { query: { view: 'once-handled' } } }),
      );
      expect(once.items.map((row) => row.id)).toContain(asked.id);
    });

    it('granted without an owner waits for a dispatcher of the ruling unit', async () => {
      const asked = await ask(await arrived());
      const ruled = must(
        await verbs.ruleReturn(city, asked, asked.returns[0]?.id ?? '', {
          decision: 'granted',
          reason: '需要重新核实工作地。',
        }),
      );
      expect(ruled).toMatchObject({
        state: 'unclear',
        queueReason: 'returned',
        turn: { unit: { name: '深圳市总工会' }, expected: 'dispatch' },
      });
      const dispatcher = await hotline.as('dispatcher');
      must(await verbs.dispatch(dispatcher, ruled, { unitId: await unitWithCode(agent, BAOAN) }));
      expect((await comesTo(city, asked, 'dispatched')).accountable?.code).toBe(BAOAN);
    });
  });

  describe('a report', () => {
    it('needs the proof that the worker was spoken to', async () => {
      const signed = must(await verbs.sign(county, await arrived()));
      expect((await verbs.report(county, signed)).error).toMatchObject({ code: 'proof-required' });
      const tried = must(await verbs.contactWorker(county, signed, false));
      const claim = { outcome: 'unreachable', narrative: '打了一次，没有人接。' };
      expect((await verbs.report(county, tried, claim)).error).toMatchObject({ code: 'proof-required' });
      const triedTwice = must(await verbs.contactWorker(county, tried, false));
      expect(must(await verbs.report(county, triedTwice, claim)).state).toBe('reported');
    });

    it('keeps money exact and hides nothing from the superior', async () => {
      const signed = must(await verbs.sign(county, await arrived()));
      const contacted = must(await verbs.contactWorker(county, signed));
      const reported = must(
        await verbs.report(county, contacted, {
          amountRecovered: '331200.1',
          peopleHelped: 23,
          proof: { workerContactId: contacted.workerContacts[0]?.id ?? '' },
        }),
      );
      const [report] = (await show(city, reported.id)).reports;
      expect(report).toMatchObject({ amountRecovered: '331200.10', peopleHelped: 23, by: '吴晓岚' });
      const wrong = await verbs.report(county, contacted, { amountRecovered: '1e9' });
      expect(wrong.error).toMatchObject({ status: 422, field: 'amountRecovered' });
    });

    it('is sent back with a reason and handled once more', async () => {
      const reported = await handleAndReport(county, await arrived());
      const silent = await verbs.review(city, reported, { decision: 'redo' });
      expect(silent.error).toMatchObject({ code: 'reason-required', field: 'reason' });
      const back = must(await verbs.review(city, reported, { decision: 'redo', reason: '金额与协议不符。' }));
      expect(back).toMatchObject({ state: 'handling', redo: true, turn: { unit: { code: NANSHAN } } });
      const redo = must(await county.api.GET('/api/tickets', { params: { query: { view: 'redo' } } }));
      expect(redo.items.map((row) => row.id)).toContain(back.id);
      const again = must(await verbs.report(county, back));
      const done = await acceptUpwards([city, province, national], again);
      expect(done.state).toBe('call-back');
      expect(done.reports).toHaveLength(2);
      expect(done.reports.flatMap((one) => one.reviews.map((review) => review.decision)).sort()).toEqual([
        'accept',
        'accept',
        'accept',
        'redo',
      ]);
    });
  });

  describe('who the worker is', () => {
    it('is masked for everybody, shown for a reason, and every look is on record', async () => {
      const ticket = await arrived(county, {
        contact: aCall({ outcome: 'open', number: PHONE, callerName: NAME }),
        worker: { name: NAME, phone: PHONE },
      });
      const params = { path: { id: ticket.id } };
      for (const person of [agent, county, city, await hotline.as('supervisor')])
        expect(JSON.stringify(await show(person, ticket.id))).not.toMatch(/13712345678|钱多多/);

      const look = { fields: ['phone' as const], reason: '联系职工核实月份' };
      const shown = must(await county.api.POST('/api/tickets/{id}/identity', { params, body: look }));
      expect(shown).toMatchObject({ phone: PHONE, name: null });
      const events = must(await county.api.GET('/api/tickets/{id}/events', { params }));
      expect(events.at(-1)).toMatchObject({ kind: 'identity-revealed', by: '吴晓岚' });

      const auditor = await hotline.as('auditor');
      const query = { action: 'identity-revealed', objectId: ticket.id };
      const log = must(await auditor.api.GET('/api/audit', { params: { query } }));
      expect(log.items).toHaveLength(1);
      expect(JSON.stringify(log.items)).toContain(look.reason);
      expect(JSON.stringify(log.items)).not.toContain(PHONE);
      expect(must(await auditor.api.GET('/api/audit/verification')).brokenAt).toBeNull();
    });

    it('is shown to nobody without a reason, without custody or without the right', async () => {
      const ticket = await arrived(county, { worker: { name: NAME, phone: PHONE } });
      const params = { path: { id: ticket.id } };
      const body = { fields: ['phone' as const], reason: '联系职工核实' };
      const noReason = await county.api.POST('/api/tickets/{id}/identity', {
        params,
        body: { ...body, reason: '看' },
      });
      expect(noReason.error).toMatchObject({ status: 422, field: 'reason' });
      for (const [name, status] of [
        ['supervisor', 403],
        ['auditor', 403],
        ['admin', 403],
        ['handler-yuelu', 404],
      ] as const) {
        const { error } = await (
          await hotline.as(name)
        ).api.POST('/api/tickets/{id}/identity', { params, body });
        expect([name, (error as { status: number }).status]).toEqual([name, status]);
      }
      const looks = await behind.rows(`select 1 from audit where object_id = $1`, [ticket.id]);
      expect(looks).toEqual([]);
    });
  });
});

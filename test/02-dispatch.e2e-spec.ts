import { Workers } from '../apps/server/src/operations/workers.js';
import { Behind } from './support/behind.js';
import { eventually } from './support/eventually.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { CHANGSHA_YUELU, comesTo, must, NANSHAN, open, show, unitWithCode, verbs } from './support/moves.js';
import { ShiftedClock } from './support/shifted-clock.js';

const TRAP = '卡住的派单';

/** Down the tree by itself where the case is clear, to a dispatcher where it is not, and nothing fails unseen. */
describe('dispatch', () => {
  let hotline: Hotline;
  let behind: Behind;
  let agent: Person;
  let dispatcher: Person;
  const clock = new ShiftedClock();

  beforeAll(async () => {
    hotline = await startHotline({ clock, workers: false });
    behind = await Behind.of(hotline);
    agent = await hotline.as('agent');
    dispatcher = await hotline.as('dispatcher');
  }, 60_000);

  afterAll(async () => {
    await behind?.close();
    await hotline?.close();
  });

  it('an urgent case overtakes a backlog of general ones', async () => {
    const general = await Promise.all(Array.from({ length: 30 }, () => open(agent)));
    const urgent = await open(agent, { urgency: 'urgent' });
    await eventually('all jobs wait in the queue', async () => {
      const [waiting] = await behind.rows<{ n: number }>(
        'select count(*)::integer as n from outbox where dispatched_at is not null',
      );
      return waiting?.n === 31;
    });
    await hotline.nest.get(Workers).start();
    await eventually('everybody has arrived', async () => {
      const [left] = await behind.rows<{ n: number }>(
        `select count(*)::integer as n from ticket where state <> 'dispatched'`,
      );
      return left?.n === 0;
    });
    const order = await behind.rows<{ ticket_id: string }>(
      'select ticket_id from hop where seq = 4 order by sent_at, id',
    );
    expect(order).toHaveLength(general.length + 1);
    // Eight jobs run at a time: whoever had begun may finish first.
    expect(order.findIndex((hop) => hop.ticket_id === urgent.id)).toBeLessThan(12);
  });

  it('a clear case goes down four levels, each hop with its reason, its clock and its notice', async () => {
    const county = await hotline.as('handler-nanshan');
    const ticket = await comesTo(county, await open(agent), 'dispatched');
    expect(ticket.hops.map((hop) => hop.toUnit.level)).toEqual(['national', 'province', 'city', 'county']);
    for (const hop of ticket.hops.slice(1)) {
      expect(hop.explanation).toEqual({
        text: '派单目录 v1 第 12 条：工作地 440305 · 劳动报酬 → 南山区总工会',
        catalogueVersion: 1,
        rule: 12,
      });
      expect(hop.sentBy).toBeNull();
    }
    const running = ticket.clocks.filter((one) => !one.stoppedAt).map((one) => one.kind);
    expect(running.sort()).toEqual(['contact', 'handle', 'promise', 'sign']);
    const last = ticket.hops.at(-1);
    for (const one of ticket.clocks.filter(({ kind }) => kind === 'sign'))
      expect(one.startedAt).toBe(last?.sentAt);
    const notices = must(await county.api.GET('/api/notices'));
    expect(notices.items.filter((one) => one.ticketId === ticket.id).map((one) => one.kind)).toEqual([
      'hop-arrived',
    ]);
  });

  it('the preview promises what then happens', async () => {
    const body = { kind: 'complaint', field: 'pay', places: { workplace: { code: NANSHAN } } };
    const preview = must(await agent.api.POST('/api/dispatch/preview', { body }));
    expect(preview).toMatchObject({ clear: true, target: { code: NANSHAN }, queueReason: null });
    const ticket = await comesTo(agent, await open(agent), 'dispatched');
    expect(ticket.hops.map((hop) => hop.toUnit.id)).toEqual(preview.chain.map((unit) => unit.id));
    expect(Date.parse(ticket.dueAt ?? '')).toBeCloseTo(Date.parse(preview.dueAt ?? ''), -5);
  });

  it('a case of another province travels by the national node', async () => {
    const yuelu = await hotline.as('handler-yuelu');
    const guangdong = await hotline.as('agent-gd');
    const opened = await open(guangdong, { places: { workplace: { code: CHANGSHA_YUELU } } });
    const ticket = await comesTo(yuelu, opened, 'dispatched');
    expect(ticket.hops.map((hop) => `${hop.role} ${hop.toUnit.name}`)).toEqual([
      'lead 广东省总工会',
      'lead 中华全国总工会',
      'lead 湖南省总工会',
      'lead 长沙市总工会',
      'lead 岳麓区总工会',
      'support 广东省总工会',
    ]);
    expect(ticket.together.supports).toMatchObject([{ source: 'home-province', ending: null }]);
    expect((await show(guangdong, ticket.id)).accountable?.name).toBe('岳麓区总工会');
  });

  it('a railway worker’s case belongs to the industrial chain, wherever he works', async () => {
    const ticket = await comesTo(agent, await open(agent, { industry: 'railway' }), 'dispatched');
    expect(ticket.accountable).toMatchObject({ kind: 'industrial', code: 'i1' });
    expect(ticket.hops.at(-1)?.explanation.rule).toBe(1);
  });

  describe('an unclear case', () => {
    const unclear = async () =>
      comesTo(
        dispatcher,
        await open(agent, {
          places: { caller: { code: '430104', guessed: true } },
          text: '我在南山区的工地干活，老板不发工资。',
        }),
        'unclear',
      );

    it('waits in the dispatcher’s queue with the reason', async () => {
      const ticket = await unclear();
      expect(ticket).toMatchObject({ queueReason: 'place-unknown', turn: { expected: 'dispatch' } });
      const queue = must(
        await dispatcher.api.GET('/api/tickets', { params: { query: { view: 'unclear' } } }),
      );
      expect(queue.items.map((row) => row.id)).toContain(ticket.id);
      const counts = must(await dispatcher.api.GET('/api/tickets/counts'));
      expect(counts.queueReasons['place-unknown']).toBe(queue.items.length);
      expect(counts.views.unclear).toEqual({ count: queue.items.length, atLeast: false });
    });

    it('is suggested at most five units, each with reasons, adding up to a hundred', async () => {
      const { id } = await unclear();
      const suggestions = must(
        await dispatcher.api.GET('/api/tickets/{id}/suggestions', { params: { path: { id } } }),
      );
      expect(suggestions.length).toBeGreaterThan(1);
      expect(suggestions.length).toBeLessThanOrEqual(5);
      expect(suggestions.reduce((sum, one) => sum + one.share, 0)).toBe(100);
      expect(suggestions.map((one) => one.unit.code)).toEqual(expect.arrayContaining([NANSHAN, '430104']));
      for (const one of suggestions) {
        expect(one.reasons.length).toBeGreaterThan(0);
        expect(one.chain[0]?.level).toBe('national');
        expect(one.chain.at(-1)?.id).toBe(one.unit.id);
      }
    });

    it('is sent by the dispatcher, taken back within a minute, and sent again', async () => {
      const ticket = await unclear();
      const nanshan = await unitWithCode(dispatcher, NANSHAN);
      const wuhou = await unitWithCode(dispatcher, '510107');
      must(await verbs.dispatch(dispatcher, ticket, { unitId: wuhou }));
      const wrong = await comesTo(dispatcher, ticket, 'dispatched');
      expect(wrong.verbs).toContain('recall');
      const back = must(await verbs.recall(dispatcher, wrong));
      expect(back).toMatchObject({ state: 'unclear', turn: { unit: { level: 'national' } } });
      must(await verbs.dispatch(dispatcher, back, { unitId: nanshan, reason: '职工称在南山区工地' }));
      const right = await comesTo(await hotline.as('handler-nanshan'), ticket, 'dispatched');
      expect(right.accountable?.code).toBe(NANSHAN);
      expect(right.hops.at(-1)?.explanation.text).toContain('职工称在南山区工地');
      expect(right.hops.filter((hop) => !hop.passedAt && !hop.returnedAt)).not.toHaveLength(0);
    });

    it('cannot be taken back after a minute, nor once signed', async () => {
      const nanshan = await unitWithCode(dispatcher, NANSHAN);
      const late = await unclear();
      must(await verbs.dispatch(dispatcher, late, { unitId: nanshan }));
      const arrived = await comesTo(dispatcher, late, 'dispatched');
      const signed = await unclear();
      must(await verbs.dispatch(dispatcher, signed, { unitId: nanshan }));
      const county = await hotline.as('handler-nanshan');
      const held = must(await verbs.sign(county, await comesTo(county, signed, 'dispatched')));
      expect((await verbs.recall(dispatcher, held)).error).toMatchObject({ status: 409 });
      clock.advance(61_000);
      expect((await verbs.recall(dispatcher, arrived)).error).toMatchObject({ code: 'recall-window-over' });
    });

    it('goes to no unit that does not exist, and by nobody but a dispatcher', async () => {
      const ticket = await unclear();
      const unknown = await verbs.dispatch(dispatcher, ticket, {
        unitId: '00000000-0000-7000-8000-000000000000',
      });
      expect(unknown.error).toMatchObject({ code: 'unknown-unit', field: 'unitId', status: 422 });
      const unitId = await unitWithCode(agent, NANSHAN);
      expect((await verbs.dispatch(agent, ticket, { unitId })).error).toMatchObject({ status: 403 });
      expect((await show(dispatcher, ticket.id)).version).toBe(ticket.version);
    });
  });

  it('the agent’s own choice is followed, with the reason on the hop', async () => {
    const unitId = await unitWithCode(agent, '510107');
    const ticket = await comesTo(
      agent,
      await open(agent, { dispatchTo: { unitId, reason: '职工说合同在武侯区履行' } }),
      'dispatched',
    );
    expect(ticket.accountable?.code).toBe('510107');
    expect(ticket.hops.at(-1)?.explanation.text).toContain('职工说合同在武侯区履行');
  });

  it('a job that keeps failing is shown, alarmed, and runs through once re-driven', async () => {
    await behind.rows(
      `create function trap() returns trigger language plpgsql security definer as $$ begin
         if exists (select 1 from ticket where id = new.ticket_id and title = '${TRAP}') then
           raise exception 'trapped'; end if;
         return new; end $$`,
    );
    await behind.rows(
      'create trigger trap before insert on hop for each row when (new.seq = 2) execute function trap()',
    );
    const ticket = await open(agent, { title: TRAP });
    const other = await open(agent);
    const failed = await eventually('the failed job is shown', async () => {
      const { items } = must(await dispatcher.api.GET('/api/failed-jobs'));
      return items.find((job) => job.ticketId === ticket.id) ?? null;
    });
    expect(failed).toMatchObject({ ticketNo: ticket.no, attempts: 5, redrivenAt: null });
    expect(failed.error).not.toMatch(/trapped|工资/);
    await comesTo(agent, other, 'dispatched');
    const metrics = await (await agent.raw('/metrics')).text();
    expect(metrics).toMatch(/^hotline_dead_letters_open 1$/m);
    expect((await show(agent, ticket.id)).state).toBe('queued');

    await behind.rows('drop trigger trap on hop');
    const redriven = await dispatcher.api.POST('/api/failed-jobs/{id}/redrive', {
      params: { path: { id: failed.id } },
    });
    expect(redriven.response.status).toBe(204);
    const arrived = await comesTo(await hotline.as('handler-nanshan'), ticket, 'dispatched');
    expect(arrived.hops).toHaveLength(4);
    const twice = await dispatcher.api.POST('/api/failed-jobs/{id}/redrive', {
      params: { path: { id: failed.id } },
    });
    expect(twice.error).toMatchObject({ status: 409 });
    expect(await (await agent.raw('/metrics')).text()).toMatch(/^hotline_dead_letters_open 0$/m);
  });

  it('of two receivers one cannot be reached: the queue sends to neither, ever, and a dispatcher has it', async () => {
    const admin = await hotline.as('admin');
    const today = new Date(clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const dual = { industry: 'railway', mode: 'dual' as const, dualLead: 'territorial' as const };
    must(await admin.api.POST('/api/chain-settings', { body: { ...dual, effectiveFrom: today } }));
    const chainId = await unitWithCode(admin, 'i1');
    await behind.rows(
      `create function unreachable() returns trigger language plpgsql security definer as $$ begin
         if new.to_unit_id = '${chainId}' then raise exception 'unreachable'; end if; return new; end $$`,
    );
    await behind.rows(
      'create trigger unreachable before insert on hop for each row execute function unreachable()',
    );
    const ticket = await open(agent, { industry: 'railway' });
    const other = await open(agent);
    await comesTo(agent, other, 'dispatched');
    const kept = await comesTo(dispatcher, ticket, 'unclear');
    expect([kept.queueReason, kept.together.supports]).toEqual(['receiver-failed', []]);
    const reached = await behind.rows<{ n: number }>(
      `select count(*)::integer as n from hop h join unit u on u.id = h.to_unit_id
       where h.ticket_id = '${ticket.id}' and (u.level = 'county' or u.code = 'i1')`,
    );
    const told = await behind.rows(
      `select 1 from notice n join unit u on u.id = n.unit_id where n.ticket_id = '${ticket.id}'
       and (u.level = 'county' or u.code = 'i1')`,
    );
    const sent = await behind.rows(
      `select 1 from event where ticket_id = '${ticket.id}' and kind like '%dispatched%' and facts ->> 'support' is not null`,
    );
    expect([reached[0]?.n, told, sent]).toEqual([0, [], []]);

    await behind.rows('drop trigger unreachable on hop');
    const again = await open(agent, { industry: 'railway' });
    const both = await comesTo(agent, again, 'dispatched');
    expect(both.together.supports.map(({ unit }) => unit.code)).toEqual(['i1']);
    expect((await show(dispatcher, ticket.id)).state).toBe('unclear');
  });
});

import { unitId } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { HandledCase } from '../../../test/support/handled-case.js';
import { RaiseSweep } from '../jobs/request-sweeps.js';
import { RequestReturn } from './request-return.js';
import { RequestExclusion } from './request-exclusion.js';
import { RevokeExclusion } from './revoke-exclusion.js';
import { RuleRequest } from './rule-request.js';
import { RuleReturn } from './rule-return.js';
import { DispatchTicket } from '../../dispatch/use-cases/dispatch-ticket.js';

let house: CaseHouse;
let desk: HandledCase;
beforeAll(async () => {
  house = await CaseHouse.open();
  desk = await HandledCase.staffed(house);
}, 60_000);
afterAll(() => house.close());
beforeEach(() => house.clock.set('2026-03-10T09:00:00+08:00'));

const plead = (id: string, change: { reasonCode?: string; proposedUnitId?: string | null } = {}) =>
  desk.do(id, (version) =>
    house.get(RequestReturn).run(desk.county, id, version, {
      reasonCode: 'wrong-place',
      clause: null,
      reason: '施工地点在宝安',
      proposedUnitId: null,
      ...change,
    }),
  );
const ruleReturn = (
  id: string,
  actor = desk.city,
  decision: 'granted' | 'refused' = 'granted',
  to: string | null = null,
) =>
  desk.do(id, async (version) => {
    const returnId = (await house.facts(id)).openReturn?.id ?? '';
    const toUnitId = to === null ? null : unitId(to);
    await house.get(RuleReturn).run(actor, id, version, { returnId, decision, reason: '经核实', toUnitId });
  });
const sweep = () => house.get(RaiseSweep).sweep();

describe('an extension', () => {
  it('granted moves the promise and the handling clock, keeps what was promised, and never stops a clock', async () => {
    const id = await desk.inHand();
    const before = await desk.due(id);
    const asked = await desk.extend(id, 2);
    expect(await desk.due(id)).toMatchObject(before);
    expect(asked.requests[0]).toMatchObject({
      rulerUnitId: unitId('440300'),
      workingDays: 2,
      decision: null,
    });
    expect(await refusalOf(desk.extend(id, 1))).toBe('request-open');
    expect(await refusalOf(desk.rule(id, desk.county, 'extension', 'granted'))).toBe('not-your-turn');
    await desk.rule(id, desk.city, 'extension', 'granted');
    // 5 and 3 working days from Tuesday 10 March, and 2 more on each.
    expect(before).toMatchObject({ promise: '2026-03-17T09:30:00.000Z', handle: '2026-03-13T09:30:00.000Z' });
    expect(await desk.due(id)).toEqual({
      promise: '2026-03-19T09:30:00.000Z',
      handle: '2026-03-17T09:30:00.000Z',
    });
    expect(await desk.restatements(id)).toEqual(['promise extended', 'handle extended']);
    const seen = await house.show(desk.city, id);
    expect(seen.clocks.find((clock) => clock.kind === 'promise')?.originalDueAt).toEqual(
      new Date(before.promise ?? ''),
    );
    expect(seen.requests[0]?.ruling).toMatchObject({ decision: 'granted', by: desk.city.displayName });
    expect((await house.show(desk.county, id)).verbs).not.toContain('request-extension');
    expect(await refusalOf(desk.extend(id, 1))).toBe('extension-cap-reached');
  });

  it('refused moves nothing, and may be asked again', async () => {
    const id = await desk.inHand();
    const before = await desk.due(id);
    await desk.extend(id);
    await desk.rule(id, desk.city, 'extension', 'refused');
    expect(await desk.due(id)).toEqual(before);
    expect(await desk.restatements(id)).toEqual([]);
    expect(await refusalOf(desk.rule(id, desk.city, 'extension', 'granted'))).toBe('already-ruled requestId');
    await desk.extend(id, 1);
  });

  it('is at most half of the limit, and asked for up to the deadline itself', async () => {
    const id = await desk.inHand();
    expect(await refusalOf(desk.extend(id, 3))).toBe('invalid-input workingDays');
    house.clock.set('2026-03-13T17:30:00.001+08:00');
    expect(await refusalOf(desk.extend(id))).toBe('deadline-passed');
    house.clock.set('2026-03-13T17:30:00+08:00');
    await desk.extend(id);
    // The time ran out while nobody ruled: overdue stays overdue until the ruling restates it.
    house.clock.set('2026-03-16T10:00:00+08:00');
    expect((await desk.due(id)).handle).toBe('2026-03-13T09:30:00.000Z');
    await desk.rule(id, desk.city, 'extension', 'granted');
    expect((await desk.due(id)).handle).toBe('2026-03-17T09:30:00.000Z');
  });

  it('of the unit that took the case is ruled by another person of it', async () => {
    const id = await house.openTicket({ places: {} });
    await house.settle();
    const [one, other] = [await house.actor(['handler', 'cn'], ['dispatcher', 'cn']), desk.national];
    await desk.do(id, (version) =>
      house.get(DispatchTicket).run(one, { ticketId: id, version, unitId: unitId('cn') }),
    );
    const { SignHop } = await import('./sign-hop.js');
    await desk.do(id, (version) => house.get(SignHop).run(one, id, version));
    await desk.extend(id, 1, one);
    expect(await refusalOf(desk.rule(id, one, 'extension', 'granted'))).toBe('not-your-turn');
    await desk.rule(id, other, 'extension', 'granted');
  });

  it('ruled twice at once is ruled once', async () => {
    const id = await desk.inHand();
    const { version, requests } = await desk.extend(id);
    const ruling = (decision: 'granted' | 'refused') =>
      refusalOf(
        house.get(RuleRequest).run(desk.city, id, version, 'extension', {
          requestId: requests[0]?.id ?? '',
          decision,
          reason: '经核实',
        }),
      );
    const answers = await Promise.all([ruling('granted'), ruling('refused'), ruling('granted')]);
    expect(answers.filter((one) => one === 'allowed')).toHaveLength(1);
    expect(answers.filter((one) => one === 'stale-version')).toHaveLength(2);
    await house.check(id);
  });
});

describe('what nobody rules in time', () => {
  it('goes up level by level, each time once under two sweeps, and stays at the root', async () => {
    const id = await desk.inHand();
    await desk.extend(id);
    await plead(id);
    const rulers = async () => {
      const facts = await house.check(id);
      return [facts.openReturn?.rulerUnitId, facts.requests[0]?.rulerUnitId, facts.turn?.unit.id];
    };
    const at = async (time: string) => {
      house.clock.set(time);
      await Promise.all([sweep(), sweep()]);
      return rulers();
    };
    // A ruling has one working day: due Wednesday 17:30.
    expect(await at('2026-03-11T17:30:00+08:00')).toEqual(Array(3).fill(unitId('440300')));
    expect(await at('2026-03-11T17:30:00.001+08:00')).toEqual(Array(3).fill(unitId('440000')));
    expect(await at('2026-03-12T09:00:00+08:00')).toEqual(Array(3).fill(unitId('440000')));
    // A week without a worker raises once, not once a day.
    expect(await at('2026-03-20T09:00:00+08:00')).toEqual(Array(3).fill(unitId('cn')));
    expect(await at('2026-04-20T09:00:00+08:00')).toEqual(Array(3).fill(unitId('cn')));
    const { rows } = await house.owner.query(
      `select kind, count(*)::integer as n from event where ticket_id = $1 and kind like '%-raised' group by 1 order by 1`,
      [id],
    );
    expect(rows).toEqual([
      { kind: 'extension-raised', n: 2 },
      { kind: 'return-raised', n: 2 },
    ]);
    const seen = await house.show(desk.national, id);
    expect(seen.returns[0]?.raises.map(({ toUnit }) => toUnit.id)).toEqual(['440000', 'cn'].map(unitId));
    expect(await refusalOf(ruleReturn(id, desk.city))).toBe('not-your-turn');
    await desk.rule(id, desk.national, 'extension', 'granted');
    expect((await ruleReturn(id, desk.national)).accountable.id).toBe(unitId('cn'));
  });
});

describe('a return ruled', () => {
  it('binds: the ticket does not come back, by catalogue, by hand or by ruling', async () => {
    const id = await house.arrived();
    await plead(id, { proposedUnitId: unitId('440306') });
    await ruleReturn(id, desk.city, 'granted', '440306');
    await house.settle();
    const sibling = await house.actor(['handler', '440306']);
    const back = {
      reasonCode: 'wrong-duty',
      clause: null,
      reason: '应由南山办理',
      proposedUnitId: unitId('440305'),
    };
    const ask = desk.do(id, (version) => house.get(RequestReturn).run(sibling, id, version, back));
    expect(await refusalOf(ask)).toBe('gave-back proposedUnitId');
    await desk.do(id, (version) =>
      house.get(RequestReturn).run(sibling, id, version, { ...back, proposedUnitId: null }),
    );
    expect(await refusalOf(ruleReturn(id, desk.city, 'granted', '440305'))).toBe('gave-back toUnitId');
    await ruleReturn(id);
    const dispatcher = await house.actor(['dispatcher', '440300']);
    const send = desk.do(id, (version) =>
      house.get(DispatchTicket).run(dispatcher, { ticketId: id, version, unitId: unitId('440305') }),
    );
    expect(await refusalOf(send)).toBe('gave-back unitId');
  });

  it('refused is not asked again for the same reason, however high the cap', async () => {
    await house.owner.query(
      `insert into handling_settings (version, at, return_cap, extension_percent, pause_working_days, reason)
       values (2, now(), 2, 50, 15, '试行')`,
    );
    const id = await house.arrived();
    await plead(id);
    await ruleReturn(id, desk.city, 'refused');
    expect(await refusalOf(plead(id))).toBe('already-ruled reasonCode');
    await plead(id, { reasonCode: 'in-court' });
    await ruleReturn(id, desk.city, 'refused');
    expect(await refusalOf(plead(id, { reasonCode: 'duplicate' }))).toBe('return-cap-reached');
    await house.owner.query('delete from handling_settings where version = 2');
  });
});

describe('an exclusion', () => {
  it('needs evidence, and a second person above', async () => {
    const id = await desk.inHand();
    const plea = { reasonCode: 'malicious', reason: '多次虚构', attachmentIds: [] as string[] };
    const ask = async (attachmentIds: string[]) =>
      house.get(RequestExclusion).run(desk.county, id, await house.version(id), { ...plea, attachmentIds });
    expect(await refusalOf(ask([]))).toBe('proof-required attachmentIds');
    expect(await refusalOf(ask([await desk.file(desk.city)]))).toBe('invalid-input attachmentIds');
    const supervisor = await house.actor(['supervisor', '440300']);
    await desk.exclude(id, supervisor);
    expect(await refusalOf(desk.rule(id, supervisor, 'exclusion', 'granted'))).toBe('not-your-turn');
    const ruled = await desk.rule(id, desk.city, 'exclusion', 'granted');
    expect(ruled.requests[0]).toMatchObject({ decision: 'granted', revoked: false });
    expect(await refusalOf(desk.exclude(id))).toBe('wrong-state');
    const requestId = ruled.requests[0]?.id ?? '';
    await desk.do(id, (version) =>
      house.get(RevokeExclusion).run(desk.city, id, version, { requestId, reason: '证据不实' }),
    );
    expect((await house.show(desk.county, id)).requests[0]?.revocation).toMatchObject({ reason: '证据不实' });
    await desk.exclude(id);
  });
});

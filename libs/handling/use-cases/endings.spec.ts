import { type Actor, unitId } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { HandledCase } from '../../../test/support/handled-case.js';
import { CloseTicket } from '../../follow-up/use-cases/close-ticket.js';
import { RecordCallBack } from '../../follow-up/use-cases/record-call-back.js';
import { FoldEvents } from '../../metrics/use-cases/fold-events.js';
import { ShowNumbers } from '../../metrics/use-cases/show-numbers.js';
import { DeclineTicket } from './decline-ticket.js';
import { RecordReferralReply } from './record-referral-reply.js';
import { ReferTicket } from './refer-ticket.js';
import { RevokeExclusion } from './revoke-exclusion.js';
import { WithdrawTicket } from './withdraw-ticket.js';

let house: CaseHouse;
let desk: HandledCase;
beforeAll(async () => {
  house = await CaseHouse.open();
  desk = await HandledCase.staffed(house);
}, 60_000);
afterAll(() => house.close());
beforeEach(() => house.clock.set('2026-03-10T09:00:00+08:00'));

const withdraw = (
  id: string,
  actor: Actor,
  change: { toldAt?: Date; workerContactId?: string | null } = {},
) =>
  desk.do(id, (version) =>
    house.get(WithdrawTicket).run(actor, id, version, {
      toldBy: 'worker',
      toldAt: house.clock.now(),
      words: '单位已经给了，不用再管了',
      workerContactId: null,
      ...change,
    }),
  );
const refer = (id: string, replyDueOn: string | null) =>
  desk.do(id, (version) =>
    house.get(ReferTicket).run(desk.county, id, version, {
      bodyCode: 'labour-inspection',
      bodyName: null,
      referredOn: '2026-03-10',
      referenceNo: '南劳监函〔2026〕12号',
      replyDueOn,
      note: '请查处拖欠工资',
      attachmentIds: [],
    }),
  );

describe('a withdrawal', () => {
  it('ends everything that is open, and rates nothing', async () => {
    const id = await desk.inHand();
    await desk.extend(id);
    await desk.exclude(id);
    await refer(id, null);
    await desk.pause(id);
    const ended = await withdraw(id, desk.agent);
    expect([ended.state, ended.openClocks, ended.turn]).toEqual(['closed', [], null]);
    expect(ended.requests.map((one) => one.decision)).toEqual(['lapsed', 'lapsed']);
    expect(ended.pauses[0]?.endedAt).toEqual(house.clock.now());
    expect(ended.referrals[0]?.open).toBe(false);
    const seen = await house.show(desk.county, id);
    expect(seen.withdrawal).toMatchObject({ toldBy: 'worker', words: '单位已经给了，不用再管了' });
    expect(seen.callBacks).toEqual([]);
  });

  it('is recorded by the accountable unit only from a contact in which the worker was reached', async () => {
    const id = await desk.inHand();
    expect(await refusalOf(withdraw(id, desk.county))).toBe('proof-required workerContactId');
    expect(await refusalOf(withdraw(id, desk.city))).toBe('not-your-turn');
    const [contact] = (await house.show(desk.county, id)).workerContacts;
    const other = (await house.show(desk.county, await desk.inHand())).workerContacts[0]?.id ?? '';
    expect(await refusalOf(withdraw(id, desk.county, { workerContactId: other }))).toBe(
      'proof-required workerContactId',
    );
    const later = new Date(house.clock.now().getTime() + 1);
    expect(await refusalOf(withdraw(id, desk.agent, { toldAt: later }))).toBe('invalid-input toldAt');
    await withdraw(id, desk.county, { workerContactId: contact?.id ?? '' });
  });
});

describe('declining', () => {
  const decline = (id: string, actor: Actor) =>
    desk.do(id, (version) =>
      house.get(DeclineTicket).run(actor, id, version, {
        reasonCode: 'other-body-competent',
        reason: '属住房公积金管理中心职责',
        guidedTo: '市住房公积金管理中心',
        guidedContact: '12329',
      }),
    );

  it('is the word of the unit that took the case, and owes the worker the reason before it is closed', async () => {
    const id = await house.openTicket({ places: {} });
    await house.settle();
    const dispatcher = await house.actor(['dispatcher', 'cn']);
    expect(await refusalOf(decline(id, await house.actor(['dispatcher', '440000'])))).toBe('not-found');
    const declined = await decline(id, dispatcher);
    expect([declined.state, declined.turn]).toEqual([
      'call-back',
      { unit: { id: unitId('cn'), path: 'cn/' }, expected: 'call-back' },
    ]);
    expect(declined.openClocks.map(({ kind }) => kind).sort()).toEqual(['call-back', 'promise']);
    house.clock.advance(1_000);
    await desk.do(id, (version) =>
      house.get(RecordCallBack).run(desk.agent, id, version, {
        reached: true,
        notReachedReason: null,
        solved: 'no',
        handlingRating: 'not-rated',
        callRating: 'satisfied',
        reason: null,
        note: null,
      }),
    );
    await desk.do(id, (version) => house.get(CloseTicket).run(desk.agent, id, version, null));
    expect((await house.show(desk.agent, id)).declination).toMatchObject({ guidedContact: '12329' });
  });

  it('is too late once the ticket has gone down', async () => {
    const id = await desk.inHand();
    expect(await refusalOf(decline(id, await house.actor(['dispatcher', '440305'])))).toBe('wrong-state');
  });
});

describe('a referral', () => {
  it('runs a clock of its own beside the ticket’s, until the reply', async () => {
    const id = await desk.inHand();
    const before = await desk.due(id);
    expect(await refusalOf(refer(id, '2026-03-09'))).toBe('invalid-input replyDueOn');
    await refer(id, '2026-03-20');
    expect(await desk.due(id)).toEqual({ ...before, referral: '2026-03-20T15:59:59.999Z' });
    await desk.report(id);
    const reply = (referralId: string) =>
      desk.do(id, (version) =>
        house
          .get(RecordReferralReply)
          .run(desk.county, id, version, { referralId, reply: '已立案', attachmentIds: [] }),
      );
    expect(await refusalOf(reply(unitId('cn')))).toBe('not-found referralId');
    const referralId = (await house.facts(id)).referrals[0]?.id ?? '';
    expect((await reply(referralId)).openClocks.map(({ kind }) => kind)).not.toContain('referral');
    expect(await refusalOf(reply(referralId))).toBe('already-ruled referralId');
    expect((await house.show(desk.city, id)).referrals[0]).toMatchObject({ reply: '已立案' });
  });
});

describe('the on-time rate', () => {
  const rate = async () => {
    while ((await house.get(FoldEvents).run()) > 0);
    const reader = await house.actor(['supervisor', '430000']);
    const { numbers } = await house.get(ShowNumbers).run(reader, {
      unitId: unitId('430000'),
      from: '2026-03-20',
      to: '2026-03-20',
    });
    const found = numbers.find((one) => one.metric === 'on-time');
    const excluded = Object.fromEntries((found?.excluded ?? []).map(({ code, count }) => [code, count]));
    return [found?.numerator, found?.denominator, excluded];
  };

  it('leaves out what was excluded, counts it beside, and counts it again when revoked', async () => {
    house.clock.set('2026-03-13T09:00:00+08:00');
    const handler = await house.actor(['handler', '430111']);
    const { SignHop } = await import('./sign-hop.js');
    const ids: string[] = [];
    // Four tickets promised for Friday 20 March: one withdrawn in time, one excluded, two left open.
    for (let n = 0; n < 4; n += 1) {
      const id = await house.arrived({ places: { workplace: { code: '430111' } } });
      await desk.do(id, (version) => house.get(SignHop).run(handler, id, version));
      ids.push(id);
    }
    const [first = '', second = ''] = ids;
    await withdraw(first, desk.agent);
    await desk.exclude(second, handler);
    const city = await house.actor(['handler', '430100']);
    house.clock.set('2026-03-21T09:00:00+08:00');
    expect(await rate()).toEqual([1, 4, {}]);
    await desk.rule(second, city, 'exclusion', 'granted');
    expect(await rate()).toEqual([1, 3, { 'duplicate-case': 1 }]);
    await withdraw(second, desk.agent);
    expect(await rate()).toEqual([1, 3, { 'duplicate-case': 1 }]);
    const requestId = (await house.facts(second)).requests[0]?.id ?? '';
    await desk.do(second, (version) =>
      house.get(RevokeExclusion).run(city, second, version, { requestId, reason: '并非重复件' }),
    );
    // Ended on the 21st, after its deadline: counted, and missed.
    expect(await rate()).toEqual([1, 4, {}]);
  });
});

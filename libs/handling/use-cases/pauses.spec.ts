import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { HandledCase } from '../../../test/support/handled-case.js';
import { unitId } from '@hotline/organization';
import { RaiseTicket } from '@hotline/supervision';
import { RecuseFromTicket } from '@hotline/support';
import { PauseSweep } from '../jobs/request-sweeps.js';

let house: CaseHouse;
let desk: HandledCase;
beforeAll(async () => {
  house = await CaseHouse.open();
  desk = await HandledCase.staffed(house);
}, 60_000);
afterAll(() => house.close());
beforeEach(() => house.clock.set('2026-03-10T09:00:00+08:00'));

const sweep = () => house.get(PauseSweep).sweep();
const closing = (day: string) => new Date(`${day}T17:30:00+08:00`).toISOString();

describe('a pause', () => {
  it('moves the deadlines by its maximum, and back when it ends early', async () => {
    const id = await desk.inHand();
    expect(await desk.due(id)).toEqual({ promise: closing('2026-03-17'), handle: closing('2026-03-13') });
    await desk.pause(id, 5);
    // Until Tuesday 17 March, its close included: six closings stand still, Tuesday 10 to Tuesday 17.
    expect(await desk.due(id)).toEqual({ promise: closing('2026-03-24'), handle: closing('2026-03-20') });
    expect(await refusalOf(desk.report(id))).toBe('paused');
    expect(await refusalOf(desk.pause(id))).toBe('wrong-state');
    house.clock.set('2026-03-12T09:00:00+08:00');
    await desk.resume(id);
    // Two closings stood still: Tuesday and Wednesday.
    expect(await desk.due(id)).toEqual({ promise: closing('2026-03-18'), handle: closing('2026-03-16') });
    expect(await desk.restatements(id)).toEqual([
      'promise paused',
      'handle paused',
      'promise resumed',
      'handle resumed',
    ]);
    await desk.report(id);
  });

  it('over a holiday takes out only days that were worked', async () => {
    house.clock.set('2026-04-02T09:00:00+08:00');
    const id = await desk.inHand();
    const before = await desk.due(id);
    // Thursday 2 April; Qingming is Saturday 4 to Monday 6.
    expect(before.handle).toBe(closing('2026-04-08'));
    await desk.pause(id, 3);
    house.clock.set('2026-04-07T09:00:00+08:00');
    await desk.resume(id);
    // Thursday and Friday stood still: 3 working days after Thursday end on Thursday 9.
    expect((await desk.due(id)).handle).toBe(closing('2026-04-09'));
  });

  it('adds up with another one and with an extension', async () => {
    const id = await desk.inHand();
    await desk.pause(id, 2);
    house.clock.set('2026-03-12T09:00:00+08:00');
    await desk.resume(id);
    await desk.extend(id, 2);
    await desk.rule(id, desk.city, 'extension', 'granted');
    const extended = await desk.due(id);
    expect(extended).toEqual({ promise: closing('2026-03-20'), handle: closing('2026-03-18') });
    await desk.pause(id, 5);
    house.clock.set('2026-03-13T09:00:00+08:00');
    await desk.resume(id);
    expect(await desk.due(id)).toEqual({ promise: closing('2026-03-23'), handle: closing('2026-03-19') });
    expect(await refusalOf(desk.pause(id))).toBe('pause-cap-reached');
  });

  it('is at most fifteen working days, and not taken after the deadline', async () => {
    const id = await desk.inHand();
    expect(await refusalOf(desk.pause(id, 16))).toBe('invalid-input workingDays');
    house.clock.set('2026-03-13T17:30:01+08:00');
    expect(await refusalOf(desk.pause(id))).toBe('deadline-passed');
  });

  it('ends by itself at its maximum, once, however late the sweep comes', async () => {
    const id = await desk.inHand();
    await desk.pause(id, 2);
    const paused = await desk.due(id);
    house.clock.set('2026-03-12T17:29:59+08:00');
    await sweep();
    expect((await house.facts(id)).pauses[0]?.endedAt).toBeNull();
    house.clock.set('2026-03-20T09:00:00+08:00');
    await Promise.all([sweep(), sweep()]);
    const facts = await house.check(id);
    expect(facts.pauses[0]?.endedAt).toEqual(new Date('2026-03-12T17:30:00+08:00'));
    expect(await desk.due(id)).toEqual(paused);
    const { rows } = await house.owner.query(
      `select facts->>'how' as how from event where ticket_id = $1 and kind = 'ticket-resumed'`,
      [id],
    );
    expect(rows).toEqual([{ how: 'maximum' }]);
    await desk.report(id);
  });

  it('ends when the ticket is raised: the superior handles what is left, with the reason', async () => {
    const id = await desk.inHand();
    await desk.pause(id, 5);
    expect((await desk.due(id)).promise).toBe(closing('2026-03-24'));
    house.clock.set('2026-03-12T09:00:00+08:00');
    const city = await house.actor(['supervisor', '440300']);
    const facts = await desk.do(id, (version) =>
      house.get(RaiseTicket).run(city, id, version, { reason: '等待期间职工情况恶化', mask: false }),
    );
    expect([facts.accountable.id, facts.turn?.expected]).toEqual([unitId('440300'), 'sign']);
    expect(facts.pauses[0]?.endedAt).toEqual(house.clock.now());
    // Two closings stood still: Tuesday and Wednesday. The superior's own clocks start now.
    expect(await desk.due(id)).toMatchObject({
      promise: closing('2026-03-18'),
      handle: closing('2026-03-17'),
    });
    expect(await desk.restatements(id)).toEqual(['promise paused', 'handle paused', 'promise resumed']);
    expect((await house.show(desk.city, id)).pauses[0]).toMatchObject({
      endedHow: 'raised',
      endNote: '等待期间职工情况恶化',
    });
    house.clock.set('2026-03-25T09:00:00+08:00');
    await sweep();
    expect((await desk.due(id)).promise).toBe(closing('2026-03-18'));
    await house.check(id);
  });

  it('is over as well when the unit that waits is withdrawn for an interest in the case', async () => {
    const id = await desk.inHand();
    await desk.pause(id, 5);
    house.clock.set('2026-03-12T09:00:00+08:00');
    const facts = await desk.do(id, (version) =>
      house.get(RecuseFromTicket).run(desk.city, id, version, {
        accountId: null,
        unitId: unitId('440305'),
        reason: '承办人与用人单位有利害关系',
      }),
    );
    expect(facts.pauses[0]?.endedAt).toEqual(house.clock.now());
    expect((await desk.due(id)).promise).toBe(closing('2026-03-18'));
    expect((await house.show(desk.city, id)).pauses[0]?.endedHow).toBe('recused');
  });

  it('is lifted by a superior, with a reason, and by nobody beside', async () => {
    const id = await desk.inHand();
    await desk.pause(id);
    const sibling = await house.actor(['handler', '440306']);
    expect(await refusalOf(desk.resume(id, sibling))).toBe('not-found');
    expect(await refusalOf(desk.resume(id, desk.city))).toBe('reason-required note');
    await desk.resume(id, desk.city, '仲裁不影响调解');
    expect((await house.show(desk.county, id)).pauses[0]).toMatchObject({
      endedHow: 'lifted',
      endNote: '仲裁不影响调解',
    });
  });
});

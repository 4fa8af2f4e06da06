import type { NewClock, StartClock } from '@hotline/ticket';
import { GUANGDONG, NANSHAN, NATION, SHENZHEN, SMALL_TREE } from '../../../test/support/small-tree.js';
import { aClock, AGENT, aTicket, OPENED } from '../../../test/support/ticket-facts.js';
import { leaveToDispatcher, recallHop, sendOn } from './custody-steps.js';

const start: StartClock = (kind, unit, hopId): NewClock => ({
  id: `${kind}-${unit.code}`,
  kind,
  unitId: unit.id,
  hopId,
  startedAt: OPENED,
  yellowAt: OPENED,
  dueAt: OPENED,
  calendarVersion: 1,
  provisional: false,
  limitId: 'test',
  limitAmount: 1,
  limitUnit: 'hours',
});

const explanation = { text: '派单目录 v1 第 12 条', catalogueVersion: 1, rule: 12 };
const running = aClock('d', 'dispatch', NATION);
const clocks = (step: { startClocks?: readonly NewClock[] }) =>
  (step.startClocks ?? []).map((clock) => clock.kind);
const send = (
  ticket: ReturnType<typeof aTicket>,
  target = NANSHAN,
  sentBy: string | null = null,
  now = OPENED,
) => sendOn({ facts: ticket.build(), target, tree: SMALL_TREE, explanation, sentBy, now, start });

describe('one custody further', () => {
  it('passes through the province, which only has to send it on', () => {
    const step = send(aTicket().with({ openClocks: [running] }));
    expect(step).toMatchObject({
      state: 'queued',
      turn: { unit: { id: GUANGDONG.id }, expected: 'dispatch' },
      hop: { from: { id: NATION.id }, to: { id: GUANGDONG.id }, explanation },
      stopClocks: ['d'],
      targetUnitId: NANSHAN.id,
      notices: [],
    });
    expect(clocks(step)).toEqual(['dispatch']);
  });

  it('arrives: the unit has to sign, its clocks run from the sending, it is told', () => {
    const step = send(aTicket().dispatchedTo(GUANGDONG, SHENZHEN));
    expect(step).toMatchObject({ state: 'dispatched', turn: { unit: { id: NANSHAN.id }, expected: 'sign' } });
    expect(step.notices).toEqual([{ unit: { id: NANSHAN.id, path: NANSHAN.path }, kind: 'hop-arrived' }]);
    expect(clocks(step)).toEqual(['sign', 'contact', 'handle']);
  });

  it('needs no hop when the unit that took the call handles it', () => {
    const step = send(aTicket(NANSHAN));
    expect(step.hop).toBeUndefined();
    expect(step).toMatchObject({ state: 'dispatched', turn: { unit: { id: NANSHAN.id }, expected: 'sign' } });
  });

  it('keeps the minute of recall on the way, and starts a new one when a person sends', () => {
    const soon = new Date(OPENED.getTime() + 2_000);
    const end = new Date(OPENED.getTime() + 60_000);
    expect(send(aTicket(), NANSHAN, null, soon).recallUntil).toEqual(end);
    expect(send(aTicket().with({ recallUntil: end }), NANSHAN, null, soon).recallUntil).toEqual(end);
    expect(send(aTicket(), NANSHAN, AGENT, soon).recallUntil).toEqual(new Date(soon.getTime() + 60_000));
    expect(send(aTicket(), NANSHAN, null, new Date(end.getTime() + 1)).recallUntil).toBeNull();
  });
});

describe('leaving to a dispatcher', () => {
  it('keeps custody and the running clock where they are', () => {
    const step = leaveToDispatcher(aTicket().build(), SMALL_TREE, 'place-unknown', explanation);
    expect(step).toMatchObject({
      state: 'unclear',
      turn: { unit: { id: NATION.id }, expected: 'dispatch' },
      queueReason: 'place-unknown',
    });
    expect(step.hop ?? step.stopClocks ?? step.startClocks).toBeUndefined();
  });
});

describe('recalling', () => {
  it('brings custody back to the unit that sent, with a new dispatch clock', () => {
    const step = recallHop(
      aTicket().dispatchedTo(GUANGDONG, SHENZHEN, NANSHAN).build(),
      SMALL_TREE,
      AGENT,
      start,
    );
    expect(step).toMatchObject({
      state: 'unclear',
      queueReason: 'recalled',
      hop: { from: { id: NANSHAN.id }, to: { id: NATION.id }, sentBy: AGENT },
      stamps: [{ stamp: 'recalled' }],
    });
    expect(clocks(step)).toEqual(['dispatch']);
  });

  it('has nowhere to bring it when it never left', () => {
    const step = recallHop(
      aTicket(NANSHAN)
        .with({ openClocks: [running] })
        .build(),
      SMALL_TREE,
      AGENT,
      start,
    );
    expect(step.hop).toBeUndefined();
    expect(clocks(step)).toEqual([]);
  });
});

import { BAOAN, GUANGDONG, NANSHAN, NATION, SHENZHEN, SMALL_TREE } from '../../../test/support/small-tree.js';
import { aClock, AGENT, aTicket, OPENED } from '../../../test/support/ticket-facts.js';
import { deriveState } from './derive-state.js';
import type { ClockKind, OpenClock } from './facts.js';
import { moveCustody } from './move-custody.js';
import { isWithheld } from './withholding.js';

const running = (...kinds: ClockKind[]): OpenClock[] =>
  ['promise' as const, ...kinds].map((kind, n) => ({
    ...aClock(`00000000-0000-7000-8000-00000000c1${n}0`, kind, NATION),
  }));
const inNanshan = () => aTicket().dispatchedTo(GUANGDONG, SHENZHEN, NANSHAN);

describe('the state told by hops and clocks', () => {
  it.each([
    ['on its way', aTicket().with({ openClocks: running('dispatch') }), 'queued'],
    [
      'waiting for a dispatcher',
      aTicket().with({ openClocks: running('dispatch'), queueReason: 'no-rule' }),
      'unclear',
    ],
    ['to be signed', inNanshan().with({ openClocks: running('sign', 'contact', 'handle') }), 'dispatched'],
    [
      'signed',
      inNanshan()
        .signed()
        .with({ openClocks: running('handle') }),
      'handling',
    ],
    [
      'signed, a return being ruled',
      inNanshan()
        .signed()
        .with({ openClocks: running('handle', 'ruling') }),
      'handling',
    ],
    [
      'under review',
      inNanshan()
        .signed()
        .with({ openClocks: running('review') }),
      'reported',
    ],
    [
      'to be called back',
      inNanshan()
        .signed()
        .with({ openClocks: running('call-back') }),
      'call-back',
    ],
    ['nothing runs any more', inNanshan().signed(), 'closed'],
  ])('%s', (_, ticket, state) => {
    expect(deriveState(ticket.build())).toBe(state);
  });
});

describe('moving custody', () => {
  const move = (arrives: boolean) =>
    moveCustody({
      facts: inNanshan()
        .signed()
        .with({ openClocks: running('handle', 'contact') })
        .build(),
      tree: SMALL_TREE,
      to: BAOAN,
      arrives,
      explanation: { text: '', catalogueVersion: null, rule: null },
      sentBy: AGENT,
      leaves: 'returned',
      start: (kind, unit, hopId) => ({
        id: `clock-${kind}`,
        kind,
        unitId: unit.id,
        hopId,
        startedAt: OPENED,
        yellowAt: OPENED,
        dueAt: OPENED,
        calendarVersion: 1,
        provisional: false,
        limitId: 'x',
        limitAmount: 1,
        limitUnit: 'hours',
      }),
    });

  it('starts the work of the unit that has to handle it, and stops everything but the promise', () => {
    const { state, turn, hop, stamps, stopClocks, startClocks, notices } = move(true);
    expect([state, turn?.expected, turn?.unit.id]).toEqual(['dispatched', 'sign', BAOAN.id]);
    expect(startClocks?.map((clock) => clock.kind)).toEqual(['sign', 'contact', 'handle']);
    expect(startClocks?.every((clock) => clock.hopId === hop?.id)).toBe(true);
    expect(stopClocks).toHaveLength(2);
    expect(stamps?.map((one) => one.stamp)).toEqual(['returned']);
    expect(notices?.map((one) => one.kind)).toEqual(['hop-arrived']);
  });

  it('only lets a unit on the way pass it on', () => {
    const { state, turn, startClocks, notices } = move(false);
    expect([state, turn?.expected, startClocks?.map((one) => one.kind), notices]).toEqual([
      'queued',
      'dispatch',
      ['dispatch'],
      [],
    ]);
  });
});

describe('who may not learn who the worker is', () => {
  const enterprise = { ...NANSHAN, id: '00000000-0000-7000-8000-0000000000e1', level: 'enterprise' as const };
  const tree = { find: (id: string) => (id === enterprise.id ? enterprise : SMALL_TREE.find(id)) };
  const at = (unitId: string) => ({
    accountId: AGENT,
    name: '',
    displayName: '',
    memberships: [{ id: 'm', role: 'handler' as const, unitId, path: 'cn/' }],
  });

  it.each([
    ['open: nobody is kept out', 'open', enterprise.id, false],
    ['anonymous: the handling unit', 'anonymous', NANSHAN.id, true],
    ['anonymous: but the unit that calls back may', 'anonymous', NATION.id, false],
    ['employer-blind: the union inside the enterprise', 'employer-blind', enterprise.id, true],
    ['employer-blind: but the county may', 'employer-blind', NANSHAN.id, false],
  ] as const)('%s', (_, confidentiality, unitId, withheld) => {
    const facts = inNanshan().with({ confidentiality }).build();
    expect(isWithheld(facts, at(unitId), tree as typeof SMALL_TREE)).toBe(withheld);
  });
});

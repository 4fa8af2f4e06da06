import { allow, type Decision, deny, type Instant } from '@hotline/kernel';
import type { Tree, Unit } from '@hotline/organization';
import {
  clocksOf,
  custody,
  custodyAsItIs,
  endParts,
  endPauseWithCustody,
  fitReceiver,
  type MoveClock,
  moveCustody,
  openParts,
  refOf,
  reviewChain,
  type StartClock,
  type Step,
  type TicketFacts,
  unitRecused,
} from '@hotline/ticket';

export interface Recusing {
  /** The facts as they will be, the recusal included. */
  readonly facts: TicketFacts;
  readonly recusalId: string;
  readonly tree: Tree;
  readonly by: string;
  readonly byUnitId: string | null;
  readonly now: Instant;
  readonly start: StartClock;
  readonly move: MoveClock;
}

const event = ({ recusalId, byUnitId }: Recusing, unitId: string | null): Step['event'] => ({
  kind: 'recused',
  unitId: byUnitId,
  facts: { recusalId, recusedUnitId: unitId },
});

/** A person is withdrawn; the case stays with their unit, whose other people go on. */
export const recusePerson = (recusing: Recusing): Step => ({
  event: event(recusing, null),
  ...custodyAsItIs(recusing.facts),
});

/**
 * A whole unit is withdrawn: its open parts are taken back, custody goes to its superior and a pause ends with it, a review that waits for it
 * is done by the next level. The unit that took the case cannot be: it alone calls the worker back.
 */
export function recuseUnit(recusing: Recusing, unit: Unit): Decision<Step> {
  const { facts } = recusing;
  if (unit.id === facts.intake.id) {
    return deny('invalid-input', { field: 'unitId', facts: { problem: 'took-the-case' } });
  }
  if (facts.openReturn) return deny('wrong-state', { facts: { problem: 'return-open' } });
  const parts = openParts(facts).filter((part) => part.unitId === unit.id);
  const ended = endParts(facts, parts, 'withdrawn', '回避');
  const moved = moveAway(recusing, unit);
  if (!moved.ok) return moved;
  return allow({
    event: event(recusing, unit.id),
    ...moved.value,
    partChanges: ended.partChanges,
    stamps: [...(moved.value.stamps ?? []), ...ended.stamps],
    stopClocks: [...(moved.value.stopClocks ?? []), ...ended.stopClocks],
    notices: [...(moved.value.notices ?? []), ...ended.notices],
  });
}

function moveAway(recusing: Recusing, unit: Unit): Decision<Omit<Step, 'event'>> {
  const { facts, tree, by, start } = recusing;
  if (unit.id === custody(facts).toUnitId) {
    // What rests with a master case is set going first; a pause ends with the custody.
    if (facts.group?.following) return deny('wrong-state', { facts: { problem: 'grouped' } });
    const { unit: above, because } = fitReceiver(facts, unit, tree);
    if (above.id === unit.id)
      return deny('invalid-input', { field: 'unitId', facts: { problem: 'nobody-above' } });
    const explanation = { text: `回避：${because ?? ''}`, catalogueVersion: null, rule: null };
    const moved = moveCustody({
      facts,
      tree,
      to: above,
      arrives: true,
      explanation,
      sentBy: by,
      leaves: 'passed',
      start,
    });
    const pause = { how: 'recused', note: explanation.text, at: recusing.now } as const;
    return allow({
      ...moved,
      ...endPauseWithCustody(facts, pause, recusing.move),
      targetUnitId: above.id,
    });
  }
  if (facts.turn?.unit.id === unit.id && facts.state === 'reported')
    return allow(reviewedAbove(facts, unit, tree, start));
  return allow(custodyAsItIs(facts));
}

/** The next of those the report travels to reviews; after the last one the worker is called back. */
function reviewedAbove(facts: TicketFacts, unit: Unit, tree: Tree, start: StartClock): Omit<Step, 'event'> {
  const way = reviewChain({ hops: facts.hops, intake: facts.intake });
  const next = way.slice(way.indexOf(unit.id) + 1).find((unitId) => !unitRecused(facts, unitId));
  const to = tree.get(next ?? facts.intake.id);
  const clock = next ? start('review', to, custody(facts).id) : start('call-back', to, null);
  return {
    state: next ? 'reported' : 'call-back',
    turn: { unit: refOf(to), expected: next ? 'review' : 'call-back' },
    stopClocks: clocksOf(facts, 'review'),
    startClocks: [clock],
    notices: [{ unit: refOf(to), kind: next ? 'report-arrived' : 'call-back-due' }],
  };
}

import type { Instant } from '@hotline/kernel';
import type { Tree, Unit } from '@hotline/organization';
import {
  clocksAbout,
  custody,
  endPauseWithCustody,
  type MoveClock,
  moveCustody,
  type NewClock,
  type OrderKind,
  refOf,
  type StartClock,
  type Step,
  type TicketFacts,
  type UnitRef,
} from '@hotline/ticket';

export const ORDER_SOURCES = ['person', 'worker', 'ladder'] as const;
export type OrderSource = (typeof ORDER_SOURCES)[number];

/** What a superior wants of the unit that has to act. */
export interface OrderGiven {
  readonly id: string;
  readonly from: UnitRef;
  readonly to: UnitRef;
  readonly source: OrderSource;
}

/** An order changes neither state nor turn; what a queue waits for stays written too. */
export const asItIs = (facts: TicketFacts): Pick<Step, 'state' | 'turn' | 'queueReason' | 'recallUntil'> => ({
  state: facts.state,
  turn: facts.turn,
  queueReason: facts.queueReason,
  recallUntil: facts.recallUntil,
});

const factsOf = ({ id, to, source }: OrderGiven, kind: OrderKind) => ({
  orderId: id,
  kind,
  to: to.id,
  source,
});

/** 催办: said and heard; no deadline of its own. */
export function urge(facts: TicketFacts, order: OrderGiven): Step {
  return {
    event: { kind: 'ticket-urged', unitId: order.from.id, facts: factsOf(order, 'urge') },
    ...asItIs(facts),
    notices: [{ unit: order.to, kind: 'urged' }],
  };
}

/** 督办: the unit owes an answer; `clock` is the order's own. */
export function supervise(facts: TicketFacts, order: OrderGiven, clock: NewClock): Step {
  return {
    event: {
      kind: 'ticket-supervised',
      unitId: order.from.id,
      facts: { ...factsOf(order, 'supervise'), dueAt: clock.dueAt },
    },
    ...asItIs(facts),
    startClocks: [clock],
    notices: [{ unit: order.to, kind: 'supervised' }],
  };
}

export interface Raising {
  readonly facts: TicketFacts;
  readonly tree: Tree;
  /** The superior that has to handle it now. */
  readonly to: Unit;
  readonly order: OrderGiven;
  readonly reason: string;
  readonly raisedBy: string | null;
  readonly at: Instant;
  readonly start: StartClock;
  readonly move: MoveClock;
}

/**
 * 提级: custody goes one level up, and that unit must handle. Its clocks start anew, the promise to the worker runs on;
 * what the former holder still had to answer is settled with it, and a pause it had taken ends. A superior that never had the ticket gets its hop from
 * nobody: it would otherwise owe its report to a unit below.
 */
export function raise(raising: Raising): Step {
  const { facts, tree, to, order, reason, raisedBy, start } = raising;
  const holding = custody(facts);
  const holder = { id: holding.toUnitId, path: holding.toPath };
  const explanation = { text: `提级办理 → ${to.name}（${reason}）`, catalogueVersion: null, rule: null };
  const custodyMoves = moveCustody({
    facts,
    tree,
    to,
    arrives: true,
    explanation,
    sentBy: raisedBy,
    leaves: 'passed',
    start,
  });
  const hadIt = facts.hops.some((hop) => hop.toUnitId === to.id);
  const settled = facts.orders.filter((one) => one.open && one.toUnitId === holder.id);
  return {
    ...custodyMoves,
    ...(custodyMoves.hop && !hadIt ? { hop: { ...custodyMoves.hop, from: null } } : {}),
    ...endPauseWithCustody(facts, { how: 'raised', note: reason, at: raising.at }, raising.move),
    event: {
      kind: 'ticket-raised',
      unitId: order.from.id,
      facts: { ...factsOf(order, 'raise'), from: holder.id },
    },
    queueReason: null,
    targetUnitId: to.id,
    stopClocks: [...(custodyMoves.stopClocks ?? []), ...settled.flatMap((one) => clocksAbout(facts, one.id))],
    notices: [
      { unit: refOf(to), kind: 'raised' },
      { unit: holder, kind: 'raised' },
    ],
  };
}

export function answerOrder(facts: TicketFacts, order: OrderGiven): Step {
  return {
    event: { kind: 'order-answered', unitId: order.to.id, facts: { orderId: order.id } },
    ...asItIs(facts),
    stopClocks: clocksAbout(facts, order.id),
    notices: [{ unit: order.from, kind: 'order-answered' }],
  };
}

export function endOrder(facts: TicketFacts, order: OrderGiven): Step {
  return {
    event: { kind: 'order-ended', unitId: order.from.id, facts: { orderId: order.id } },
    ...asItIs(facts),
    stopClocks: clocksAbout(facts, order.id),
    notices: [{ unit: order.to, kind: 'order-ended' }],
  };
}

export function takeOverLadder(
  facts: TicketFacts,
  unit: UnitRef,
  stage: { hopId: string; unitId: string },
): Step {
  return {
    event: { kind: 'ladder-taken-over', unitId: unit.id, facts: { ...stage } },
    ...asItIs(facts),
  };
}

import { newId } from '@hotline/kernel';
import type { Tree, Unit } from '@hotline/organization';
import { custody, type Explanation, type STAGE_CLOCKS, type TicketFacts, type UnitRef } from './facts.js';
import { clocksOf, type NewClock, type Step } from './step.js';

/** Starts the clock of one stage of custody. */
type StartStage = (kind: (typeof STAGE_CLOCKS)[number], unit: Unit, hopId: string | null) => NewClock;

export const refOf = (unit: Unit): UnitRef => ({ id: unit.id, path: unit.path });

export interface Move {
  readonly facts: TicketFacts;
  readonly tree: Tree;
  /** The unit that receives custody now. */
  readonly to: Unit;
  /** True when `to` is to handle the ticket, false when it only passes it on. */
  readonly arrives: boolean;
  readonly explanation: Explanation;
  readonly sentBy: string | null;
  /** The unit in whose name the hop is sent, when it is not the one that held custody. */
  readonly from?: Unit;
  /** What becomes of the hop that held custody: passed on, or given back. */
  readonly leaves: 'passed' | 'returned';
  readonly start: StartStage;
}

/** The clocks that belong to whoever has the ticket; the promise to the worker runs on. */
export const stageClocks = (facts: Pick<TicketFacts, 'openClocks'>): string[] =>
  clocksOf(facts, 'dispatch', 'sign', 'contact', 'handle', 'review', 'call-back', 'ruling');

/**
 * Custody moves to one other unit. Its clocks start when the hop is sent, not when it is signed: the target has to
 * sign, contact the worker and handle; a unit on the way only has to pass the ticket on.
 */
export function moveCustody(
  move: Move,
): Pick<Step, 'state' | 'turn' | 'hop' | 'stamps' | 'stopClocks' | 'startClocks' | 'notices'> {
  const { facts, tree, to, arrives, explanation, sentBy, leaves, start } = move;
  const holding = custody(facts);
  const from = move.from ?? tree.get(holding.toUnitId);
  const hop = { id: newId(), from: refOf(from), to: refOf(to), sentBy, explanation };
  return {
    state: arrives ? 'dispatched' : 'queued',
    turn: { unit: hop.to, expected: arrives ? 'sign' : 'dispatch' },
    hop,
    stamps: [{ hopId: holding.id, stamp: leaves }],
    stopClocks: stageClocks(facts),
    startClocks: arrives
      ? (['sign', 'contact', 'handle'] as const).map((kind) => start(kind, to, hop.id))
      : [start('dispatch', to, hop.id)],
    notices: arrives ? [{ unit: hop.to, kind: 'hop-arrived' }] : [],
  };
}

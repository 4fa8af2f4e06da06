import type { Tree } from '@hotline/organization';
import {
  custody,
  refOf,
  reviewChain,
  stageClocks,
  type StartClock,
  type Step,
  type TicketFacts,
  type UnitRef,
} from '@hotline/ticket';

export const TOLD_BY = ['worker', 'family', 'representative'] as const;
export type ToldBy = (typeof TOLD_BY)[number];

/** 撤诉 ends the ticket with the outcome `withdrawn`: counted for on-time like a close, never rated. */
export function withdrawTicket(
  facts: TicketFacts,
  tree: Tree,
  {
    id: withdrawalId,
    unitId,
    toldBy,
  }: { readonly id: string; readonly unitId: string; readonly toldBy: ToldBy },
): Step {
  const involved = [...new Set([custody(facts).toUnitId, ...reviewChain(facts), facts.intake.id])];
  return {
    event: { kind: 'ticket-withdrawn', unitId, facts: { withdrawalId, toldBy, outcome: 'withdrawn' } },
    state: 'closed',
    turn: null,
    stopClocks: facts.openClocks.map((clock) => clock.id),
    notices: involved
      .filter((id) => id !== unitId)
      .map((id): { unit: UnitRef; kind: 'ticket-withdrawn' } => ({
        unit: refOf(tree.get(id)),
        kind: 'ticket-withdrawn',
      })),
  };
}

export interface Declination {
  readonly id: string;
  readonly reasonCode: string;
}

/** 不予受理、告知引导: the reason is owed to the worker, so the intake unit calls back before anything is closed. */
export function declineTicket(
  facts: TicketFacts,
  tree: Tree,
  { id: declinationId, reasonCode }: Declination,
  start: StartClock,
): Step {
  const unit = tree.get(facts.intake.id);
  return {
    event: { kind: 'ticket-declined', unitId: unit.id, facts: { declinationId, reasonCode } },
    state: 'call-back',
    turn: { unit: refOf(unit), expected: 'call-back' },
    stopClocks: stageClocks(facts),
    startClocks: [start('call-back', unit, null)],
    targetUnitId: null,
    notices: [{ unit: refOf(unit), kind: 'call-back-due' }],
  };
}

import type { RouteDecision } from './route.js';

export const MOST_TICKETS = 5_000;
export const USUAL_TICKETS = 500;

export const DRY_RUN_OUTCOMES = ['same', 'changed', 'becomes-unclear', 'becomes-clear'] as const;
export type DryRunOutcome = (typeof DRY_RUN_OUTCOMES)[number];

export const DRY_RUN_STATES = ['queued', 'running', 'finished', 'cancelled', 'failed'] as const;
export type DryRunState = (typeof DRY_RUN_STATES)[number];

/** What the draft would do to a ticket that the version of its day decided as `then`. */
export function outcomeOf(then: RouteDecision, draft: RouteDecision): DryRunOutcome {
  if (then.clear && draft.clear) return then.target.id === draft.target.id ? 'same' : 'changed';
  if (then.clear === draft.clear) return 'same';
  return draft.clear ? 'becomes-clear' : 'becomes-unclear';
}

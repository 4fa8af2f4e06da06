import { DAY_MS, type Instant, type Refusal } from '@hotline/kernel';
import type { Tree } from '@hotline/organization';
import {
  clockMoves,
  custody,
  grantedSoFar,
  type MoveClock,
  movesAfterPause,
  type PauseFacts,
  pauseOf,
  refOf,
  reviewChain,
  type Step,
  type TicketFacts,
} from '@hotline/ticket';
import { stays } from './stays.js';

/** Whatever the setting says: nobody waits longer than this for a third party without asking again. */
export const LONGEST_PAUSE_MS = 60 * DAY_MS;

/** Who ended a pause: the unit itself, a superior, its own maximum, or the end of the ticket. */
export type PauseEnd = 'resumed' | 'lifted' | 'maximum';

export function checkPause(
  facts: TicketFacts,
  workingDays: number,
  from: Instant,
  until: Instant,
): Refusal | null {
  const most = facts.settings.pauseWorkingDays;
  const long = workingDays > most || until.getTime() - from.getTime() > LONGEST_PAUSE_MS;
  return long ? { code: 'invalid-input', field: 'workingDays', facts: { most } } : null;
}

/** 挂起: the deadlines move as if the pause lasted its maximum; the superior is told and may lift it. */
export function pauseTicket(
  facts: TicketFacts,
  tree: Tree,
  pause: PauseFacts & { readonly reasonCode: string },
  move: MoveClock,
): Step {
  const so = grantedSoFar(facts);
  const superior = reviewChain(facts)[0];
  return {
    event: {
      kind: 'ticket-paused',
      unitId: pause.unitId,
      facts: { pauseId: pause.id, reasonCode: pause.reasonCode, until: pause.until.toISOString() },
    },
    ...stays(facts),
    changeClocks: clockMoves(facts, { ...so, pauses: [...so.pauses, pauseOf(pause)] }, move, {
      reason: 'paused',
      subjectId: pause.id,
    }),
    notices: superior ? [{ unit: refOf(tree.get(superior)), kind: 'ticket-paused' }] : [],
  };
}

export interface Resumption {
  readonly pause: PauseFacts;
  readonly how: PauseEnd;
  readonly unitId: string;
  readonly at: Instant;
}

/** The deadlines are computed again with the pause as long as it really was. */
export function resumeTicket(
  facts: TicketFacts,
  tree: Tree,
  { pause, how, unitId, at }: Resumption,
  move: MoveClock,
): Step {
  const holder = tree.get(custody(facts).toUnitId);
  const superior = reviewChain(facts)[0];
  const told = how === 'resumed' ? (superior ? [tree.get(superior)] : []) : [holder];
  return {
    event: { kind: 'ticket-resumed', unitId, facts: { pauseId: pause.id, how } },
    ...stays(facts),
    changeClocks: movesAfterPause(facts, pause, at, move),
    notices: told.map((unit) => ({ unit: refOf(unit), kind: 'ticket-resumed' })),
  };
}

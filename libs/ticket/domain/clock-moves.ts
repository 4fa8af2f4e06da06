import type { Moves, Pause } from '@hotline/calendar';
import type { Instant } from '@hotline/kernel';
import type { OpenClock, TicketFacts } from './facts.js';
import { openPause, type PauseEnding, type PauseFacts, type RequestFacts } from './request-facts.js';
import type { ClockChange, Restatement, Step } from './step.js';

export type MovedTo = Pick<ClockChange, 'dueAt' | 'yellowAt' | 'calendarVersion' | 'provisional'>;

/** Computes a running deadline again; pure steps receive it as an argument. Null where no calendar reaches it. */
export type MoveClock = (clock: OpenClock, moves: Moves) => MovedTo | null;

/** Everything that has moved or now moves the deadlines of a ticket. */
export interface Granted {
  readonly extensions: readonly Pick<RequestFacts, 'hopId' | 'workingDays' | 'ruledAt'>[];
  readonly pauses: readonly Pause[];
}

export const pauseOf = ({ from, until, endedAt }: PauseFacts): Pause => ({ from, to: endedAt ?? until });

export const grantedSoFar = (facts: TicketFacts): Granted => ({
  extensions: facts.requests.filter((one) => one.kind === 'extension' && one.decision === 'granted'),
  pauses: facts.pauses.map(pauseOf),
});

/** The promise gets every extension; a unit's own clock those granted to its custody since that clock began. */
function extraDays(clock: OpenClock, extensions: Granted['extensions']): number {
  return extensions
    .filter(
      ({ hopId, ruledAt }) =>
        clock.kind === 'promise' || (hopId === clock.hopId && (!ruledAt || ruledAt >= clock.startedAt)),
    )
    .reduce((days, one) => days + (one.workingDays ?? 0), 0);
}

/** Restatements of the promise and the handling clock; a clock that would not move is left alone. */
export function clockMoves(
  facts: TicketFacts,
  granted: Granted,
  move: MoveClock,
  { reason, subjectId }: { readonly reason: Restatement; readonly subjectId: string },
): ClockChange[] {
  return facts.openClocks
    .filter((clock) => clock.kind === 'promise' || clock.kind === 'handle')
    .flatMap((clock) => {
      const moved = move(clock, { extraDays: extraDays(clock, granted.extensions), pauses: granted.pauses });
      const same = !moved || moved.dueAt.getTime() === clock.dueAt.getTime();
      return same ? [] : [{ clockId: clock.id, ...moved, reason, subjectId }];
    });
}

/** The same as after a pause that ended at `at`. */
export function movesAfterPause(
  facts: TicketFacts,
  pause: PauseFacts,
  at: Instant,
  move: MoveClock,
): ClockChange[] {
  const pauses = facts.pauses.map((one) => pauseOf(one.id === pause.id ? { ...one, endedAt: at } : one));
  const restated = { reason: 'resumed', subjectId: pause.id } as const;
  return clockMoves(facts, { ...grantedSoFar(facts), pauses }, move, restated);
}

/**
 * Custody leaves a unit that waits for a third party: its pause ends with it, and what is left of the promise runs on
 * from now. The unit's own clocks stop with its custody. Without a pause nothing changes.
 */
export function endPauseWithCustody(
  facts: TicketFacts,
  { how, note, at }: { readonly how: PauseEnding; readonly note: string; readonly at: Instant },
  move: MoveClock,
): Pick<Step, 'endPause' | 'changeClocks'> {
  const pause = openPause(facts);
  if (!pause) return {};
  const promise = facts.openClocks.filter((clock) => clock.kind === 'promise');
  const ended = at < pause.until ? at : pause.until;
  const changeClocks = movesAfterPause({ ...facts, openClocks: promise }, pause, ended, move);
  return { endPause: { how, note }, changeClocks };
}

import type { Pause } from '@hotline/calendar';
import type {
  ClockChange,
  MoveClock,
  OpenClock,
  PauseFacts,
  RequestFacts,
  Restatement,
  TicketFacts,
} from '@hotline/ticket';

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

import type { Instant } from '@hotline/kernel';

export const CARDS = ['none', 'yellow', 'red'] as const;
export type Card = (typeof CARDS)[number];

/** The facts of one clock; a card is never stored, only judged from them. */
export interface ClockFacts {
  readonly startedAt: Instant;
  readonly yellowAt: Instant;
  readonly dueAt: Instant;
  readonly stoppedAt: Instant | null;
}

/** Late only after the due moment: work ended at 17:30:00.000 keeps a 17:30 deadline (民法典 203). SQL: `due_at < now`. */
export const isLate = (clock: Pick<ClockFacts, 'dueAt'>, at: Instant): boolean => at > clock.dueAt;

/**
 * The card at `now`: yellow from `yellowAt` (included), red after `dueAt`. A clock stopped in time shows none again;
 * one stopped late stays red, because the lateness remains a fact.
 */
export function cardAt(clock: ClockFacts, now: Instant): Card {
  const stopped = clock.stoppedAt !== null && clock.stoppedAt <= now ? clock.stoppedAt : undefined;
  if (isLate(clock, stopped ?? now)) return 'red';
  if (stopped !== undefined || now < clock.startedAt) return 'none';
  return now >= clock.yellowAt ? 'yellow' : 'none';
}

/** When the card changes next, for an alarm; undefined when it will not change by itself any more. */
export function nextCardAt(clock: ClockFacts, now: Instant): Instant | undefined {
  if (clock.stoppedAt !== null || isLate(clock, now)) return undefined;
  if (now < clock.yellowAt) return clock.yellowAt;
  return new Date(clock.dueAt.getTime() + 1);
}

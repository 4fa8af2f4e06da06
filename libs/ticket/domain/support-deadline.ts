import { type Instant, type Refusal } from '@hotline/kernel';
import type { NewClock } from './step.js';

/** Limit id of a part whose deadline a person named. */
export const BY_DATE = 'by-date';

/**
 * The clock of a part: by the limit, or by the date that was named. Neither goes beyond the promise to the worker while
 * that still lies ahead; the yellow card keeps its distance from the deadline.
 */
export function partClock(
  limit: NewClock,
  wish: Instant | null,
  promise: Instant | null,
  now: Instant,
): NewClock {
  const wanted = wish ?? limit.dueAt;
  const capped = promise && promise > now && wanted > promise ? promise : wanted;
  if (capped.getTime() === limit.dueAt.getTime()) return limit;
  const warning = limit.dueAt.getTime() - limit.yellowAt.getTime();
  const yellowAt = new Date(Math.max(now.getTime(), capped.getTime() - warning));
  return { ...limit, dueAt: capped, yellowAt, limitId: wish ? BY_DATE : limit.limitId };
}

/** Why this date cannot be a part's deadline; null when it can. */
export function wishProblem(wish: Instant | null, promise: Instant | null, now: Instant): Refusal | null {
  if (!wish) return null;
  if (wish <= now) return { code: 'invalid-input', field: 'dueAt', facts: { problem: 'past' } };
  const beyond = promise && promise > now && wish > promise;
  return beyond ? { code: 'invalid-input', field: 'dueAt', facts: { problem: 'beyond-promise' } } : null;
}

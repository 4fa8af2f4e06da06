import { type Instant, MINUTE_MS } from '@hotline/kernel';

export interface LockRule {
  readonly failures: number;
  readonly withinMs: number;
}

/** One account: against guessing its password. Unknown names lock the same way, so that a lock tells nothing. */
export const ACCOUNT_LOCK: LockRule = { failures: 5, withinMs: 10 * MINUTE_MS };
/** One address: against trying one password on many accounts. */
export const ADDRESS_LOCK: LockRule = { failures: 20, withinMs: MINUTE_MS };

/**
 * When the next try is allowed; null when it is allowed now.
 * @param failures the newest failures, newest first; more than `rule.failures` of them do no harm
 */
export function lockedUntil(failures: readonly Instant[], rule: LockRule, now: Instant): Instant | null {
  const decisive = failures[rule.failures - 1];
  if (!decisive) return null;
  const until = decisive.getTime() + rule.withinMs;
  return until > now.getTime() ? new Date(until) : null;
}

import { HOUR_MS, type Instant, MINUTE_MS } from '@hotline/kernel';

/** GB/T 22239-2019 8.1.4.1 c asks for an end of idle sessions; OWASP ASVS 5.0, 7.3 for both limits. */
export const SESSION_IDLE_MS = 30 * MINUTE_MS;
export const SESSION_MOST_MS = 12 * HOUR_MS;
/** Use is written down at most this often, so an idle session may end up to a minute early. */
export const SEEN_EVERY_MS = MINUTE_MS;

export interface SessionTimes {
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
}

export function sessionLives({ seenAt, expiresAt, endedAt }: SessionTimes, now: Instant): boolean {
  return endedAt === null && now < expiresAt && now.getTime() - seenAt.getTime() < SESSION_IDLE_MS;
}

export const useMustBeWritten = (seenAt: Instant | null, now: Instant): boolean =>
  seenAt === null || now.getTime() - seenAt.getTime() >= SEEN_EVERY_MS;

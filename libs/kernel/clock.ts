/** An instant in UTC, milliseconds precision; always a plain Date, never mutated. */
export type Instant = Date;

/** The only source of "now" outside the database; rules receive `now` as an argument instead. */
export abstract class Clock {
  abstract now(): Instant;
}

export class SystemClock extends Clock {
  now(): Instant {
    return new Date();
  }
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** China has kept one zone and no summer time since 1991, so local wall time is UTC plus eight hours. */
export const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;

/** `YYYY-MM-DD` of an instant in Asia/Shanghai. */
export function shanghaiDay(at: Instant): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Midnight in Asia/Shanghai that opens the day `YYYY-MM-DD`. */
export function startOfShanghaiDay(day: string): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS);
}

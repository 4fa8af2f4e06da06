import type { Instant } from '@hotline/kernel';
import type { Exclusion, MetricName } from './metrics.js';

export interface UnitAt {
  readonly id: string;
  readonly path: string;
}

/** What one subject says to one number. Its day is the day of `at` in Asia/Shanghai. */
export interface Fact {
  readonly metric: MetricName;
  readonly subjectId: string;
  readonly unit: UnitAt;
  /** Call time, due time or call-back time: what puts the subject into a period. */
  readonly at: Instant;
  readonly counted: boolean;
  readonly hit: boolean;
  readonly excluded: Exclusion | null;
  readonly ticketId: string | null;
  readonly contactId: string | null;
  readonly closedAt: Instant | null;
  /** On-time: tenths of working days from opening to close; null while open. */
  readonly amount: number | null;
  /** Set where the telephone tells of the call itself, and not a contact that was logged of it. */
  readonly callPace: CallPace | null;
}

/** A call in the 15-second rate: answered in time or late, or standing beside that rate. */
export type CallPace = 'in-time' | 'late' | 'none';

export const factKey = (fact: Pick<Fact, 'metric' | 'subjectId'>): string =>
  `${fact.metric} ${fact.subjectId}`;

/** Counted and hit, counted and missed, or left out for a reason. */
export function verdict(hit: boolean, excluded: Exclusion | null) {
  return { counted: excluded === null, hit: excluded === null && hit, excluded };
}

/** Whether two facts say the same, so that folding an event again writes nothing. */
export function sameFact(one: Fact | undefined, other: Fact): boolean {
  if (!one) return false;
  const names = Object.keys(other) as (keyof Fact)[];
  return names.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}

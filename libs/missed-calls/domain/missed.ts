import type { Instant } from '@hotline/kernel';
import type { SubjectEnd } from '@hotline/telephony';

export const MISSED_REASONS = [
  'abandoned',
  'limit',
  'full',
  'empty',
  'out-of-hours',
  'left-ivr',
  'call-back',
] as const;
/** Why nobody spoke with the caller; `call-back`: left the queue by the key that asks to be called back. */
export type MissedReason = (typeof MISSED_REASONS)[number];

/** A call that is over, as far as it matters here. */
export interface OverCall {
  readonly end: SubjectEnd;
  readonly callBackRequested: boolean;
}

export type Judgement =
  | { readonly kind: 'missed'; readonly reason: MissedReason }
  | { readonly kind: 'through' }
  /** Ended unseen, or left by a key that asks for nothing: nobody knows that it was missed. */
  | { readonly kind: 'nothing' };

const REASONS: Partial<Record<SubjectEnd, MissedReason>> = {
  abandoned: 'abandoned',
  limit: 'limit',
  withdrawn: 'empty',
  full: 'full',
  empty: 'empty',
  left_ivr: 'left-ivr',
  closed: 'out-of-hours',
};

/**
 * Whether a call was missed. An abandon that turns out to be a limit is missed all the same, with another reason: a
 * call is one try, however often it is judged.
 */
export function judge({ end, callBackRequested }: OverCall): Judgement {
  if (end === 'answered') return { kind: 'through' };
  if (callBackRequested) return { kind: 'missed', reason: 'call-back' };
  const reason = REASONS[end];
  return reason ? { kind: 'missed', reason } : { kind: 'nothing' };
}

export const MISSED_RESULTS = ['reached', 'not-reached', 'not-needed', 'got-through'] as const;
/** `got-through`: the number was answered later by itself, which nobody has to record. */
export type MissedResult = (typeof MISSED_RESULTS)[number];
export const ATTEMPT_OUTCOMES = ['reached', 'not-reached', 'not-needed'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

export const LIMIT_UNITS = ['minutes', 'hours', 'working-minutes', 'working-hours', 'working-days'] as const;

/** How soon a missed call is called back, and how often it is tried. */
export interface MissedSetting {
  readonly limitAmount: number;
  readonly limitUnit: (typeof LIMIT_UNITS)[number];
  /** Calls that reach nobody, until the duty is done. */
  readonly attempts: number;
}

/** Shipped: four working hours, three calls. No standard names a figure; a unit sets its own. */
export const SHIPPED_SETTING: MissedSetting = { limitAmount: 4, limitUnit: 'working-hours', attempts: 3 };

/** A duty to call a number back, as rules see it. */
export interface Duty {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly dueAt: Instant;
  readonly takenBy: string | null;
  readonly attempts: number;
  readonly closedAt: Instant | null;
}

import type { Day } from './day.js';
import type { Span } from './last-day.js';
import type { FactDay, InterruptionKind } from './legal-facts.js';
import type { RuleId } from './rules.js';

export const LEGAL_STATES = [
  'not-started',
  'unlimited',
  'running',
  'restarted',
  'suspended',
  'in-extension',
  'expired',
  'done',
  'done-late',
] as const;
export type LegalState = (typeof LEGAL_STATES)[number];

export const LEGAL_STEPS = [
  'start',
  'guess',
  'restart',
  'idle',
  'suspended',
  'counted',
  'moved',
  'unknown-year',
] as const;

/** One line of the arithmetic; `on` is the day it is about, `to` the day it leads to. */
export interface LegalStep {
  readonly step: (typeof LEGAL_STEPS)[number];
  readonly on: Day | null;
  readonly to: Day | null;
  readonly amount: number | null;
  readonly unit: Span['unit'] | null;
  readonly about: FactDay | InterruptionKind | null;
}

/** What a rule says about a case on one day. */
export interface LegalClock {
  readonly rule: RuleId;
  readonly state: LegalState;
  readonly startedOn: Day | null;
  readonly startFact: FactDay | null;
  /** Counted from a fact that only stands in for the one the law names. */
  readonly guessed: boolean;
  readonly restartedOn: Day | null;
  /** Included: an act on this day is in time. */
  readonly lastDay: Day | null;
  /** With the extension somebody may grant. */
  readonly longestDay: Day | null;
  readonly doneOn: Day | null;
  /** Days of the calendar after today up to the last day; 0 on the day itself, negative when it is past. */
  readonly daysLeft: number | null;
  /** Share of the time that is gone, in percent. */
  readonly gone: number | null;
  readonly notice: 'none' | 'soon' | 'over';
  readonly provisional: boolean;
  readonly steps: readonly LegalStep[];
}

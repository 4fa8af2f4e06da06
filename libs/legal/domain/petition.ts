import type { Day } from './day.js';
import type { PetitionAct } from './petition-acts.js';

/** Where a petition (信访件) stands, by the instances of 信访工作条例 23 to 36. */
export const PETITION_STAGES = [
  'registered',
  'objecting',
  'accepted',
  'answered',
  'review',
  'reviewed',
  'rereview',
  'ended',
] as const;
export type PetitionStage = (typeof PETITION_STAGES)[number];

/** The periods the regulations set, in the order of the instances. */
export const PERIOD_IDS = [
  'notice',
  'objection',
  'handling',
  'review-request',
  'review',
  'rereview-request',
  'rereview',
] as const;
export type PeriodId = (typeof PERIOD_IDS)[number];

/** From the petitioner, or sent on by a petition office or a superior: only the latter may be objected to (23 第三款). */
export const PETITION_SOURCES = ['direct', 'forwarded'] as const;
export type PetitionSource = (typeof PETITION_SOURCES)[number];

export const PETITION_ENDS = [
  'handed-back',
  'withdrawn',
  'other-procedure',
  'settled',
  'not-asked-again',
  'final',
] as const;
export type PetitionEnd = (typeof PETITION_ENDS)[number];

/** Reasons a person gives; the others follow from an act or from time. */
export const GIVEN_ENDS = [
  'withdrawn',
  'other-procedure',
  'settled',
] as const satisfies readonly PetitionEnd[];

/** One act as it was recorded. */
export interface PetitionRecord {
  readonly act: PetitionAct;
  readonly doneOn: Day;
  readonly unitId: string;
  readonly extensionDays: number | null;
}

/** Everything a rule may ask about a petition. */
export interface PetitionFacts {
  readonly id: string;
  readonly registeredOn: Day;
  readonly source: PetitionSource;
  readonly stage: PetitionStage;
  /** The unit that registered it. */
  readonly unitId: string;
  /** In order. */
  readonly acts: readonly PetitionRecord[];
}

export const lastOf = (petition: PetitionFacts, act: PetitionAct): PetitionRecord | undefined =>
  petition.acts.filter((one) => one.act === act).at(-1);

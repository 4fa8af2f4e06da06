import type { Day } from './day.js';

/**
 * What a case has to say about dates, each entered once and read by every rule that needs it. Days and codes alone:
 * never a name, a number or a free text, so that the facts may stand in lists and events.
 */
export const FACT_DAYS = [
  'employmentEnded',
  'wageDue',
  'disputeKnown',
  'mediationApplied',
  'arbitrationApplied',
  'arbitrationAccepted',
  'awardReceived',
  'annulmentReceived',
  'lawsuitFiled',
  'injuryHappened',
  'diseaseDiagnosed',
  'recognitionApplied',
  'recognitionAccepted',
  'recognitionReceived',
  'reconsiderationApplied',
  'appraisalApplied',
  'appraisalReceived',
  'reappraisalApplied',
  'violationEnded',
  'inspectionComplained',
  'inspectionOpened',
  'inspectionDecided',
  'opinionSent',
  'opinionAnswered',
  'legalAidApplied',
  'petitionAnswered',
  'petitionReviewAsked',
  'petitionReviewAnswered',
  'petitionRereviewAsked',
] as const;
export type FactDay = (typeof FACT_DAYS)[number];

/** 主张权利、请求权利救济、同意履行 (调解仲裁法 27): each starts the limitation anew. */
export const INTERRUPTIONS = ['claim', 'complaint', 'promise'] as const;
export type InterruptionKind = (typeof INTERRUPTIONS)[number];

export interface Interruption {
  readonly kind: InterruptionKind;
  readonly on: Day;
}

/** 不可抗力、其他正当理由 (调解仲裁法 27): the limitation stands still. */
export const SUSPENSIONS = ['force-majeure', 'other'] as const;
export type SuspensionReason = (typeof SUSPENSIONS)[number];

export interface Suspension {
  readonly reason: SuspensionReason;
  readonly from: Day;
  /** The day the reason was gone, on which counting goes on; null while it lasts. */
  readonly until: Day | null;
}

export interface LegalFacts extends Partial<Readonly<Record<FactDay, Day>>> {
  /** The dispute is about unpaid wages: while employed, no limitation runs (调解仲裁法 27 第四款). */
  readonly wagesOwed?: boolean;
  readonly interruptions?: readonly Interruption[];
  readonly suspensions?: readonly Suspension[];
}

/** May lie ahead: a contract about to end, a wage not yet due. Everything else has happened or is not a fact. */
export const MAY_LIE_AHEAD: readonly FactDay[] = ['employmentEnded', 'wageDue'];

/** What cannot come before what. */
export const IN_ORDER: readonly (readonly [earlier: FactDay, later: FactDay])[] = [
  ['arbitrationApplied', 'arbitrationAccepted'],
  ['arbitrationApplied', 'awardReceived'],
  ['arbitrationAccepted', 'awardReceived'],
  ['arbitrationApplied', 'lawsuitFiled'],
  ['awardReceived', 'annulmentReceived'],
  ['awardReceived', 'lawsuitFiled'],
  ['injuryHappened', 'recognitionApplied'],
  ['diseaseDiagnosed', 'recognitionApplied'],
  ['recognitionApplied', 'recognitionAccepted'],
  ['recognitionApplied', 'recognitionReceived'],
  ['recognitionAccepted', 'recognitionReceived'],
  ['recognitionReceived', 'reconsiderationApplied'],
  ['injuryHappened', 'appraisalApplied'],
  ['appraisalApplied', 'appraisalReceived'],
  ['appraisalReceived', 'reappraisalApplied'],
  ['inspectionComplained', 'inspectionOpened'],
  ['inspectionOpened', 'inspectionDecided'],
  ['opinionSent', 'opinionAnswered'],
  ['petitionAnswered', 'petitionReviewAsked'],
  ['petitionReviewAsked', 'petitionReviewAnswered'],
  ['petitionReviewAnswered', 'petitionRereviewAsked'],
];

export const NO_FACTS: LegalFacts = {};

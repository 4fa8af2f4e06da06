import type { components } from '../api/schema';

type Bodies = components['schemas'];
export type LegalFacts = Bodies['LegalFactsBody'];
export type LegalClock = Bodies['LegalClockBody'];
export type LegalClocks = Bodies['LegalClocksBody'];
export type LegalPanelView = Bodies['LegalPanelBody'];
export type Interruption = Bodies['InterruptionBody'];
export type Suspension = Bodies['SuspensionBody'];
export type FactDay = Exclude<keyof LegalFacts, 'wagesOwed' | 'interruptions' | 'suspensions'>;

/** The days of the form, in the order in which a case tells them. */
export const FACT_GROUPS: readonly { name: string; days: readonly FactDay[] }[] = [
  { name: 'work', days: ['employmentEnded', 'wageDue', 'disputeKnown'] },
  {
    name: 'arbitration',
    days: [
      'mediationApplied',
      'arbitrationApplied',
      'arbitrationAccepted',
      'awardReceived',
      'annulmentReceived',
      'lawsuitFiled',
    ],
  },
  {
    name: 'injury',
    days: [
      'injuryHappened',
      'diseaseDiagnosed',
      'recognitionApplied',
      'recognitionAccepted',
      'recognitionReceived',
      'reconsiderationApplied',
      'appraisalApplied',
      'appraisalReceived',
      'reappraisalApplied',
    ],
  },
  {
    name: 'inspection',
    days: ['violationEnded', 'inspectionComplained', 'inspectionOpened', 'inspectionDecided'],
  },
  { name: 'union', days: ['opinionSent', 'opinionAnswered', 'legalAidApplied'] },
  {
    name: 'petition',
    days: ['petitionAnswered', 'petitionReviewAsked', 'petitionReviewAnswered', 'petitionRereviewAsked'],
  },
];

const complete = (day: string | undefined | null): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day ?? '');

/** What can be sent: rows without their day are still being typed. */
export function sendable(facts: LegalFacts): LegalFacts {
  const { interruptions = [], suspensions = [], wagesOwed, ...days } = facts;
  const filled = Object.entries(days).filter(([, day]) => complete(day));
  const acts = interruptions.filter((one) => complete(one.on));
  const pauses = suspensions.filter((one) => complete(one.from));
  return {
    ...(Object.fromEntries(filled) as LegalFacts),
    ...(wagesOwed ? { wagesOwed } : {}),
    ...(acts.length > 0 ? { interruptions: acts } : {}),
    ...(pauses.length > 0
      ? { suspensions: pauses.map((one) => ({ ...one, until: complete(one.until) ? one.until : null })) }
      : {}),
  };
}

export const isEmpty = (facts: LegalFacts): boolean => Object.keys(sendable(facts)).length === 0;

/** Names of the facts that differ. */
export function differing(mine: LegalFacts, theirs: LegalFacts): string[] {
  const [a, b] = [sendable(mine), sendable(theirs)] as Record<string, unknown>[];
  const names = [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])];
  return names.filter((name) => JSON.stringify(a?.[name]) !== JSON.stringify(b?.[name]));
}

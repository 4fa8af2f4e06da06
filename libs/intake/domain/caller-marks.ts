import { DAY_MS, type Instant } from '@hotline/kernel';

export const CALLER_MARKS = ['urgent', 'abusive', 'overdue', 'dissatisfied', 'repeat', 'missed'] as const;
export type CallerMarkName = (typeof CALLER_MARKS)[number];

/** One thing to know before the first word; what may do harm comes first. */
export interface CallerMark {
  readonly mark: CallerMarkName;
  /** How many tickets, contacts or calls it stands for. */
  readonly count: number;
}

export interface CallerFacts {
  readonly openTickets: readonly { readonly urgency: string; readonly card: string }[];
  readonly contacts: readonly { readonly at: Instant }[];
  readonly lastRating: string | null;
  /** Contacts of the last year that ended as abuse. */
  readonly abusive: number;
  /** Calls of this number in the last 24 hours that nobody answered. */
  readonly missed: number;
}

export const REPEAT_DAYS = 30;

export function callerMarks(facts: CallerFacts, now: Instant): CallerMark[] {
  const since = now.getTime() - REPEAT_DAYS * DAY_MS;
  const counts: Record<CallerMarkName, number> = {
    urgent: facts.openTickets.filter(({ urgency }) => urgency === 'urgent').length,
    abusive: facts.abusive,
    overdue: facts.openTickets.filter(({ card }) => card === 'red').length,
    dissatisfied: facts.lastRating === 'dissatisfied' ? 1 : 0,
    repeat: facts.contacts.filter(({ at }) => at.getTime() > since).length,
    missed: facts.missed,
  };
  return CALLER_MARKS.flatMap((mark) => (counts[mark] > 0 ? [{ mark, count: counts[mark] }] : []));
}

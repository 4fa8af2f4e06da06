import { DAY_MS, type Instant } from '@hotline/kernel';
import type { Step, TicketFacts } from '@hotline/ticket';

/** A closed ticket stays at hand for late complaints, then it is filed. */
export const ARCHIVE_AFTER_DAYS = 30;

export const archiveBefore = (now: Instant): Instant => new Date(now.getTime() - ARCHIVE_AFTER_DAYS * DAY_MS);

/** 归档: nothing of it changes any more; reading and the numbers stay as they are. */
export function archiveTicket(facts: TicketFacts, by: 'person' | 'age'): Step {
  return {
    event: { kind: 'ticket-archived', unitId: facts.intake.id, facts: { by } },
    state: 'archived',
    turn: null,
  };
}

import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { TicketFacts } from '../domain/facts.js';
import { openPause } from '../domain/request-facts.js';

interface Ending {
  readonly open: (facts: TicketFacts) => boolean;
  /** `$1` the ticket, `$2` now. */
  readonly sql: string;
}

const LAPSES = `set ruled_at = $2, decision = 'lapsed' where ticket_id = $1 and ruled_at is null`;

/**
 * Records beside the custody that end with the ticket; the step itself stops their clocks. A new kind of record adds its
 * line here, so that no end of a ticket, whichever verb brought it, leaves one open.
 */
const ENDINGS: readonly Ending[] = [
  { open: (facts) => facts.openReturn !== null, sql: `update return_request ${LAPSES}` },
  {
    open: (facts) => facts.requests.some((one) => one.decision === null),
    sql: `update ruling_request ${LAPSES}`,
  },
  {
    open: (facts) => openPause(facts) !== undefined,
    sql: `update pause set ended_at = $2, ended_how = 'ticket-ended' where ticket_id = $1 and ended_at is null`,
  },
  {
    open: (facts) => facts.referrals.some((one) => one.open),
    sql: `update referral set ended_at = $2 where ticket_id = $1 and replied_at is null and ended_at is null`,
  },
];

/** Marks what is still open as ended, in the transaction that ends the ticket. */
export function endRecords(tx: Transaction, facts: TicketFacts): Promise<unknown>[] {
  return ENDINGS.filter(({ open }) => open(facts)).map(({ sql }) => rows(tx, sql, [facts.id, tx.now]));
}

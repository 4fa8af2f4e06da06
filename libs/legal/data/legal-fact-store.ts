import { Injectable } from '@nestjs/common';
import { type Instant, newId, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { LegalFacts } from '../domain/legal-facts.js';

export interface StoredFacts {
  readonly version: number;
  readonly facts: LegalFacts;
  readonly at: Instant;
  readonly by: string | null;
}

/** The facts of a ticket for legal periods, version by version. */
@Injectable()
export class LegalFactStore {
  /** The newest version; null before the first. The ticket must be visible to the reader. */
  newest(tx: Transaction, ticketId: string): Promise<StoredFacts | null> {
    return row<StoredFacts & Record<string, unknown>>(
      tx,
      `select f.version, f.facts, f.at, (select a.display_name from account a where a.id = f.account_id) as by
       from legal_fact f where f.ticket_id = $1 order by f.version desc limit 1`,
      [ticketId],
    );
  }

  /** Under the ticket's row lock, so that versions have no gap and no twin. */
  async append(tx: Transaction, ticketId: string, version: number, facts: LegalFacts): Promise<void> {
    await rows(
      tx,
      'insert into legal_fact (ticket_id, version, facts, account_id, at) values ($1, $2, $3, $4, $5)',
      [ticketId, version, JSON.stringify(facts), tx.scope.accountId, tx.now],
    );
  }

  /**
   * Facts change nothing of the ticket, so the event takes no version: it carries the one they were entered at. It tells
   * which facts changed, not their days.
   */
  async tell(
    tx: Transaction,
    ticket: { readonly id: string; readonly version: number },
    unitId: string,
    told: { readonly version: number; readonly changed: readonly string[] },
  ): Promise<void> {
    await rows(
      tx,
      `insert into event (id, ticket_id, seq, kind, unit_id, actor_id, facts, at)
       values ($1, $2, $3, 'legal-facts-saved', $4, $5, $6, $7)`,
      [newId(), ticket.id, ticket.version, unitId, tx.scope.accountId, JSON.stringify(told), tx.now],
    );
  }
}

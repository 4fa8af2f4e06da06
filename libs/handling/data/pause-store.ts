import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Place } from './handling-store.js';

export interface NewPause {
  readonly id: string;
  readonly reasonCode: string;
  readonly thirdParty: string;
  readonly reason: string;
  readonly until: Instant;
}

/** Spans in which the deadlines of a ticket stood still. */
@Injectable()
export class PauseStore {
  async insert(tx: Transaction, place: Place, pause: NewPause): Promise<void> {
    await rows(
      tx,
      `insert into pause (id, ticket_id, hop_id, unit_id, account_id, at, reason_code, third_party, reason, until_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        pause.id,
        place.ticketId,
        place.hopId,
        place.unitId,
        tx.scope.accountId,
        tx.now,
        pause.reasonCode,
        pause.thirdParty,
        pause.reason,
        pause.until,
      ],
    );
  }

  async end(
    tx: Transaction,
    id: string,
    { at, how, note }: { readonly at: Instant; readonly how: string; readonly note: string | null },
  ): Promise<void> {
    await rows(
      tx,
      `update pause set ended_at = $2, ended_by = $3, ended_how = $4, end_note = $5
       where id = $1 and ended_at is null`,
      [id, at, tx.scope.accountId, how, note],
    );
  }

  /** Tickets whose pause has reached its maximum, locked, without those another sweep has in hand. */
  async overMaximum(tx: Transaction, limit: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select t.id from ticket t where t.id = any (array(
         select p.ticket_id from pause p where p.ended_at is null and p.until_at <= $1 order by p.until_at limit $2))
       for no key update skip locked`,
      [tx.now, limit],
    );
    return found.map(({ id }) => id);
  }
}

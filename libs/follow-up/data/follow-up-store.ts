import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { prepared, rows } from '@hotline/platform';
import type { CallBackAnswer } from '../domain/answer.js';

/** The rows of the chapter; the ticket itself is changed by its own store. */
@Injectable()
export class FollowUpStore {
  async insertCallBack(
    tx: Transaction,
    about: {
      readonly id: string;
      readonly ticketId: string;
      readonly unitId: string;
      /** Null for an attempt by another telephone. */
      readonly callId: string | null;
    },
    answer: CallBackAnswer,
  ): Promise<void> {
    await prepared(
      tx,
      'call-back-insert',
      `insert into call_back (id, ticket_id, unit_id, account_id, at, reached, not_reached_reason, solved,
         handling_rating, call_rating, reason, note, call_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        about.id,
        about.ticketId,
        about.unitId,
        tx.scope.accountId,
        tx.now,
        answer.reached,
        answer.notReachedReason,
        answer.solved,
        answer.handlingRating,
        answer.callRating,
        answer.reason,
        answer.note,
        about.callId,
      ],
    );
  }

  /** Locked, and without those another process is filing now. */
  async closedBefore(tx: Transaction, before: Instant, limit: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select id from ticket where state = 'closed' and closed_at < $1
         and not exists (select 1 from petition p where p.ticket_id = ticket.id and p.stage <> 'ended')
       order by closed_at limit $2 for no key update skip locked`,
      [before, limit],
    );
    return found.map(({ id }) => id);
  }

  async keepClosingNote(tx: Transaction, ticketId: string, note: string): Promise<void> {
    await prepared(tx, 'closing-note', 'update ticket set closing_note = $2 where id = $1', [ticketId, note]);
  }
}

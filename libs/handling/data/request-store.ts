import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, prepared, rows } from '@hotline/platform';
import type { RequestKind } from '@hotline/ticket';
import type { Place } from './handling-store.js';

export interface NewRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly reasonCode: string;
  readonly reason: string;
  readonly workingDays: number | null;
  readonly attachmentIds: readonly string[];
  readonly rulerUnitId: string;
}

/** Requests for more time or for an exclusion, what was ruled on them, and how far up they had to go. */
@Injectable()
export class RequestStore {
  async insert(tx: Transaction, place: Place, request: NewRequest): Promise<void> {
    await prepared(
      tx,
      'request-insert',
      `insert into ruling_request (id, ticket_id, hop_id, unit_id, account_id, at, kind, reason_code, reason,
         working_days, attachment_ids, ruler_unit_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        request.id,
        place.ticketId,
        place.hopId,
        place.unitId,
        tx.scope.accountId,
        tx.now,
        request.kind,
        request.reasonCode,
        request.reason,
        request.workingDays,
        request.attachmentIds,
        request.rulerUnitId,
      ],
    );
  }

  async rule(
    tx: Transaction,
    id: string,
    { decision, reason }: { readonly decision: 'granted' | 'refused'; readonly reason: string },
  ): Promise<void> {
    await prepared(
      tx,
      'request-rule',
      `update ruling_request set ruled_at = $2, ruled_by = $3, decision = $4, ruling_reason = $5
       where id = $1 and ruled_at is null`,
      [id, tx.now, tx.scope.accountId, decision, reason],
    );
  }

  async revoke(tx: Transaction, id: string, reason: string): Promise<void> {
    await rows(
      tx,
      `update ruling_request set revoked_at = $2, revoked_by = $3, revoke_reason = $4
       where id = $1 and revoked_at is null`,
      [id, tx.now, tx.scope.accountId, reason],
    );
  }

  /** Tickets with a ruling overdue below the root, locked, without those another sweep has in hand. */
  async overdue(tx: Transaction, limit: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select t.id from ticket t where t.id = any (array(
         select c.ticket_id from clock c join unit u on u.id = c.unit_id
         where c.stopped_at is null and c.kind in ('ruling', 'extension-ruling', 'exclusion-ruling')
           and c.due_at < $1 and u.parent_id is not null
         order by c.due_at limit $2))
       for no key update skip locked`,
      [tx.now, limit],
    );
    return found.map(({ id }) => id);
  }

  async raise(
    tx: Transaction,
    raise: {
      readonly id: string;
      readonly ticketId: string;
      readonly requestId: string;
      readonly from: string;
      readonly to: string;
    },
  ): Promise<void> {
    await rows(
      tx,
      `insert into request_raise (id, ticket_id, request_id, from_unit_id, to_unit_id, at)
       values ($1, $2, $3, $4, $5, $6)`,
      [raise.id, raise.ticketId, raise.requestId, raise.from, raise.to, tx.now],
    );
    const values = [raise.requestId, raise.to];
    await changed(tx, 'update return_request set ruler_unit_id = $2 where id = $1', values);
    await changed(tx, 'update ruling_request set ruler_unit_id = $2 where id = $1', values);
  }
}

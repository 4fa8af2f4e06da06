import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { prepared } from '@hotline/platform';
import type { Place } from './handling-store.js';

export interface ReturnRequest {
  readonly id: string;
  readonly reasonCode: string;
  readonly clause: string | null;
  readonly reason: string;
  readonly proposedUnitId: string | null;
  readonly rulerUnitId: string;
  readonly attachmentIds: readonly string[];
}

/** Requests to be relieved of a ticket, and what was ruled on them. */
@Injectable()
export class ReturnStore {
  async insert(tx: Transaction, place: Place, request: ReturnRequest): Promise<void> {
    await prepared(
      tx,
      'return-insert',
      `insert into return_request (id, ticket_id, hop_id, unit_id, account_id, at, reason_code, clause, reason,
         proposed_unit_id, ruler_unit_id, attachment_ids)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        request.id,
        place.ticketId,
        place.hopId,
        place.unitId,
        tx.scope.accountId,
        tx.now,
        request.reasonCode,
        request.clause,
        request.reason,
        request.proposedUnitId,
        request.rulerUnitId,
        request.attachmentIds,
      ],
    );
  }

  async rule(
    tx: Transaction,
    id: string,
    ruling: {
      readonly decision: 'granted' | 'refused';
      readonly reason: string;
      readonly unitId: string | null;
    },
  ): Promise<void> {
    await prepared(
      tx,
      'return-rule',
      `update return_request set ruled_at = $2, ruled_by = $3, decision = $4, ruling_reason = $5, ruled_unit_id = $6
       where id = $1 and ruled_at is null`,
      [id, tx.now, tx.scope.accountId, ruling.decision, ruling.reason, ruling.unitId],
    );
  }
}

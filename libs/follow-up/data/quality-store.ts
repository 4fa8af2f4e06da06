import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { type Judged, type Score, SCORECARD_VERSION } from '../domain/scorecard.js';

export interface QualityCheckRow {
  [column: string]: unknown;
  readonly id: string;
  readonly at: Date;
  readonly unit_id: string;
  readonly by: string | null;
  readonly scorecard: number;
  readonly scores: Score[];
  readonly total: number;
  readonly verdict: 'pass' | 'fail';
  readonly remark: string | null;
}

/** Quality checks: written once, never changed. */
@Injectable()
export class QualityStore {
  async insert(
    tx: Transaction,
    about: { readonly ticketId: string; readonly unitId: string },
    scores: readonly Score[],
    { total, verdict }: Judged,
    remark: string | null,
  ): Promise<string> {
    const id = newId();
    await rows(
      tx,
      `insert into quality_check (id, ticket_id, unit_id, account_id, at, scorecard, scores, total, verdict, remark)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        about.ticketId,
        about.unitId,
        tx.scope.accountId,
        tx.now,
        SCORECARD_VERSION,
        JSON.stringify(scores),
        total,
        verdict,
        remark,
      ],
    );
    return id;
  }

  /** Whoever did something on the ticket does not judge it. */
  async tookPart(tx: Transaction, ticketId: string): Promise<boolean> {
    const found = await row<{ took_part: boolean }>(
      tx,
      `select exists (select 1 from event where ticket_id = $1 and actor_id = $2
         and kind not in ('identity-revealed', 'quality-checked')) as took_part`,
      [ticketId, tx.scope.accountId],
    );
    return found?.took_part ?? false;
  }

  list(tx: Transaction, ticketId: string): Promise<QualityCheckRow[]> {
    return rows<QualityCheckRow>(
      tx,
      `select q.id, q.at, q.unit_id, a.display_name as by, q.scorecard, q.scores, q.total, q.verdict, q.remark
       from quality_check q left join account a on a.id = q.account_id where q.ticket_id = $1 order by q.at limit 100`,
      [ticketId],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { refuse, type Transaction } from '@hotline/kernel';
import { changed, prepared, row } from '@hotline/platform';
import type { HopContacts, ReportInput } from '../domain/report-hop.js';
import type { WorkerContact } from '../domain/worker-contact.js';

/** In whose name a record is made, and under which custody. */
export interface Place {
  readonly ticketId: string;
  readonly hopId: string;
  readonly unitId: string;
}

/** The rows of the chapter; the ticket itself is changed by its own store. */
@Injectable()
export class HandlingStore {
  async keepSigner(tx: Transaction, hopId: string): Promise<void> {
    await prepared(tx, 'hop-signer', 'update hop set signed_by = $2 where id = $1', [
      hopId,
      tx.scope.accountId,
    ]);
  }

  async insertWorkerContact(tx: Transaction, place: Place, contact: WorkerContact): Promise<void> {
    await prepared(
      tx,
      'worker-contact-insert',
      `insert into worker_contact (id, ticket_id, hop_id, unit_id, account_id, at, means, reached, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        contact.id,
        place.ticketId,
        place.hopId,
        place.unitId,
        tx.scope.accountId,
        tx.now,
        contact.means,
        contact.reached,
        contact.note,
      ],
    );
  }

  /**
   * What a report of this hop may prove. A unit that carries on for one that ended had its hop from a change of the tree:
   * what its forerunners said to the worker in the same custody counts for it.
   */
  async contactsOf(tx: Transaction, hopId: string, ticketId: string): Promise<HopContacts> {
    const found = await row<{ ids: string[]; reached: number; unreached: number }>(
      tx,
      `with recursive line as (
         select h.id, h.seq, h.change_id from hop h where h.id = $1
         union all
         select b.id, b.seq, b.change_id from line l cross join lateral (
           select h.id, h.seq, h.change_id from hop h where h.ticket_id = $2 and h.role = 'lead' and h.seq < l.seq
             and h.passed_at is not null and h.returned_at is null and h.recalled_at is null
           order by h.seq desc limit 1) b
         where l.change_id is not null)
       select coalesce(array_agg(id), '{}') as ids, (count(*) filter (where reached))::integer as reached,
         (count(*) filter (where not reached))::integer as unreached
       from worker_contact where ticket_id = $2 and hop_id in (select id from line)`,
      [hopId, ticketId],
    );
    return found ?? { ids: [], reached: 0, unreached: 0 };
  }

  /** @returns false when one of the files is neither the reporter's own upload nor already with the ticket */
  async attach(tx: Transaction, ticketId: string, attachmentIds: readonly string[]): Promise<boolean> {
    if (attachmentIds.length === 0) return true;
    const attached = await changed(
      tx,
      `update attachment set ticket_id = $1 where id = any ($2)
         and (ticket_id = $1 or (ticket_id is null and account_id = $3))`,
      [ticketId, attachmentIds, tx.scope.accountId],
    );
    return attached === new Set(attachmentIds).size;
  }

  /** @throws Refused `invalid-input` on `field` when a file is neither the person's own nor the ticket's */
  async attachOrRefuse(
    tx: Transaction,
    ticketId: string,
    attachmentIds: readonly string[],
    field: string,
  ): Promise<void> {
    if (!(await this.attach(tx, ticketId, attachmentIds))) refuse('invalid-input', { field });
  }

  async insertReport(tx: Transaction, place: Place, report: ReportInput): Promise<void> {
    const proof = {
      ...(report.workerContactId ? { workerContactId: report.workerContactId } : {}),
      attachmentIds: report.attachmentIds,
    };
    await prepared(
      tx,
      'report-insert',
      `insert into report (id, ticket_id, hop_id, unit_id, account_id, at, outcome, amount_recovered, people_helped,
         narrative, proof)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        report.id,
        place.ticketId,
        place.hopId,
        place.unitId,
        tx.scope.accountId,
        tx.now,
        report.outcome,
        report.amountRecovered,
        report.peopleHelped,
        report.narrative,
        JSON.stringify(proof),
      ],
    );
  }

  async insertReview(
    tx: Transaction,
    about: {
      readonly id: string;
      readonly reportId: string;
      readonly ticketId: string;
      readonly unitId: string;
    },
    decision: 'accept' | 'redo',
    reason: string | null,
  ): Promise<void> {
    await prepared(
      tx,
      'review-insert',
      `insert into review (id, report_id, ticket_id, unit_id, account_id, at, decision, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [about.id, about.reportId, about.ticketId, about.unitId, tx.scope.accountId, tx.now, decision, reason],
    );
  }
}

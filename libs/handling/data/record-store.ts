import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { Place } from './handling-store.js';

export interface NewReferral {
  readonly id: string;
  readonly bodyCode: string;
  readonly bodyName: string | null;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly referredOn: string;
  readonly referenceNo: string | null;
  readonly note: string;
  readonly attachmentIds: readonly string[];
}

export interface NewWithdrawal {
  readonly id: string;
  readonly toldBy: string;
  readonly toldAt: Instant;
  readonly workerContactId: string | null;
  readonly words: string;
}

export interface NewDeclination {
  readonly id: string;
  readonly reasonCode: string;
  readonly reason: string;
  readonly guidedTo: string | null;
  readonly guidedContact: string | null;
}

/** Referrals to other bodies, and what ended a ticket before its handling did. */
@Injectable()
export class RecordStore {
  async insertReferral(tx: Transaction, place: Place, referral: NewReferral): Promise<void> {
    await rows(
      tx,
      `insert into referral (id, ticket_id, hop_id, unit_id, account_id, at, body_code, body_name, referred_on,
         reference_no, note, attachment_ids)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        referral.id,
        place.ticketId,
        place.hopId,
        place.unitId,
        tx.scope.accountId,
        tx.now,
        referral.bodyCode,
        referral.bodyName,
        referral.referredOn,
        referral.referenceNo,
        referral.note,
        referral.attachmentIds,
      ],
    );
  }

  async reply(
    tx: Transaction,
    id: string,
    { reply, attachmentIds }: { readonly reply: string; readonly attachmentIds: readonly string[] },
  ): Promise<void> {
    await rows(
      tx,
      `update referral set replied_at = $2, replied_by = $3, reply = $4, reply_attachment_ids = $5
       where id = $1 and replied_at is null`,
      [id, tx.now, tx.scope.accountId, reply, attachmentIds],
    );
  }

  async insertWithdrawal(
    tx: Transaction,
    about: Pick<Place, 'ticketId' | 'unitId'>,
    said: NewWithdrawal,
  ): Promise<void> {
    await rows(
      tx,
      `insert into withdrawal (id, ticket_id, unit_id, account_id, at, told_by, told_at, worker_contact_id, words)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        said.id,
        about.ticketId,
        about.unitId,
        tx.scope.accountId,
        tx.now,
        said.toldBy,
        said.toldAt,
        said.workerContactId,
        said.words,
      ],
    );
  }

  /** A contact of this ticket in which the worker was reached. */
  async reached(tx: Transaction, ticketId: string, workerContactId: string): Promise<boolean> {
    const found = await row(tx, 'select 1 from worker_contact where id = $1 and ticket_id = $2 and reached', [
      workerContactId,
      ticketId,
    ]);
    return found !== null;
  }

  async insertDeclination(
    tx: Transaction,
    about: Pick<Place, 'ticketId' | 'unitId'>,
    said: NewDeclination,
  ): Promise<void> {
    await rows(
      tx,
      `insert into declination (id, ticket_id, unit_id, account_id, at, reason_code, reason, guided_to, guided_contact)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        said.id,
        about.ticketId,
        about.unitId,
        tx.scope.accountId,
        tx.now,
        said.reasonCode,
        said.reason,
        said.guidedTo,
        said.guidedContact,
      ],
    );
  }
}

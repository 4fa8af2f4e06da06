import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';

export interface Dial {
  readonly id: string;
  readonly sourceId: string;
  /** The id the switchboard is asked to give the call: `call.call_key` of its record. */
  readonly callKey: string;
  readonly subject: string;
  readonly subjectId: string;
}

/** Which call was dialled for what; the number itself is nowhere here. */
@Injectable()
export class DialStore {
  async add(tx: Transaction, dial: Dial): Promise<void> {
    await rows(
      tx,
      `insert into presence_dial (id, account_id, source_id, call_key, subject, subject_id, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [dial.id, tx.scope.accountId, dial.sourceId, dial.callKey, dial.subject, dial.subjectId, tx.now],
    );
  }

  async fail(tx: Transaction, id: string, fault: string): Promise<void> {
    await changed(tx, 'update presence_dial set fault = $2 where id = $1', [id, fault]);
  }
}

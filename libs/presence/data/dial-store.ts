import { Injectable } from '@nestjs/common';
import { DAY_MS, type Transaction } from '@hotline/kernel';
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

  /**
   * A call is being placed or on: the telephone is not told to dial a second one.
   * @param since older ones were not placed. To be asked with the whole
   * tree in scope: the call stands with the unit of the switchboard.
   */
  async isOn(tx: Transaction, accountId: string, since: Date): Promise<boolean> {
    const found = await rows(
      tx,
      `select 1 from presence_dial d left join call k on k.source_id = d.source_id and k.call_key = d.call_key
       where d.account_id = $1 and d.at > $2 and d.fault is null and k.ended_at is null
         and (k.id is not null or d.at > $3) limit 1`,
      [accountId, new Date(tx.now.getTime() - DAY_MS), since],
    );
    return found.length > 0;
  }

  async fail(tx: Transaction, id: string, fault: string): Promise<void> {
    await changed(tx, 'update presence_dial set fault = $2 where id = $1', [id, fault]);
  }
}

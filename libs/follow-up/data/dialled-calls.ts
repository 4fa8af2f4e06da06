import { Injectable } from '@nestjs/common';
import { DAY_MS, type Instant, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';

/** A call dialled from the desk to reach the worker of a ticket; the number is nowhere here. */
export interface DialledCall {
  readonly dialId: string;
  readonly at: Instant;
  /** Null until the switchboard has told of the call, and for ever when it could not be placed. */
  readonly callId: string | null;
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Why it could not be placed: line-down, refused. */
  readonly fault: string | null;
}

const SHOWN = 5;
const CALL = `presence_dial d left join call k on k.source_id = d.source_id and k.call_key = d.call_key`;

/** What was dialled from the desk about a ticket. To be asked with the whole tree in scope: the call may stand with another unit. */
@Injectable()
export class DialledCalls {
  /** One's own of the last day, newest first. */
  own(tx: Transaction, ticketId: string, accountId: string): Promise<DialledCall[]> {
    return rows<DialledCall>(
      tx,
      `select d.id as "dialId", d.at, k.id as "callId", k.answered_at as "answeredAt", k.ended_at as "endedAt", d.fault
       from ${CALL} where d.subject = 'ticket' and d.subject_id = $1 and d.account_id = $2 and d.at > $3
       order by d.at desc limit ${SHOWN}`,
      [ticketId, accountId, new Date(tx.now.getTime() - DAY_MS)],
    );
  }

  /** The call that an attempt written down now was made by; a call proves one attempt. */
  async unwritten(tx: Transaction, ticketId: string, accountId: string): Promise<string | null> {
    const found = await row<{ id: string }>(
      tx,
      `select k.id from ${CALL} where d.subject = 'ticket' and d.subject_id = $1 and d.account_id = $2 and d.at > $3
         and k.id is not null and not exists (select 1 from call_back b where b.call_id = k.id)
       order by d.at desc limit 1`,
      [ticketId, accountId, new Date(tx.now.getTime() - DAY_MS)],
    );
    return found?.id ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import { DAY_MS, type Instant, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { DialSubject } from '../use-cases/numbers-to-dial.js';

/** How the network says it went; `own_no_answer`: one's own telephone was not taken. */
export const DIALLED_RESULTS = [
  'answered',
  'no_answer',
  'busy',
  'refused',
  'off',
  'wrong_number',
  'unreachable',
  'cancelled',
  'own_no_answer',
] as const;
export type DialledResult = (typeof DIALLED_RESULTS)[number];

/** A call dialled from the desk about something; the number is nowhere here. Its moments are the switchboard's. */
export interface DialledCall {
  readonly dialId: string;
  readonly at: Instant;
  /** Null until the switchboard has told of the call, and for ever when it could not be placed. */
  readonly callId: string | null;
  /** The other side began to ring. */
  readonly rangAt: Instant | null;
  readonly answeredAt: Instant | null;
  /** The talk was over; for a call that was lost, when it was last seen. */
  readonly talkEndedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly result: DialledResult | null;
  /** false: the switchboard lost it, and how long they talked is not known */
  readonly endKnown: boolean;
  readonly recording: string | null;
  /** Why it could not be placed: line-down, refused. */
  readonly fault: string | null;
}

const SHOWN = 5;

/** What was dialled from the desk. To be asked with the whole tree in scope: the call stands with the unit of its switchboard. */
@Injectable()
export class DialledCalls {
  /** One's own of the last day, newest first. */
  own(tx: Transaction, subject: DialSubject, subjectId: string, accountId: string): Promise<DialledCall[]> {
    return rows<DialledCall & Record<string, unknown>>(
      tx,
      `select d.id as "dialId", d.at, k.id as "callId", k.rang_at as "rangAt", k.answered_at as "answeredAt",
         k.talk_ended_at as "talkEndedAt", k.ended_at as "endedAt", k.result, coalesce(k.end_known, true) as "endKnown",
         k.recording, d.fault
       from presence_dial d left join call k on k.source_id = d.source_id and k.call_key = d.call_key
       where d.subject = $1 and d.subject_id = $2 and d.account_id = $3 and d.at > $4
       order by d.at desc limit ${SHOWN}`,
      [subject, subjectId, accountId, new Date(tx.now.getTime() - DAY_MS)],
    );
  }
}

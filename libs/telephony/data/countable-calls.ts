import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Subject, SubjectEnd } from '../domain/definitions/subject.js';
import { callSubjects } from './subject-sql.js';

/** A call that reached a number, as one subject of the public rate. */
export interface CountableCall {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly at: Instant;
  readonly contactId: string | null;
  /** Not over yet: counted when it is. */
  readonly open: boolean;
  readonly subject: Subject;
  /** Finds the number again; null where it was withheld. */
  readonly callerHash: Buffer | null;
  readonly callerMasked: string | null;
  readonly callBackRequested: boolean;
}

interface SubjectRow {
  id: string;
  unit_id: string;
  unit_path: string;
  at: Date;
  contact_id: string | null;
  open: boolean;
  asked: boolean;
  entered: boolean;
  ended: SubjectEnd;
  wait_us: string | null;
  caller_hash: Buffer | null;
  caller_masked: string | null;
  callback_requested: boolean;
}

/** Calls by their ids, for rooms that count them. */
@Injectable()
export class CountableCalls {
  /** Those that are no more, or did not come in from outside, are not among them. */
  async of(tx: Transaction, callIds: readonly string[]): Promise<CountableCall[]> {
    const found = await rows<SubjectRow & Record<string, unknown>>(
      tx,
      `select s.*, k.contact_id, k.outcome = 'open' as open, o.unit_id, k.caller_masked,
         case when k.withheld then null else k.caller_hash end as caller_hash, k.callback_requested
       from (${callSubjects('c.id = any ($1::uuid[])')}) s
       join call k on k.id = s.id join telephony_source o on o.id = k.source_id`,
      [callIds],
    );
    return found.map((one) => ({
      id: one.id,
      unitId: one.unit_id,
      unitPath: one.unit_path,
      at: one.at,
      contactId: one.contact_id,
      open: one.open,
      callerHash: one.caller_hash,
      callerMasked: one.caller_masked,
      callBackRequested: one.callback_requested,
      subject: {
        arrived: true,
        asked: one.asked,
        entered: one.entered,
        end: one.ended,
        waitUs: one.wait_us === null ? null : Number(one.wait_us),
      },
    }));
  }
}

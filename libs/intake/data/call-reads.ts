import { Injectable } from '@nestjs/common';
import { type Instant, Sealing, type Transaction } from '@hotline/kernel';
import { row } from '@hotline/platform';
import { type CallContact, type DeskCall, offerOf } from '../domain/desk-call.js';

interface CallColumns {
  readonly id: string;
  readonly visit_id: string | null;
  readonly direction: DeskCall['direction'];
  readonly unit_path: string;
  readonly caller_sealed: Buffer | null;
  readonly withheld: boolean;
  readonly arrived_at: Instant;
  readonly offered_at: Instant;
  readonly answered_at: Instant | null;
  readonly missed_at: Instant | null;
  readonly talk_ended_at: Instant | null;
  readonly ended_at: Instant | null;
  readonly recording: string | null;
  readonly queue: string | null;
  readonly joined_at: Instant | null;
  readonly contact: CallContact | null;
}

const CALL = `k.id, k.direction, k.unit_path, k.caller_sealed, k.withheld, k.arrived_at, k.ended_at, k.recording,
  (select json_build_object('id', c.id, 'no', c.no, 'outcome', c.outcome, 'agentId', c.agent_id, 'ticketId', c.ticket_id,
     'anonymous', coalesce((select t.confidentiality = 'anonymous' from ticket t where t.id = c.ticket_id), false))
   from contact c where c.id = k.contact_id) as contact`;

/** Telephone calls for those whose telephone rang. */
@Injectable()
export class CallReads {
  constructor(private readonly sealing: Sealing) {}

  /**
   * Whose telephone a call rings at decides who may know of it, not where its switchboard stands in the tree: to be asked
   * with the whole tree in scope.
   * @returns null when there is no such call, or it never rang at this person's telephone
   */
  async own(tx: Transaction, callId: string, accountId: string): Promise<DeskCall | null> {
    const found = await row<CallColumns>(
      tx,
      `select ${CALL}, o.visit_id, o.offered_at, o.answered_at, o.missed_at, o.talk_ended_at, v.queue, v.joined_at
       from call_offer o join call k on k.id = o.call_id left join call_visit v on v.id = o.visit_id
       where o.call_id = $1 and o.account_id = $2`,
      [callId, accountId],
    );
    return found && this.deskCall(found);
  }

  /** Calls of the same number, on the same switchboard, that nobody answered within the last 24 hours. */
  async missedBefore(tx: Transaction, callId: string): Promise<number> {
    const found = await row<{ n: number }>(
      tx,
      `select count(*)::integer as n from call now join call k on k.caller_hash = now.caller_hash
         and k.source_id = now.source_id and k.id <> now.id and k.direction = 'in'
         and k.outcome in ('left_ivr', 'closed', 'not_answered')
         and k.arrived_at > now.arrived_at - interval '24 hours' and k.arrived_at < now.arrived_at
       where now.id = $1`,
      [callId],
    );
    return found?.n ?? 0;
  }

  private deskCall(found: CallColumns): DeskCall {
    return {
      id: found.id,
      visitId: found.visit_id,
      direction: found.direction,
      unitPath: found.unit_path,
      number:
        found.caller_sealed && !found.contact?.anonymous ? this.sealing.open(found.caller_sealed) : null,
      withheld: found.withheld || found.caller_sealed === null,
      queue: found.queue,
      joinedAt: found.joined_at,
      arrivedAt: found.arrived_at,
      ...offerOf({
        offeredAt: found.offered_at,
        answeredAt: found.answered_at,
        missedAt: found.missed_at,
        talkEndedAt: found.talk_ended_at,
      }),
      endedAt: found.ended_at,
      recording: found.recording,
      contact: found.contact,
    };
  }
}

import { Injectable } from '@nestjs/common';
import { newId, orRefuse, shanghaiDay, type Transaction } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { changed, row } from '@hotline/platform';
import { contactToHandIn, type DeskCall } from '../domain/desk-call.js';
import type { OwnStep } from './call-offers.js';
import type { ContactRow } from './intake-rows.js';

/** The call that is handed in as a contact: the contact it has already, or none yet. */
export interface TakenCall {
  readonly id: string;
  readonly contactId: string | null;
  readonly contactNo: string | null;
}

const NUMBER = `$1::text || '-' || case when n < 100000 then lpad(n::text, 5, '0') else n::text end`;

/**
 * One call, one contact: it begins with the answer and is completed when it is handed in. The call's row is locked first,
 * always, so that two who come at once make one.
 */
@Injectable()
export class CallContacts {
  constructor(private readonly units: UnitTree) {}

  /** Safe to hear twice: a call that has its contact keeps it. */
  async begin(tx: Transaction, { callId, accountId, at }: OwnStep, sourcePath: string): Promise<void> {
    const call = await row<{ id: string; arrived_at: Date }>(
      tx,
      `select id, arrived_at from call where id = $1 and direction = 'in' and contact_id is null for no key update`,
      [callId],
    );
    if (!call) return;
    const unit = await this.unitOf(tx, accountId, sourcePath);
    if (!unit) return;
    await changed(
      tx,
      `with made as (
         insert into contact (no, id, channel, unit_id, unit_path, agent_id, started_at, answered_at, outcome, created_at)
         select ${NUMBER}, $2, 'call', $3, $4, $5, $6, greatest($6::timestamptz, $7), 'pending', $8
         from (select nextval('contact_no') as n) numbered returning id
       ) update call set contact_id = made.id from made where call.id = $9`,
      [
        shanghaiDay(tx.now).replaceAll('-', ''),
        newId(),
        unit.id,
        unit.path,
        accountId,
        call.arrived_at,
        at,
        tx.now,
        callId,
      ],
    );
  }

  /** The end of the last talk is the end of the contact, even when the caller’s line goes later; else that of the call. */
  async end(tx: Transaction, callId: string, at: Date): Promise<void> {
    await changed(
      tx,
      `update contact c set ended_at = greatest(c.answered_at, coalesce(
           (select max(o.talk_ended_at) from call_offer o where o.call_id = k.id), $2))
       from call k where k.id = $1 and c.id = k.contact_id`,
      [callId, at],
    );
  }

  /**
   * Locks the call and its contact until the hand-in is written.
   * @throws Refused `contact-handed-in` when this person has handed it in before
   */
  async take(tx: Transaction, call: DeskCall, accountId: string): Promise<TakenCall> {
    await row(tx, 'select id from call where id = $1 for no key update', [call.id]);
    const contact = await row<{ id: string; no: string; outcome: string; agentId: string | null }>(
      tx,
      `select c.id, c.no, c.outcome, c.agent_id as "agentId" from call k join contact c on c.id = k.contact_id
       where k.id = $1 for no key update of c`,
      [call.id],
    );
    const known = contact && { ...contact, ticketId: null, anonymous: false };
    const pending = orRefuse(contactToHandIn(known, accountId));
    return { id: call.id, contactId: pending?.id ?? null, contactNo: pending?.no ?? null };
  }

  /** Writes what was handed in: over the contact that began with the answer, or as the call's contact if it had none. */
  async handIn(tx: Transaction, call: TakenCall, contact: ContactRow): Promise<void> {
    if (call.contactId === null) {
      await changed(tx, 'update call set contact_id = $2 where id = $1 and contact_id is null', [
        call.id,
        contact.id,
      ]);
      return;
    }
    await changed(
      tx,
      `update contact c set unit_id = n.unit_id, unit_path = n.unit_path, agent_id = n.agent_id, identity_id = n.identity_id,
         ticket_id = n.ticket_id, answered_at = coalesce(c.answered_at, n.answered_at),
         ended_at = coalesce(c.ended_at, n.ended_at), outcome = n.outcome, kind = n.kind, field = n.field, item = n.item,
         places = n.places, employer = n.employer, summary = n.summary, answer = n.answer, call_rating = n.call_rating
       from jsonb_populate_record(null::contact, $1::jsonb) n where c.id = n.id`,
      [JSON.stringify(contact)],
    );
  }

  /** The agent's own unit, the one nearest to the root; else the unit whose hotline it is. */
  private async unitOf(
    tx: Transaction,
    accountId: string,
    sourcePath: string,
  ): Promise<{ id: string; path: string } | undefined> {
    const tree = this.units.current();
    const post = await row<{ unit_id: string }>(
      tx,
      `select m.unit_id from membership m join unit u on u.id = m.unit_id
       where m.account_id = $1 and m.role = 'agent' and m.revoked_at is null order by length(u.path), u.path limit 1`,
      [accountId],
    );
    return (post && tree.find(post.unit_id)) ?? tree.withPath(sourcePath);
  }
}

import { Injectable } from '@nestjs/common';
import { DAY_MS, startOfShanghaiDay, type Transaction } from '@hotline/kernel';
import { type UnitBrief, UnitTree } from '@hotline/organization';
import { row, rows } from '@hotline/platform';
import { contactSeen } from './intake-store.js';
import type { ContactRow } from './intake-rows.js';

export interface ContactView {
  readonly id: string;
  readonly no: string;
  readonly channel: string;
  readonly numberMasked: string | null;
  readonly callerNameMasked: string | null;
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: string;
  readonly kind: string | null;
  readonly field: string | null;
  readonly item: string | null;
  readonly summary: string | null;
  readonly answer: string | null;
  readonly callRating: string | null;
  readonly agent: { readonly id: string; readonly displayName: string } | null;
  readonly unit: UnitBrief;
  readonly ticketId: string | null;
  readonly ticketNo: string | null;
}

/** What stands beside a contact row in other tables. */
export interface BesideContact {
  readonly no: string;
  readonly phone_masked: string | null;
  readonly name_masked: string | null;
  readonly display_name: string | null;
  readonly ticket_no: string | null;
}

type ListedContact = Omit<ContactRow, 'agent_id'> & BesideContact & { readonly agent_id: string | null };

const COLUMNS = `c.id, c.no, c.channel, c.unit_id, c.agent_id, c.ticket_id, c.started_at, c.answered_at, c.ended_at,
  c.outcome, c.kind, c.field, c.item, c.summary, c.answer, c.call_rating,
  coalesce(i.phone_masked, k.caller_masked) as phone_masked, i.name_masked, a.display_name,
  t.no as ticket_no`;
// Until it is handed in nobody has said who the caller is; the switchboard knows the number.
const SOURCE = `contact c left join identity i on i.id = c.identity_id
  left join call k on c.outcome = 'pending' and k.contact_id = c.id left join account a on a.id = c.agent_id
  left join ticket t on t.id = c.ticket_id`;

/** Where the last page ended: newest first, ties by id. */
export interface PageEnd {
  readonly at: Date;
  readonly id: string;
}

export interface ContactQuestion {
  /** Only contacts taken by this account. */
  readonly agentId: string | null;
  /** Days in Asia/Shanghai, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly before: PageEnd | null;
  readonly limit: number;
}

@Injectable()
export class ContactReads {
  constructor(private readonly units: UnitTree) {}

  view(contact: Omit<ListedContact, 'unit_path'>): ContactView {
    return {
      id: contact.id,
      no: contact.no,
      channel: contact.channel,
      numberMasked: contact.phone_masked,
      callerNameMasked: contact.name_masked,
      startedAt: contact.started_at,
      answeredAt: contact.answered_at,
      endedAt: contact.ended_at,
      outcome: contact.outcome,
      kind: contact.kind,
      field: contact.field,
      item: contact.item,
      summary: contact.summary,
      answer: contact.answer,
      callRating: contact.call_rating,
      agent: contact.agent_id ? { id: contact.agent_id, displayName: contact.display_name ?? '' } : null,
      unit: this.units.brief(contact.unit_id),
      ticketId: contact.ticket_id,
      ticketNo: contact.ticket_no,
    };
  }

  async show(tx: Transaction, id: string): Promise<ContactView | null> {
    const values: unknown[] = [id];
    const found = await row<ListedContact>(
      tx,
      `select ${COLUMNS} from ${SOURCE} where c.id = $1 and ${contactSeen('c', tx.scope, values)}`,
      values,
    );
    return found && this.view(found);
  }

  /** Newest first, by keyset. */
  async list(tx: Transaction, question: ContactQuestion): Promise<ContactView[]> {
    const values: unknown[] = [question.limit];
    const where = [contactSeen('c', tx.scope, values)];
    const also = (condition: string, ...given: unknown[]) =>
      where.push(
        given.reduce<string>((text, value) => text.replace('?', `$${values.push(value)}`), condition),
      );
    if (question.agentId) also('c.agent_id = ?', question.agentId);
    if (question.from) also('c.started_at >= ?', startOfShanghaiDay(question.from));
    if (question.to) also('c.started_at < ?', new Date(startOfShanghaiDay(question.to).getTime() + DAY_MS));
    if (question.before) also('(c.started_at, c.id) < (?, ?)', question.before.at, question.before.id);
    const found = await rows<ListedContact>(
      tx,
      `select ${COLUMNS} from ${SOURCE} where ${where.join(' and ')} order by c.started_at desc, c.id desc limit $1`,
      values,
    );
    return found.map((contact) => this.view(contact));
  }
}

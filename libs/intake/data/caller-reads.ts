import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { ClockViews, ROW_COLUMNS, seen, type TicketColumns, type TicketRowBody } from '@hotline/ticket';
import { contactSeen } from './intake-store.js';

export interface EarlierContact {
  readonly id: string;
  readonly at: Date;
  readonly summary: string | null;
  readonly outcome: string;
  readonly ticketNo: string | null;
}

export interface CallerSummary {
  readonly number_masked: string | null;
  readonly name_masked: string | null;
  readonly contacts: number;
  readonly last_rating: string | null;
  readonly abusive: number;
}

export interface SameEmployerRow {
  readonly at: Date;
  readonly nameMasked: string | null;
  readonly ticketId: string;
  readonly ticketNo: string;
}

const SHOWN = 5;
// Counting on after this many would only slow the desk down.
const COUNTED = 200;
export const SAME_EMPLOYER_DAYS = 90;

/** What is already known of a caller or an employer, within what the asking person may see. */
@Injectable()
export class CallerReads {
  constructor(private readonly clocks: ClockViews) {}

  /** Contacts of the last year; the name and the mask of the newest that has them. */
  async summary(tx: Transaction, phone: Buffer): Promise<CallerSummary | null> {
    const values: unknown[] = [phone, tx.now];
    return row<CallerSummary>(
      tx,
      `select (array_agg(phone_masked))[1] as number_masked,
         (array_agg(name_masked order by started_at desc) filter (where name_masked is not null))[1] as name_masked,
         count(*)::integer as contacts, (count(*) filter (where outcome = 'abusive'))::integer as abusive,
         (array_agg(call_rating order by started_at desc) filter (where call_rating <> 'not-rated'))[1] as last_rating
       from (select i.phone_masked, i.name_masked, c.started_at, c.call_rating, c.outcome
         from identity i join contact c on c.identity_id = i.id
         where i.phone_hash = $1 and c.started_at > $2::timestamptz - interval '1 year'
           and ${contactSeen('c', tx.scope, values)} limit ${COUNTED}) earlier`,
      values,
    );
  }

  async contacts(tx: Transaction, phone: Buffer): Promise<EarlierContact[]> {
    const values: unknown[] = [phone];
    return rows<EarlierContact>(
      tx,
      `select c.id, c.started_at as at, c.summary, c.outcome, t.no as "ticketNo"
       from identity i join contact c on c.identity_id = i.id left join ticket t on t.id = c.ticket_id
       where i.phone_hash = $1 and ${contactSeen('c', tx.scope, values)}
       order by c.started_at desc, c.id desc limit ${SHOWN}`,
      values,
    );
  }

  /** The caller's open tickets, newest first. */
  async openTickets(tx: Transaction, phone: Buffer): Promise<TicketRowBody[]> {
    const values: unknown[] = [phone];
    const found = await rows<TicketColumns>(
      tx,
      `select ${ROW_COLUMNS} from identity i join ticket t on t.identity_id = i.id
       where i.phone_hash = $1 and t.closed_at is null and ${seen('t', tx.scope, values)}
       order by t.opened_at desc, t.id desc limit ${SHOWN}`,
      values,
    );
    return found.map((ticket) => this.clocks.row(ticket, tx.now));
  }

  async sameEmployer(tx: Transaction, key: string): Promise<{ total: number; rows: SameEmployerRow[] }> {
    const values: unknown[] = [key, tx.now];
    const found = await rows<SameEmployerRow & { total: number }>(
      tx,
      `select opened_at as at, name_masked as "nameMasked", id as "ticketId", no as "ticketNo",
         (count(*) over ())::integer as total
       from (select t.id, t.no, t.opened_at, case when t.confidentiality = 'open' then i.name_masked end as name_masked
         from ticket t left join identity i on i.id = t.identity_id
         where t.employer_key = $1 and t.opened_at > $2::timestamptz - interval '${SAME_EMPLOYER_DAYS} days'
           and ${seen('t', tx.scope, values)} order by t.opened_at desc, t.id desc limit ${COUNTED}) recent
       order by opened_at desc, id desc limit ${SHOWN}`,
      values,
    );
    return { total: found[0]?.total ?? 0, rows: found.map(({ total: _, ...one }) => one) };
  }

  async ticket(tx: Transaction, id: string): Promise<TicketRowBody | null> {
    const values: unknown[] = [id];
    const found = await row<TicketColumns>(
      tx,
      `select ${ROW_COLUMNS} from ticket t where t.id = $1 and ${seen('t', tx.scope, values)}`,
      values,
    );
    return found && this.clocks.row(found, tx.now);
  }
}

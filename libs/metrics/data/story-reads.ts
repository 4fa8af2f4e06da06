import { Injectable } from '@nestjs/common';
import { type CompiledCalendar, remaining, RuleBook } from '@hotline/calendar';
import { HOUR_MS, type Instant, MINUTE_MS, type Transaction } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { rows } from '@hotline/platform';
import type { Exclusion } from '../domain/metrics.js';
import { type CallBackAnswer, endsWork, type StoryEvent } from '../domain/story.js';
import { TelephoneCounting } from './telephone-counting.js';

export interface EventRow {
  event_id: string;
  ticket_id: string | null;
  contact_id: string | null;
  seq: number;
  kind: string;
  at: Date;
  unit_id: string;
  unit_path: string;
  facts: Record<string, string | null>;
}

interface TicketRow {
  id: string;
  opened_at: Date;
  promised_at: Date;
  unit_id: string;
  unit_path: string;
  extended_at: Date;
  extended_unit_id: string;
  extended_unit_path: string;
  excluded: Exclusion | null;
  calendar_id: string | null;
}

interface CallBackRow {
  id: string;
  ticket_id: string;
  at: Date;
  reached: boolean;
  not_reached_reason: string | null;
  handling_rating: string | null;
  call_rating: string | null;
  unit_id: string;
  unit_path: string;
}

/** The queue is taken in the order of the event ids, which is the order of time (UUID version 7). */
const TAKE_SQL = `
with taken as (
  select event_id, at from unfolded_event order by event_id limit $1 for update skip locked
)
select t.event_id, e.ticket_id, e.contact_id, e.seq, e.kind, e.at, e.unit_id, u.path as unit_path, e.facts
from taken t left join event e on e.id = t.event_id and e.at = t.at left join unit u on u.id = e.unit_id`;

// A promise made for a year nobody had published counts by the date that became definite with it.
const PROMISED = `coalesce((select r.to_due_at from clock_restatement r
  where r.clock_id = c.id and r.reason = 'calendar-published'
    and not exists (select 1 from clock_restatement x where x.clock_id = c.id and x.at < r.at and x.reason <> r.reason)
  order by r.at desc limit 1), c.original_due_at)`;

// Whoever was accountable when a promise fell due stays so when the unit is merged, split or closed afterwards.
const ACCOUNTABLE = (
  dueAt: string,
): string => `(select h.to_unit_id, h.to_path from hop h where h.ticket_id = t.id
  and h.role = 'lead' and (h.change_id is null or h.sent_at < ${dueAt}) order by h.seq desc limit 1)`;

const TICKETS_SQL = `
select t.id, p.started_at as opened_at, p.calendar_id, p.promised_at, h.to_unit_id as unit_id, h.to_path as unit_path,
  p.due_at as extended_at, x.to_unit_id as extended_unit_id, x.to_path as extended_unit_path,
  (select q.reason_code from ruling_request q where q.ticket_id = t.id and q.kind = 'exclusion'
    and q.decision = 'granted' and q.revoked_at is null limit 1) as excluded
from unnest($1::uuid[]) t(id)
join lateral (select c.started_at, c.calendar_id, c.due_at, ${PROMISED} as promised_at from clock c where c.ticket_id = t.id and c.kind = 'promise'
  order by c.started_at limit 1) p on true
join lateral ${ACCOUNTABLE('p.promised_at')} h on true join lateral ${ACCOUNTABLE('p.due_at')} x on true`;

// A redo sends its hop in the transaction of the call-back: the rating is about the unit before it.
const CALL_BACKS_SQL = `
select b.id, b.ticket_id, b.at, b.reached, b.not_reached_reason, b.handling_rating, b.call_rating,
  h.to_unit_id as unit_id, h.to_path as unit_path
from call_back b join lateral (select h.to_unit_id, h.to_path from hop h where h.ticket_id = b.ticket_id
  and h.role = 'lead' and h.sent_at < b.at order by h.seq desc limit 1) h on true
where b.ticket_id = any ($1::uuid[])`;

/** Events that wait to be counted, with the append-only rows they refer to. */
@Injectable()
export class StoryReads {
  constructor(
    private readonly units: UnitTree,
    private readonly rules: RuleBook,
    private readonly telephone: TelephoneCounting,
  ) {}

  take(tx: Transaction, limit: number): Promise<EventRow[]> {
    return rows<EventRow>(tx, TAKE_SQL, [limit]);
  }

  /** The stories of these events, each ticket's in its order. */
  async stories(tx: Transaction, taken: readonly EventRow[]): Promise<StoryEvent[]> {
    const events = taken.filter((row) => row.kind !== null).sort((a, b) => a.seq - b.seq);
    const ids = [...new Set(events.flatMap((row) => row.ticket_id ?? []))];
    const tickets = new Map((await rows<TicketRow>(tx, TICKETS_SQL, [ids])).map((row) => [row.id, row]));
    const called = events.filter((row) => row.kind === 'call-back-recorded').map((row) => row.ticket_id);
    const answers = called.length > 0 ? await rows<CallBackRow>(tx, CALL_BACKS_SQL, [called]) : [];
    const logged = events
      .filter((row) => row.kind === 'contact-logged')
      .flatMap((row) => row.contact_id ?? []);
    const byTelephone = await this.telephone.toldOf(tx, logged);
    return events.flatMap((row): StoryEvent[] => {
      if (row.contact_id !== null)
        return [contactEvent(row, row.contact_id, byTelephone.has(row.contact_id))];
      const ticket = tickets.get(row.ticket_id ?? '');
      return ticket ? [this.ticketEvent(row, ticket, answers)] : [];
    });
  }

  private ticketEvent(row: EventRow, ticket: TicketRow, answers: readonly CallBackRow[]): StoryEvent {
    const answer =
      row.kind === 'call-back-recorded' ? answers.find((one) => one.id === row.facts.callBackId) : undefined;
    // The promise's own calendar, so that counting the whole history again comes out the same.
    const unit = this.units.current().find(ticket.unit_id);
    const calendar = this.rules.calendar(ticket.calendar_id ?? unit?.calendarId ?? '');
    return {
      about: 'ticket',
      kind: row.kind,
      at: row.at,
      unit: { id: row.unit_id, path: row.unit_path },
      ticket: {
        id: ticket.id,
        promised: {
          dueAt: ticket.promised_at,
          accountable: { id: ticket.unit_id, path: ticket.unit_path },
        },
        extended: {
          dueAt: ticket.extended_at,
          accountable: { id: ticket.extended_unit_id, path: ticket.extended_unit_path },
        },
        excluded: ticket.excluded,
        worked: endsWork(row.kind) ? workedTenths(calendar, ticket.opened_at, row.at) : 0,
      },
      answer: answer ? toAnswer(answer) : null,
    };
  }
}

function toAnswer(row: CallBackRow): CallBackAnswer {
  return {
    id: row.id,
    reached: row.reached,
    refused: row.not_reached_reason === 'refused',
    handlingRating: row.handling_rating,
    callRating: row.call_rating,
    accountable: { id: row.unit_id, path: row.unit_path },
  };
}

const instant = (text: string | null | undefined): Instant | null => (text ? new Date(text) : null);

function contactEvent(
  { kind, at, unit_id: id, unit_path: path, facts }: EventRow,
  contactId: string,
  byTelephone: boolean,
): StoryEvent {
  return {
    about: 'contact',
    kind,
    contactId,
    unit: { id, path },
    channel: facts.channel ?? '',
    outcome: facts.outcome ?? '',
    rating: facts.rating ?? null,
    startedAt: instant(facts.startedAt) ?? at,
    answeredAt: instant(facts.answeredAt),
    endedAt: instant(facts.endedAt),
    byTelephone,
  };
}

// Only beyond the provisional years of a calendar: five of seven days are worked.
const WORKED_SHARE = 5 / 7;

/** Tenths of working days between two instants. */
export function workedTenths(calendar: CompiledCalendar, from: Instant, to: Instant): number {
  const worked = remaining(calendar, from, to);
  if (!worked.ok) return Math.round(((to.getTime() - from.getTime()) / (24 * HOUR_MS)) * WORKED_SHARE * 10);
  const { workingDays, hours, minutes } = worked.value;
  const rest = (hours * HOUR_MS + minutes * MINUTE_MS) / calendar.usualDay;
  return Math.round((workingDays + rest) * 10);
}

import { newId } from '@hotline/kernel';
import type { NewClock } from '@hotline/ticket';
import type { OpeningInput } from '../domain/opening.js';
import type { ChosenPlaces, Desk } from './contact-rows.js';
import type { EventRow, HopInsert, TicketInsert } from './intake-rows.js';

// The agent may take a dispatch back for a minute (⌘Z).
const RECALL_MS = 60_000;

export interface AroundTicket {
  readonly hop: HopInsert;
  /** The one due first comes first. */
  readonly clocks: readonly NewClock[];
  readonly places: ChosenPlaces;
  readonly identityId: string | null;
  readonly employerKey: string | null;
}

type Told = Pick<
  TicketInsert,
  | 'kind'
  | 'field'
  | 'item'
  | 'tags'
  | 'difficulty'
  | 'urgency'
  | 'industry'
  | 'confidentiality'
  | 'title'
  | 'text'
  | 'employer'
  | 'people'
>;

function told(input: OpeningInput): Told {
  return {
    kind: input.kind,
    field: input.field,
    item: input.item ?? null,
    tags: [...new Set(input.tags ?? [])],
    difficulty: input.difficulty,
    urgency: input.urgency,
    industry: input.industry ?? null,
    confidentiality: input.confidentiality,
    title: input.title,
    text: input.text,
    employer: input.employer ?? null,
    people: input.people ?? null,
  };
}

function placeColumns({ caller, workplace, employerSeat, insurance }: ChosenPlaces) {
  return {
    caller_code: caller?.code ?? null,
    caller_guessed: caller?.guessed ?? false,
    workplace_code: workplace?.code ?? null,
    workplace_guessed: workplace?.guessed ?? false,
    employer_seat_code: employerSeat?.code ?? null,
    employer_seat_guessed: employerSeat?.guessed ?? false,
    insurance_code: insurance?.code ?? null,
    insurance_guessed: insurance?.guessed ?? false,
  };
}

/** The earliest deadline decides what lists sort by; the promise is what the worker was told. */
function deadlines([first, ...later]: readonly NewClock[]) {
  if (!first) throw new Error('a ticket starts with clocks');
  const promise = [first, ...later].find((clock) => clock.kind === 'promise') ?? first;
  return { due_at: promise.dueAt, next_due_at: first.dueAt, next_yellow_at: first.yellowAt };
}

/** A ticket as it stands in its first moment: held by the unit that took the call, waiting to be sent on. */
export function ticketRow(input: OpeningInput, around: AroundTicket): TicketInsert {
  const { hop, clocks, places, identityId } = around;
  return {
    id: hop.ticket_id,
    version: 1,
    state: 'queued',
    ...told(input),
    employer_key: around.employerKey,
    ...placeColumns(places),
    identity_id: identityId,
    intake_unit_id: hop.to_unit_id,
    target_unit_id: input.dispatchTo?.unitId ?? null,
    accountable_unit_id: hop.to_unit_id,
    path: hop.to_path,
    turn_unit_id: hop.to_unit_id,
    turn_expected: 'dispatch',
    ...deadlines(clocks),
    redo_count: 0,
    opened_at: hop.sent_at,
    updated_at: hop.sent_at,
    recall_until: new Date(hop.sent_at.getTime() + RECALL_MS),
    recall_hop_id: hop.id,
  };
}

export function clockRow(ticketId: string, clock: NewClock): object {
  return {
    id: clock.id,
    ticket_id: ticketId,
    hop_id: clock.hopId,
    kind: clock.kind,
    unit_id: clock.unitId,
    started_at: clock.startedAt,
    yellow_at: clock.yellowAt,
    due_at: clock.dueAt,
    original_due_at: clock.dueAt,
    calendar_id: clock.calendarId ?? null,
    calendar_version: clock.calendarVersion,
    provisional: clock.provisional,
    limit_id: clock.limitId,
    limit_amount: clock.limitAmount,
    limit_unit: clock.limitUnit,
    subject_id: clock.subjectId ?? null,
    is_right: clock.isRight ?? false,
  };
}

export function openedEvent(
  desk: Desk,
  ticket: TicketInsert,
  contactId: string | null,
  reason: string | undefined,
  urgent: Readonly<Record<string, unknown>> = {},
): EventRow {
  const { kind, field, difficulty, urgency, confidentiality, target_unit_id: target } = ticket;
  const chosen = target ? { target, reason } : {};
  return {
    ticket_id: ticket.id,
    contact_id: null,
    seq: 1,
    kind: 'ticket-opened',
    unit_id: ticket.intake_unit_id,
    actor_id: desk.actor.accountId,
    facts: {
      kind,
      field,
      difficulty,
      urgency,
      confidentiality,
      contactId,
      dueAt: ticket.due_at,
      ...chosen,
      ...urgent,
    },
    at: ticket.opened_at,
    id: newId(),
  };
}

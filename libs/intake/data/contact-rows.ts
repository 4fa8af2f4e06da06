import { Injectable } from '@nestjs/common';
import { type Instant, newId } from '@hotline/kernel';
import { type Actor, type ActorMembership, Places } from '@hotline/organization';
import { type IdentityRow, IdentityStore } from '@hotline/ticket';
import {
  type ContactInput,
  type ContactTimes,
  PLACE_NAMES,
  type PlaceName,
  type PlacesInput,
} from '../domain/contact.js';
import { callerOf, identityOf } from '../domain/identities.js';
import type { WorkerInput } from '../domain/opening.js';
import type { TakenCall } from './call-contacts.js';
import type { ContactRow, EventRow, IntakeRows } from './intake-rows.js';

export interface Desk {
  readonly actor: Actor;
  /** The membership in whose name the agent works. */
  readonly unit: ActorMembership;
  readonly now: Instant;
  /** The telephone call that is handed in. */
  readonly call?: TakenCall | undefined;
}

export type ChosenPlaces = {
  readonly [name in PlaceName]?: { readonly code: string; readonly guessed: boolean };
};

export const NO_ROWS: IntakeRows = {
  identities: [],
  tickets: [],
  lexemes: [],
  accesses: [],
  hops: [],
  clocks: [],
  contacts: [],
  events: [],
  jobs: [],
  drafts: [],
};

export interface LoggedRows {
  readonly contact: ContactRow;
  readonly identity: IdentityRow | null;
  readonly events: readonly EventRow[];
}

/** The rows of one contact. */
@Injectable()
export class ContactRows {
  constructor(
    private readonly identities: IdentityStore,
    private readonly places: Places,
  ) {}

  /** The sealed row of a person; null when nothing is known or wanted of them. */
  identity(desk: Desk, worker: WorkerInput | null): IdentityRow | null {
    const clear = worker && identityOf(worker);
    return clear && this.identities.sealed(newId(), desk.unit.path, clear, desk.now);
  }

  logged(desk: Desk, input: ContactInput, times: ContactTimes): LoggedRows {
    const identity = this.identity(desk, callerOf(input));
    return { ...this.of(desk, input, times, identity?.id ?? null, null), identity };
  }

  /** A contact with the ticket it led to; whose identity it is has been decided by the caller. */
  of(
    { actor, unit, now, call }: Desk,
    input: ContactInput,
    times: ContactTimes,
    identityId: string | null,
    ticketId: string | null,
  ): { contact: ContactRow; events: EventRow[] } {
    const contact: ContactRow = {
      id: call?.contactId ?? newId(),
      channel: input.channel,
      unit_id: unit.unitId,
      unit_path: unit.path,
      agent_id: actor.accountId,
      identity_id: identityId,
      ticket_id: ticketId,
      started_at: times.startedAt,
      answered_at: times.answeredAt,
      ended_at: times.endedAt,
      outcome: input.outcome,
      kind: input.kind ?? null,
      field: input.field ?? null,
      item: input.item ?? null,
      places: this.chosenPlaces(input.places ?? {}),
      employer: input.employer ?? null,
      summary: input.summary ?? null,
      answer: input.answer ?? null,
      call_rating: input.callRating ?? null,
      created_at: now,
    };
    return { contact, events: contactEvents(contact, call?.id) };
  }

  /** Codes as the gazetteer writes them: placeholders become the place they stand for. */
  chosenPlaces(given: PlacesInput): ChosenPlaces {
    const chosen = PLACE_NAMES.flatMap((name) => {
      const place = given[name];
      const code = place && this.places.find(place.code)?.code;
      return place && code ? [[name, { code, guessed: place.guessed ?? false }] as const] : [];
    });
    return Object.fromEntries(chosen);
  }
}

/** The call's id tells the numbers that the telephone system has counted it already. */
function contactEvents(contact: ContactRow, callId: string | undefined): EventRow[] {
  const event = (seq: number, kind: string, facts: object): EventRow => ({
    ticket_id: null,
    contact_id: contact.id,
    seq,
    kind,
    unit_id: contact.unit_id,
    actor_id: contact.agent_id,
    facts,
    at: contact.created_at,
    id: newId(),
  });
  const { channel, outcome, kind, field, call_rating: rating } = contact;
  const times = {
    startedAt: contact.started_at,
    answeredAt: contact.answered_at,
    endedAt: contact.ended_at,
  };
  return [
    event(1, 'contact-logged', { channel, outcome, kind, field, ...times, ...(callId ? { callId } : {}) }),
    ...(rating ? [event(2, 'contact-rated', { channel, outcome, rating, ...times })] : []),
  ];
}

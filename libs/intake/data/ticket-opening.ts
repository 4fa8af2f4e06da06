import { Injectable } from '@nestjs/common';
import { newId, orRefuse } from '@hotline/kernel';
import { type Unit, UnitTree } from '@hotline/organization';
import {
  type EmergencyPlan,
  employerKey,
  type IdentityRow,
  type NewClock,
  TicketClocks,
  Tokeniser,
} from '@hotline/ticket';
import { contactTimes } from '../domain/contact.js';
import { identitiesOf } from '../domain/identities.js';
import type { OpeningInput } from '../domain/opening.js';
import { ContactRows, type Desk, NO_ROWS } from './contact-rows.js';
import { mergeIdentity } from './identity-merge.js';
import type { ContactRow, EventRow, HopInsert, IntakeRows, TicketInsert } from './intake-rows.js';
import { clockRow, openedEvent, ticketRow } from './ticket-rows.js';

export interface OpenedRows {
  readonly written: IntakeRows;
  readonly ticket: TicketInsert;
  readonly hop: HopInsert;
  /** The one due first comes first. */
  readonly clocks: readonly NewClock[];
  /** Null when the ticket follows from a contact logged before. */
  readonly contact: ContactRow | null;
  readonly caller: IdentityRow | null;
  readonly worker: IdentityRow | null;
}

interface People {
  readonly ticket: IdentityRow | null;
  readonly contact: IdentityRow | null;
  readonly rows: readonly IdentityRow[];
}

/** Every row of an opened ticket: custody of the unit that took the call, the promise to the worker, the first clock. */
@Injectable()
export class TicketOpening {
  constructor(
    private readonly contacts: ContactRows,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly tokeniser: Tokeniser,
  ) {}

  /** `known` is the identity of a contact logged before; `urgent` brings the ticket's id and clocks of its own. */
  rows(
    desk: Desk,
    input: OpeningInput,
    known: IdentityRow | null,
    urgent: EmergencyPlan | null = null,
  ): OpenedRows {
    const unit = this.units.current().get(desk.unit.unitId);
    const hop = this.firstHop(desk, input, unit, urgent?.ticketId ?? newId());
    const start = this.clocks.for(input, desk.now);
    const started = [
      start('promise', unit, null),
      start('dispatch', unit, hop.id),
      ...(urgent?.clocks ?? []),
    ];
    const clocks = started.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
    const people = this.people(desk, input, known);
    const logged = this.logged(desk, input, people, hop.ticket_id);
    const ticket = ticketRow(input, {
      hop,
      clocks,
      places: this.contacts.chosenPlaces(input.places),
      identityId: people.ticket?.id ?? null,
      employerKey: employerKey(input.employer),
    });
    const lexemes = this.tokeniser.document(input.title, input.text, input.employer);
    const written = intakeRows(desk, input, { ticket, hop, clocks, logged, people, lexemes, urgent });
    return {
      written,
      ticket,
      hop,
      clocks,
      contact: logged.contact,
      caller: people.contact,
      worker: people.ticket,
    };
  }

  private firstHop(
    { actor, now }: Desk,
    { dispatchTo }: OpeningInput,
    unit: Unit,
    ticketId: string,
  ): HopInsert {
    const chosen = dispatchTo && this.units.current().get(dispatchTo.unitId);
    const text = chosen ? `坐席指派 → ${chosen.name}（${dispatchTo.reason}）` : `${unit.name}受理`;
    return {
      id: newId(),
      ticket_id: ticketId,
      seq: 1,
      from_unit_id: null,
      to_unit_id: unit.id,
      to_path: unit.path,
      role: 'lead',
      sent_at: now,
      sent_by: actor.accountId,
      explanation: { text, catalogueVersion: null, rule: null },
    };
  }

  private people(desk: Desk, input: OpeningInput, known: IdentityRow | null): People {
    const { contact, ticket, shared } = identitiesOf(input);
    const told = this.contacts.identity(desk, ticket);
    if (known && input.confidentiality !== 'anonymous') {
      const merged = told && mergeIdentity(told, known);
      return { ticket: merged ?? known, contact: null, rows: merged ? [merged] : [] };
    }
    const caller = shared ? told : this.contacts.identity(desk, contact);
    const rows = [...new Set([told, caller])].filter((row) => row !== null);
    return { ticket: told, contact: caller, rows };
  }

  private logged(
    desk: Desk,
    { contact }: OpeningInput,
    people: People,
    ticketId: string,
  ): { contact: ContactRow | null; events: readonly EventRow[] } {
    if (!contact) return { contact: null, events: [] };
    const times = orRefuse(contactTimes(contact, desk.now));
    return this.contacts.of(desk, contact, times, people.contact?.id ?? null, ticketId);
  }
}

interface Parts extends Pick<OpenedRows, 'ticket' | 'hop' | 'clocks'> {
  readonly logged: { readonly contact: ContactRow | null; readonly events: readonly EventRow[] };
  readonly people: People;
  readonly lexemes: readonly string[];
  readonly urgent: EmergencyPlan | null;
}

function intakeRows(desk: Desk, input: OpeningInput, parts: Parts): IntakeRows {
  const { ticket, hop, clocks, logged, people, lexemes, urgent } = parts;
  const contactId = logged.contact?.id ?? input.contactId ?? null;
  const opened = openedEvent(desk, ticket, contactId, input.dispatchTo?.reason, urgent?.facts);
  return {
    ...NO_ROWS,
    identities: people.rows,
    tickets: [ticket],
    lexemes,
    accesses: [{ ticket_id: ticket.id, path: ticket.path }],
    hops: [hop],
    clocks: clocks.map((clock) => clockRow(ticket.id, clock)),
    contacts: logged.contact && !desk.call?.contactId ? [logged.contact] : [],
    events: [...logged.events, opened],
    drafts: input.draftId ? [{ account_id: desk.actor.accountId, id: input.draftId }] : [],
  };
}

import { Injectable } from '@nestjs/common';
import { Live, orRefuse, Outbox, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, type ActorMembership, homeUnit, scopeOf } from '@hotline/organization';
import { DISPATCH_HOP } from '@hotline/ticket';
import { type Attempt, attemptOf, earlierResource } from '../data/idempotency.js';
import { type AttachedFile, IntakeStore } from '../data/intake-store.js';
import { Codes } from '../data/known-codes.js';
import { type OpenedRows, TicketOpening } from '../data/ticket-opening.js';
import { checkOpening, type OpeningInput } from '../domain/opening.js';

/** A ticket just written, with everything its first answer shows. */
export interface Opened extends OpenedRows {
  readonly no: string;
  readonly contactNo: string | null;
  readonly attachments: readonly AttachedFile[];
}

/** Either the ticket just opened, or the id of the one an earlier attempt with the same key opened. */
export type OpenedOrEarlier = { opened: Opened } | { earlierId: string };

/** Contact, ticket, custody, promise and the job that sends it on: all or nothing. */
@Injectable()
export class OpenTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: IntakeStore,
    private readonly opening: TicketOpening,
    private readonly codes: Codes,
    private readonly outbox: Outbox,
    private readonly live: Live,
  ) {}

  async run(actor: Actor, input: OpeningInput, key?: string): Promise<OpenedOrEarlier> {
    const unit = homeUnit(actor, 'ticket.open') ?? refuse('forbidden');
    const attempt = attemptOf('OpenTicket', input, key);
    return this.work.run(scopeOf(actor, 'ticket.open'), async (tx) => {
      orRefuse(checkOpening(input, this.codes, tx.now));
      const opened = await this.write(tx, actor, unit, input, attempt);
      if (opened) return { opened };
      return {
        earlierId: (await earlierResource(tx, attempt)) ?? refuse('unknown-contact', { field: 'contactId' }),
      };
    });
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    unit: ActorMembership,
    input: OpeningInput,
    attempt: Attempt,
  ): Promise<Opened | null> {
    const taken = input.contactId ? await this.store.takeContact(tx, input.contactId) : { identity: null };
    if (!taken) return null;
    const rows = this.opening.rows({ actor, unit, now: tx.now }, input, taken.identity);
    const { ticket } = rows;
    const written = await this.store.write(tx, rows.written, attempt, ticket.id);
    if (!written?.ticketNo) return null;
    if (input.contactId) await this.store.linkContact(tx, input.contactId, ticket.id);
    const attachments = await this.store.attach(tx, ticket.id, input.attachmentIds ?? []);
    await this.outbox.add(tx, DISPATCH_HOP, { ticketId: ticket.id }, input.urgency);
    this.announce(tx, rows);
    return { ...rows, no: written.ticketNo, contactNo: written.contactNo, attachments };
  }

  private announce(tx: Transaction, { ticket }: OpenedRows): void {
    const { id, version, state, turn_unit_id: turnUnitId, path } = ticket;
    tx.afterCommit(() => this.live.publish({ kind: 'ticket', id, version, state, turnUnitId, path }));
  }
}

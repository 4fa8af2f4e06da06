import { Injectable } from '@nestjs/common';
import { Live, newId, Outbox, type Transaction } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { DISPATCH_HOP, EmergencyDesk, type EmergencyPlan } from '@hotline/ticket';
import { likelyUnit } from '../domain/likely-unit.js';
import type { OpeningInput } from '../domain/opening.js';
import { CallsAtHand } from './calls-at-hand.js';
import type { Desk } from './contact-rows.js';
import type { Attempt } from './idempotency.js';
import { type AttachedFile, IntakeStore } from './intake-store.js';
import { type OpenedRows, TicketOpening } from './ticket-opening.js';

/** A ticket just written, with everything its first page shows. */
export interface Opened extends OpenedRows {
  readonly no: string;
  readonly contactNo: string | null;
  readonly attachments: readonly AttachedFile[];
}

/** Writes an opened ticket with all that belongs to it, and the job that sends it on. */
@Injectable()
export class TicketWriting {
  constructor(
    private readonly store: IntakeStore,
    private readonly opening: TicketOpening,
    private readonly outbox: Outbox,
    private readonly live: Live,
    private readonly units: UnitTree,
    private readonly emergencies: EmergencyDesk,
    private readonly calls: CallsAtHand,
  ) {}

  /** Null when nothing was written: the key was used before, or the contact logged before has its ticket. */
  async write(tx: Transaction, desk: Desk, input: OpeningInput, attempt: Attempt): Promise<Opened | null> {
    const taken = input.contactId ? await this.store.takeContact(tx, input.contactId) : { identity: null };
    if (!taken) return null;
    const urgent = await this.urgentPath(tx, desk, input);
    const rows = this.opening.rows(desk, input, taken.identity, urgent);
    const { ticket } = rows;
    const job = this.outbox.row(tx, DISPATCH_HOP, { ticketId: ticket.id }, input.urgency);
    const written = await this.store.write(tx, { ...rows.written, jobs: [job] }, attempt, ticket.id);
    if (!written?.ticketNo) return null;
    await urgent?.keep(tx);
    await this.calls.handIn(tx, desk.call, rows.contact);
    if (input.contactId) await this.store.linkContact(tx, input.contactId, ticket.id);
    const attachments = await this.store.attach(tx, ticket.id, input.attachmentIds ?? []);
    this.announce(tx, rows);
    return {
      no: written.ticketNo,
      contactNo: desk.call?.contactNo ?? written.contactNo,
      attachments,
      ...rows,
    };
  }

  /** All branches at once: what they need is decided before the ticket is written. */
  private async urgentPath(tx: Transaction, desk: Desk, input: OpeningInput): Promise<EmergencyPlan | null> {
    if (!input.emergency) return null;
    const tree = this.units.current();
    return this.emergencies.prepare(tx, input.emergency, {
      ticketId: newId(),
      ticketPath: desk.unit.path,
      intakeUnitId: desk.unit.unitId,
      category: input,
      target: likelyUnit(input, tree) ?? tree.get(desk.unit.unitId),
      now: desk.now,
    });
  }

  private announce(tx: Transaction, { ticket }: OpenedRows): void {
    const { id, version, state, turn_unit_id: turnUnitId, path } = ticket;
    tx.afterCommit(() => this.live.publish({ kind: 'ticket', id, version, state, turnUnitId, path }));
  }
}

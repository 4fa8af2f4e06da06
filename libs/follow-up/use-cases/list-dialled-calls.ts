import { Injectable } from '@nestjs/common';
import { UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { TicketStore } from '@hotline/ticket';
import { type DialledCall, DialledCalls } from '../data/dialled-calls.js';

/** How the calls go that I have dialled about a ticket: for the form in which the attempt is written down. */
@Injectable()
export class ListDialledCalls {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly calls: DialledCalls,
  ) {}

  async run(actor: Actor, ticketId: string): Promise<DialledCall[]> {
    await this.work.read(scopeOf(actor, 'ticket.call-back'), (tx) => this.tickets.read(tx, ticketId));
    return this.work.read(WHOLE_TREE, (tx) => this.calls.own(tx, ticketId, actor.accountId));
  }
}

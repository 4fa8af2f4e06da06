import { Injectable } from '@nestjs/common';
import { orRefuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { mayDo, TicketStore } from '@hotline/ticket';
import { FollowUpStore } from '../data/follow-up-store.js';
import { closeTicket } from '../domain/call-back-steps.js';

/** Ends a ticket whose worker has been called back, or could not be reached in the allowed attempts. */
@Injectable()
export class CloseTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: FollowUpStore,
  ) {}

  run(actor: Actor, ticketId: string, version: number, note: string | null): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.call-back'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('close', facts, actor, tx.now));
      if (note !== null) await this.store.keepClosingNote(tx, ticketId, note);
      await this.tickets.apply(tx, facts, closeTicket(facts));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { orRefuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { custody, mayDo, TicketStore } from '@hotline/ticket';
import { HandlingStore } from '../data/handling-store.js';
import { signHop } from '../domain/sign-hop.js';

/** The unit that received the ticket confirms it. */
@Injectable()
export class SignHop {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: HandlingStore,
  ) {}

  run(actor: Actor, ticketId: string, version: number): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.sign'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('sign', facts, actor, tx.now));
      await this.store.keepSigner(tx, custody(facts).id);
      await this.tickets.apply(tx, facts, signHop(facts));
    });
  }
}

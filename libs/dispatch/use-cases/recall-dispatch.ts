import { Injectable } from '@nestjs/common';
import { orRefuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { mayDo, TicketClocks, TicketStore } from '@hotline/ticket';
import { recallHop } from '../domain/custody-steps.js';

/** The sender takes a dispatch back, within a minute and before it is signed. */
@Injectable()
export class RecallDispatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  run(actor: Actor, ticketId: string, version: number): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.read'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('recall', facts, actor, tx.now));
      const start = this.clocks.for(facts, tx.now);
      await this.tickets.apply(tx, facts, recallHop(facts, this.units.current(), actor.accountId, start));
    });
  }
}

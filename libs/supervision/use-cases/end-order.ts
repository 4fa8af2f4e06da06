import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, actsFor, scopeOf, UnitTree } from '@hotline/organization';
import { mayDo, TicketStore, withoutRecused } from '@hotline/ticket';
import { OrderStore } from '../data/order-store.js';
import { cleanText } from '../domain/note-rules.js';
import { endOrder } from '../domain/order-steps.js';
import { givenOf } from '../domain/given-of.js';

/** The giver takes its order back, or is content with the answer. */
@Injectable()
export class EndOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: OrderStore,
    private readonly units: UnitTree,
  ) {}

  run(
    actor: Actor,
    ticketId: string,
    version: number,
    given: { readonly orderId: string; readonly reason: string; readonly mask: boolean },
  ): Promise<void> {
    const reason = orRefuse(cleanText('reason', given.reason, given.mask));
    return this.work.run(scopeOf(actor, 'ticket.supervise'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      const order = (await this.store.find(tx, ticketId, given.orderId)) ?? refuse('not-found');
      if (order.ended_at) refuse('already-answered', { field: 'orderId' });
      orRefuse(mayDo('end-order', facts, actor, tx.now));
      if (!actsFor(withoutRecused(facts, actor), 'ticket.supervise', order.from_unit_id))
        refuse('not-your-turn');
      if (!(await this.store.end(tx, order.id, reason))) refuse('already-answered', { field: 'orderId' });
      await this.tickets.apply(tx, facts, endOrder(facts, givenOf(order, this.units.current())));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, actsFor, scopeOf, UnitTree } from '@hotline/organization';
import { mayDo, TicketStore, withoutRecused } from '@hotline/ticket';
import { OrderStore } from '../data/order-store.js';
import { cleanText } from '../domain/note-rules.js';
import { answerOrder } from '../domain/order-steps.js';
import { givenOf } from '../domain/given-of.js';

/** 答复: the unit an order is addressed to says what it has done. */
@Injectable()
export class AnswerOrder {
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
    given: { readonly orderId: string; readonly answer: string; readonly mask: boolean },
  ): Promise<void> {
    const answer = orRefuse(cleanText('answer', given.answer, given.mask));
    return this.work.run(scopeOf(actor, 'order.answer'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      const order = (await this.store.find(tx, ticketId, given.orderId)) ?? refuse('not-found');
      if (order.answered_at || order.ended_at) refuse('already-answered', { field: 'orderId' });
      orRefuse(mayDo('answer-order', facts, actor, tx.now));
      if (!actsFor(withoutRecused(facts, actor), 'order.answer', order.to_unit_id)) refuse('not-your-turn');
      if (!(await this.store.answer(tx, order.id, answer))) refuse('already-answered', { field: 'orderId' });
      await this.tickets.apply(tx, facts, answerOrder(facts, givenOf(order, this.units.current())));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { custody, mayDo, TicketStore, withoutRecused } from '@hotline/ticket';
import { LadderRuns } from '../data/ladder-runs.js';
import { type AnswerLimit, OrderWriting } from '../data/order-writing.js';
import { cleanText } from '../domain/note-rules.js';
import { refOfPost, superiorPost } from '../domain/superior.js';

export interface Supervising {
  readonly text: string;
  readonly within: AnswerLimit;
  readonly mask: boolean;
}

/** 督办: an order with a deadline; the unit whose turn it is owes an answer. It counts as the ladder's step. */
@Injectable()
export class SuperviseTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly orders: OrderWriting,
    private readonly runs: LadderRuns,
  ) {}

  run(actor: Actor, ticketId: string, version: number, order: Supervising): Promise<void> {
    const text = orRefuse(cleanText('text', order.text, order.mask));
    return this.work.run(scopeOf(actor, 'ticket.supervise'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('supervise', facts, actor, tx.now));
      const to = facts.turn?.unit ?? refuse('wrong-state');
      const post =
        superiorPost(withoutRecused(facts, actor), 'ticket.supervise', to) ?? refuse('not-your-turn');
      const id = newId();
      const given = { id, from: refOfPost(post), to, source: 'person' as const };
      await this.orders.supervise(tx, facts, given, text, order.within);
      const stage = { hopId: custody(facts).id, unitId: to.id, ticketId };
      const byPerson = { step: 'supervise', outcome: 'by-person', reason: null, orderId: id } as const;
      await this.runs.record(tx, [{ ...stage, ...byPerson }]);
    });
  }
}

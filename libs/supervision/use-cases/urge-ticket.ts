import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, actsFor, scopeOf } from '@hotline/organization';
import { custody, mayDo, type TicketFacts, TicketStore, withoutRecused } from '@hotline/ticket';
import { LadderRuns } from '../data/ladder-runs.js';
import { OrderWriting } from '../data/order-writing.js';
import { cleanText } from '../domain/note-rules.js';
import type { OrderGiven } from '../domain/order-steps.js';
import { refOfPost, superiorPost } from '../domain/superior.js';

export interface Urging {
  readonly text: string;
  readonly mask: boolean;
}

/** 催办: by a superior, or by the unit that took the case when the worker asks again. It counts as the ladder's step. */
@Injectable()
export class UrgeTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly orders: OrderWriting,
    private readonly runs: LadderRuns,
  ) {}

  run(actor: Actor, ticketId: string, version: number, { text, mask }: Urging): Promise<void> {
    const clean = orRefuse(cleanText('text', text, mask));
    return this.work.run(scopeOf(actor, 'ticket.urge'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('urge', facts, actor, tx.now));
      const order = this.orderOf(facts, actor);
      await this.orders.urge(tx, facts, order, clean);
      const stage = { hopId: custody(facts).id, unitId: order.to.id, ticketId };
      const byPerson = { step: 'urge', outcome: 'by-person', reason: null, orderId: order.id } as const;
      await this.runs.record(tx, [{ ...stage, ...byPerson }]);
    });
  }

  private orderOf(facts: TicketFacts, whoever: Actor): OrderGiven {
    const actor = withoutRecused(facts, whoever);
    const to = facts.turn?.unit ?? refuse('wrong-state');
    const superior = superiorPost(actor, 'ticket.supervise', to);
    if (superior) return { id: newId(), from: refOfPost(superior), to, source: 'person' };
    // An agent speaks for the worker: of the unit that took the case, or of a call centre above.
    const ofIntake = actsFor(actor, 'ticket.urge', facts.intake.id);
    const desk = ofIntake ? null : superiorPost(actor, 'ticket.urge', to);
    return { id: newId(), from: desk ? refOfPost(desk) : facts.intake, to, source: 'worker' };
  }
}

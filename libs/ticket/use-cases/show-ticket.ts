import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { TicketStore } from '../data/ticket-store.js';
import { TicketViews } from '../data/ticket-views.js';
import type { TicketViewBody } from '../http/view-bodies.js';

/** One ticket with its custody chain, clocks, records and the verbs its reader may use now. */
@Injectable()
export class ShowTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly views: TicketViews,
  ) {}

  /** @throws Refused `not-found` when it is absent or invisible to the reader. */
  run(actor: Actor, id: string): Promise<TicketViewBody> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      const row = (await this.views.find(tx, id)) ?? refuse('not-found');
      const facts = await this.tickets.read(tx, id);
      return this.views.compose(row, facts, actor, tx.now);
    });
  }
}

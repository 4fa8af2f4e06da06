import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { custody, mayDo, TicketStore } from '@hotline/ticket';
import { AssignmentStore, type Colleague } from '../data/assignment-store.js';
import { assignTicket } from '../domain/assign.js';

/** A person of the accountable unit takes a ticket in hand; the unit stays accountable. */
@Injectable()
export class AssignTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: AssignmentStore,
  ) {}

  run(
    actor: Actor,
    ticketId: string,
    version: number,
    { assigneeId, note }: { readonly assigneeId: string | null; readonly note: string | null },
  ): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.rule'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('assign', facts, actor, tx.now));
      const unitId = custody(facts).toUnitId;
      if (assigneeId && !(await this.store.handler(tx, assigneeId, unitId))) {
        return refuse('unknown-account', { field: 'assigneeId' });
      }
      await this.store.assign(tx, { ticketId, unitId }, assigneeId, note);
      await this.tickets.apply(tx, facts, assignTicket(facts, assigneeId));
    });
  }

  /** Whom the ticket may be given to: the handlers of the unit that is accountable for it. */
  candidates(actor: Actor, ticketId: string): Promise<Colleague[]> {
    return this.work.read(scopeOf(actor, 'ticket.rule'), async (tx) => {
      const unitId = (await this.store.accountableUnit(tx, ticketId)) ?? refuse('not-found');
      return this.store.handlers(tx, unitId);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { mayDo, TicketClocks, TicketStore } from '@hotline/ticket';
import { HandlingStore } from '../data/handling-store.js';
import { acceptReport, sendBack } from '../domain/review-report.js';

/** A superior accepts a report or has the ticket handled again. */
@Injectable()
export class ReviewReport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: HandlingStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  run(
    actor: Actor,
    ticketId: string,
    version: number,
    { decision, reason }: { readonly decision: 'accept' | 'redo'; readonly reason: string | null },
  ): Promise<void> {
    if (decision === 'redo' && !reason) return refuse('reason-required', { field: 'reason' });
    return this.work.run(scopeOf(actor, 'ticket.review'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('review', facts, actor, tx.now));
      const reportId = facts.lastReport?.id ?? refuse('wrong-state');
      const unitId = facts.turn?.unit.id ?? refuse('wrong-state');
      await this.store.insertReview(tx, { id: newId(), reportId, ticketId, unitId }, decision, reason);
      const start = this.clocks.for(facts, tx.now);
      const next = decision === 'accept' ? acceptReport : sendBack;
      await this.tickets.apply(tx, facts, next(facts, this.units.current(), start));
    });
  }
}

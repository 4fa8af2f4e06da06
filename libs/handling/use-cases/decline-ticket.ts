import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { DECLINE_REASONS, hasCode, mayDo, TicketClocks, TicketStore } from '@hotline/ticket';
import { type NewDeclination, RecordStore } from '../data/record-store.js';
import { declineTicket } from '../domain/endings.js';

/** The union will not handle it; the worker is told why and where to go, then the ticket is closed as usual. */
@Injectable()
export class DeclineTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: RecordStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  run(actor: Actor, ticketId: string, version: number, said: Omit<NewDeclination, 'id'>): Promise<void> {
    if (!hasCode(DECLINE_REASONS, said.reasonCode))
      return refuse('unknown-category', { field: 'reasonCode' });
    return this.work.run(scopeOf(actor, 'ticket.dispatch'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('decline', facts, actor, tx.now));
      const declination = { id: newId(), ...said };
      await this.store.insertDeclination(tx, { ticketId, unitId: facts.intake.id }, declination);
      const start = this.clocks.for(facts, tx.now);
      await this.tickets.apply(tx, facts, declineTicket(facts, this.units.current(), declination, start));
    });
  }
}

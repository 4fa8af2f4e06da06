import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { TicketEvents } from '../data/ticket-events.js';
import type { TicketEventBody } from '../http/event-bodies.js';

/** Everything that ever happened to a ticket. */
@Injectable()
export class ShowTicketEvents {
  constructor(
    private readonly work: UnitOfWork,
    private readonly events: TicketEvents,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, id: string): Promise<TicketEventBody[]> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      const found = (await this.events.of(tx, id)) ?? refuse('not-found');
      return found.map(({ unitId, at, ...event }) => ({
        ...event,
        at: new Date(at),
        unit: unitId ? this.units.brief(unitId) : null,
      }));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { exclusionOf, mayDo, TicketStore } from '@hotline/ticket';
import { RequestStore } from '../data/request-store.js';
import { actingUnit, revokeExclusion } from '../domain/ask-superior.js';

/** Takes an exclusion back: the ticket counts in the rate again. */
@Injectable()
export class RevokeExclusion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: RequestStore,
  ) {}

  run(
    actor: Actor,
    ticketId: string,
    version: number,
    { requestId, reason }: { readonly requestId: string; readonly reason: string },
  ): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.rule'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('revoke-exclusion', facts, actor, tx.now));
      const request = exclusionOf(facts);
      if (request?.id !== requestId) return refuse('not-found', { field: 'requestId' });
      const unitId = orRefuse(actingUnit(facts, actor));
      await this.store.revoke(tx, request.id, reason);
      await this.tickets.apply(tx, facts, revokeExclusion(facts, request, unitId));
    });
  }
}

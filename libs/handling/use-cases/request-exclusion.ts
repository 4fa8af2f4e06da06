import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { custody, EXCLUSION_REASONS, hasCode, mayDo, TicketClocks, TicketStore } from '@hotline/ticket';
import { HandlingStore } from '../data/handling-store.js';
import { RequestStore } from '../data/request-store.js';
import { actingUnit, askSuperior, superiorOf } from '../domain/ask-superior.js';

export interface ExclusionPlea {
  readonly reasonCode: string;
  readonly reason: string;
  readonly attachmentIds: readonly string[];
}

/** A unit asks that a ticket stand beside the on-time rate instead of in it; a second person above has to agree. */
@Injectable()
export class RequestExclusion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: RequestStore,
    private readonly files: HandlingStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  run(actor: Actor, ticketId: string, version: number, plea: ExclusionPlea): Promise<void> {
    if (!hasCode(EXCLUSION_REASONS, plea.reasonCode)) {
      return refuse('unknown-category', { field: 'reasonCode' });
    }
    if (plea.attachmentIds.length === 0) return refuse('proof-required', { field: 'attachmentIds' });
    return this.work.run(scopeOf(actor, 'ticket.rule'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('request-exclusion', facts, actor, tx.now));
      const unitId = orRefuse(actingUnit(facts, actor));
      const ruler = superiorOf(facts, this.units.current(), 'exclusion');
      const request = {
        id: newId(),
        kind: 'exclusion',
        unitId,
        rulerUnitId: ruler.id,
        workingDays: null,
        ...plea,
      } as const;
      await this.files.attachOrRefuse(tx, ticketId, plea.attachmentIds, 'attachmentIds');
      await this.store.insert(tx, { ticketId, hopId: custody(facts).id, unitId }, request);
      await this.tickets.apply(tx, facts, askSuperior(facts, ruler, request, this.clocks.for(facts, tx.now)));
    });
  }
}

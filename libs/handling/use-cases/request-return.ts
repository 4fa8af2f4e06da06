import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, Refused, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { custody, hasCode, mayDo, RETURN_REASONS, TicketClocks, TicketStore } from '@hotline/ticket';
import { HandlingStore } from '../data/handling-store.js';
import { ReturnStore } from '../data/return-store.js';
import { checkReturn, requestReturn, rulerOf } from '../domain/return-steps.js';

export interface ReturnPlea {
  readonly reasonCode: string;
  readonly clause: string | null;
  readonly reason: string;
  readonly proposedUnitId: string | null;
  readonly attachmentIds?: readonly string[];
}

/** A unit asks to be relieved of a ticket; only a superior can do it. */
@Injectable()
export class RequestReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: ReturnStore,
    private readonly files: HandlingStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  run(actor: Actor, ticketId: string, version: number, plea: ReturnPlea): Promise<void> {
    if (!hasCode(RETURN_REASONS, plea.reasonCode)) return refuse('unknown-category', { field: 'reasonCode' });
    const tree = this.units.current();
    const proposed = plea.proposedUnitId === null ? null : tree.find(plea.proposedUnitId);
    if (proposed === undefined || proposed?.active === false) {
      return refuse('unknown-unit', { field: 'proposedUnitId' });
    }
    return this.work.run(scopeOf(actor, 'ticket.handle'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('request-return', facts, actor, tx.now));
      const wrong = checkReturn(facts, plea.reasonCode, proposed);
      if (wrong) throw new Refused(wrong);
      const ruler = orRefuse(rulerOf(facts, tree, proposed));
      const attachmentIds = plea.attachmentIds ?? [];
      const request = { id: newId(), ...plea, attachmentIds, rulerUnitId: ruler.id };
      const { id: hopId, toUnitId: unitId } = custody(facts);
      await this.files.attachOrRefuse(tx, ticketId, attachmentIds, 'attachmentIds');
      await this.store.insert(tx, { ticketId, hopId, unitId }, request);
      const start = this.clocks.for(facts, tx.now);
      await this.tickets.apply(tx, facts, requestReturn(facts, ruler, request, start));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, Refused, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import {
  custody,
  EXTENSION_REASONS,
  hasCode,
  mayDo,
  MovingClocks,
  TicketClocks,
  TicketStore,
} from '@hotline/ticket';
import { HandlingStore } from '../data/handling-store.js';
import { RequestStore } from '../data/request-store.js';
import { askSuperior, checkExtension, superiorOf } from '../domain/ask-superior.js';

export interface ExtensionPlea {
  readonly reasonCode: string;
  readonly reason: string;
  readonly workingDays: number;
  readonly attachmentIds: readonly string[];
}

/** The accountable unit asks for more time before its deadline; nothing moves until the superior rules. */
@Injectable()
export class RequestExtension {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: RequestStore,
    private readonly files: HandlingStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly moving: MovingClocks,
  ) {}

  run(actor: Actor, ticketId: string, version: number, plea: ExtensionPlea): Promise<void> {
    if (!hasCode(EXTENSION_REASONS, plea.reasonCode)) {
      return refuse('unknown-category', { field: 'reasonCode' });
    }
    return this.work.run(scopeOf(actor, 'ticket.handle'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('request-extension', facts, actor, tx.now));
      const wrong = checkExtension(facts, plea.workingDays, this.moving.maxExtensions(tx.now));
      if (wrong) throw new Refused(wrong);
      const { id: hopId, toUnitId: unitId } = custody(facts);
      const ruler = superiorOf(facts, this.units.current(), 'extension');
      const request = { id: newId(), kind: 'extension', unitId, rulerUnitId: ruler.id, ...plea } as const;
      await this.files.attachOrRefuse(tx, ticketId, plea.attachmentIds, 'attachmentIds');
      await this.store.insert(tx, { ticketId, hopId, unitId }, request);
      await this.tickets.apply(tx, facts, askSuperior(facts, ruler, request, this.clocks.for(facts, tx.now)));
    });
  }
}

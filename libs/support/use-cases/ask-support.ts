import { Injectable } from '@nestjs/common';
import { type Instant, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { checkOrder, mayDo, TicketClocks, TicketStore } from '@hotline/ticket';
import { askSupport } from '../domain/ask-support.js';
import { askingUnit } from '../domain/asking-unit.js';

export interface SupportWish {
  readonly unitId: string;
  readonly asked: string;
  readonly dueAt: Instant | null;
}

/** The accountable unit, or one above it, asks another unit for a part; custody stays where it is. */
@Injectable()
export class AskSupport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  run(actor: Actor, ticketId: string, version: number, { unitId, asked, dueAt }: SupportWish): Promise<void> {
    const tree = this.units.current();
    const unit = tree.find(unitId);
    if (!unit?.active) return refuse('unknown-unit', { field: 'unitId' });
    return this.work.run(scopeOf(actor, 'support.ask'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('ask-support', facts, actor, tx.now));
      const wish = orRefuse(checkOrder(facts, { unit, asked, dueAt }, tree, tx.now));
      const from = askingUnit(facts, actor, tree);
      const start = this.clocks.for(facts, tx.now);
      const by = { unit: from, accountId: actor.accountId, now: tx.now, start };
      await this.tickets.apply(tx, facts, askSupport(facts, wish, by));
    });
  }
}

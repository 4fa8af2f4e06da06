import { Injectable } from '@nestjs/common';
import { newId, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { TicketClocks, TicketStore } from '@hotline/ticket';
import { RequestStore } from '../data/request-store.js';
import { raiseRuling, toRaise } from '../domain/raise-ruling.js';

const BATCH = 100;

/** What no superior ruled in time goes one level up, each time once; at the root it stays and turns red. */
@Injectable()
export class RaiseRulings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: RequestStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  /** @returns how many tickets were looked at; at most one batch */
  run(): Promise<number> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const ids = await this.store.overdue(tx, BATCH);
      for (const id of ids) await this.raise(tx, id);
      return ids.length;
    });
  }

  private async raise(tx: Transaction, ticketId: string): Promise<void> {
    const facts = await this.tickets.read(tx, ticketId);
    const raise = toRaise(facts, this.units.current(), tx.now);
    if (!raise) return;
    const { requestId, from, to } = raise;
    await this.store.raise(tx, { id: newId(), ticketId, requestId, from: from.id, to: to.id });
    await this.tickets.apply(tx, facts, raiseRuling(facts, raise, this.clocks.for(facts, tx.now)));
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { TicketStore } from '@hotline/ticket';
import { PetitionStore } from '../data/petition-store.js';
import { lapseRights } from '../domain/petition-steps.js';

const BATCH = 100;

/** A right nobody used ends at its time: it has lapsed, it was not missed. */
@Injectable()
export class LapseRights {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: PetitionStore,
  ) {}

  /** @returns how many tickets were looked at; at most one batch */
  run(): Promise<number> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const ids = await this.store.lapsed(tx, BATCH);
      for (const id of ids) {
        // Judged again under the lock: what another sweep has ended runs no more.
        const facts = await this.tickets.read(tx, id);
        const step = lapseRights(facts, tx.now);
        if (step) await this.tickets.apply(tx, facts, step);
      }
      return ids.length;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { orRefuse, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { mayDo, TicketStore } from '@hotline/ticket';
import { FollowUpStore } from '../data/follow-up-store.js';
import { archiveBefore, archiveTicket } from '../domain/archive-ticket.js';

const BATCH = 100;

/** Files a closed ticket: by hand, or by itself when it has been closed long enough. */
@Injectable()
export class ArchiveTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: FollowUpStore,
  ) {}

  run(actor: Actor, ticketId: string, version: number): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.archive'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('archive', facts, actor, tx.now));
      await this.tickets.apply(tx, facts, archiveTicket(facts, 'person'));
    });
  }

  /** @returns how many were filed; at most one batch */
  byAge(): Promise<number> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const ids = await this.store.closedBefore(tx, archiveBefore(tx.now), BATCH);
      for (const id of ids) {
        const facts = await this.tickets.read(tx, id);
        await this.tickets.apply(tx, facts, archiveTicket(facts, 'age'));
      }
      return ids.length;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { TicketStore } from '@hotline/ticket';
import { NoteStore } from '../data/note-store.js';

/** The mentions of the reader's units and roles on a ticket have been seen. */
@Injectable()
export class ReadNotes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: NoteStore,
  ) {}

  run(actor: Actor, ticketId: string): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.read'), async (tx) => {
      await this.tickets.lock(tx, ticketId);
      const posts = actor.memberships.map(({ unitId, role }) => ({ unitId, role }));
      await this.store.markRead(tx, ticketId, posts);
    });
  }
}

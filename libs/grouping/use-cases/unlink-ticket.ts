import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { mayDo, TicketStore } from '@hotline/ticket';
import { GroupStore } from '../data/group-store.js';
import { unlinkTicket } from '../domain/group-steps.js';

/** Takes a link back: the ticket is what it was before. */
@Injectable()
export class UnlinkTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly groups: GroupStore,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, ticketId: string, version: number, reason: string): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.group'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('unlink-from-group', facts, actor, tx.now));
      const link = (await this.groups.linkOf(tx, ticketId)) ?? refuse('wrong-state');
      const before = link.before ?? refuse('wrong-state');
      const resting = await this.groups.restingClocks(tx, ticketId, before);
      await this.groups.unlink(tx, link.id, reason);
      await this.tickets.apply(tx, facts, unlinkTicket(facts, this.units.current(), before, resting));
    });
  }
}

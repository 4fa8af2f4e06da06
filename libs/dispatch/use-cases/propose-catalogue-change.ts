import { Injectable } from '@nestjs/common';
import { newId, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, homeUnit, scopeOf } from '@hotline/organization';
import { type TicketFacts, TicketStore } from '@hotline/ticket';
import { ProposalStore } from '../data/proposal-store.js';
import { CatalogueProposals, type ProposalView } from './catalogue-proposals.js';

/** Whoever ruled a return says that the catalogue should have sent the ticket elsewhere from the first. */
@Injectable()
export class ProposeCatalogueChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: ProposalStore,
    private readonly proposals: CatalogueProposals,
  ) {}

  run(actor: Actor, ticketId: string, reason: string): Promise<ProposalView> {
    return this.work.run(scopeOf(actor, 'ticket.rule'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId);
      const returnedTo = await this.store.returnedTo(tx, ticketId);
      const id = newId();
      const added = await this.store.insert(tx, {
        id,
        unitId: unitOf(actor, facts),
        ticketId,
        ...ruleOf(facts),
        proposedUnitId: returnedTo ?? facts.targetUnitId,
        reason,
      });
      if (!added) return refuse('duplicate');
      return this.proposals.show(tx, id);
    });
  }
}

/** The unit whose word it is: the nearest of the actor's above the ticket. */
function unitOf(actor: Actor, facts: TicketFacts): string {
  const above = homeUnit(
    { ...actor, memberships: actor.memberships.filter((one) => facts.accountable.path.startsWith(one.path)) },
    'ticket.rule',
  );
  return (above ?? homeUnit(actor, 'ticket.rule'))?.unitId ?? refuse('forbidden');
}

/** Version and rule of the newest hop a rule sent; rulings and dispatchers' hops name none. */
function ruleOf(facts: TicketFacts): { catalogueVersion: number | null; rule: number | null } {
  const hop = facts.hops.filter(({ explanation }) => explanation.catalogueVersion !== null).at(-1);
  return { catalogueVersion: hop?.explanation.catalogueVersion ?? null, rule: hop?.explanation.rule ?? null };
}

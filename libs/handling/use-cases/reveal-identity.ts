import { Injectable } from '@nestjs/common';
import { type Instant, MINUTE_MS, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, actsFor, scopeOf, UnitTree } from '@hotline/organization';
import {
  custody,
  type IdentityField,
  IdentityStore,
  isWithheld,
  mayDo,
  type TicketFacts,
  TicketStore,
} from '@hotline/ticket';
import { Reveals } from '../data/reveals.js';

const SHOWN_MS = 5 * MINUTE_MS;

export type RevealedIdentity = Record<IdentityField, string | null> & { readonly shownUntil: Instant };

/** Shows who the worker is, for a written reason, and leaves a record that cannot be undone. */
@Injectable()
export class RevealIdentity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly identities: IdentityStore,
    private readonly reveals: Reveals,
    private readonly units: UnitTree,
  ) {}

  run(
    actor: Actor,
    ticketId: string,
    { fields, reason }: { readonly fields: readonly IdentityField[]; readonly reason: string },
  ): Promise<RevealedIdentity> {
    return this.work.run(scopeOf(actor, 'identity.reveal'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId);
      orRefuse(mayDo('reveal-identity', facts, actor, tx.now));
      if (isWithheld(facts, actor, this.units.current())) refuse('forbidden');
      const shown = await this.identities.reveal(tx, facts.identityId ?? refuse('not-found'), fields);
      await this.reveals.keep(tx, facts, { unitId: unitOf(facts, actor), fields, reason });
      return { ...shown, shownUntil: new Date(tx.now.getTime() + SHOWN_MS) };
    });
  }
}

/** The unit in whose name the person looks: the latest in the chain that is theirs. */
function unitOf(facts: TicketFacts, actor: Actor): string {
  const own = facts.hops.filter((hop) => actsFor(actor, 'identity.reveal', hop.toUnitId));
  return (own.at(-1) ?? custody(facts)).toUnitId;
}

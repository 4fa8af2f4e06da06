import { Injectable } from '@nestjs/common';
import { Clock, orRefuse, refuse, shanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, actsFor, scopeOf } from '@hotline/organization';
import { custody, mayDo, type TicketFacts, TicketStore } from '@hotline/ticket';
import { LegalFactStore } from '../data/legal-fact-store.js';
import { changedFacts } from '../domain/changed-facts.js';
import { checkFacts } from '../domain/check-facts.js';
import { type LegalFacts, NO_FACTS } from '../domain/legal-facts.js';

/** Enters what a case says about dates, for everybody who works on it. */
@Injectable()
export class SaveLegalFacts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: LegalFactStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @param replaces the version these facts were edited from, 0 when there was none
   * @throws Refused `invalid-input` naming the fact, `stale-version` when somebody saved in between
   */
  async run(actor: Actor, ticketId: string, replaces: number, facts: LegalFacts): Promise<void> {
    orRefuse(checkFacts(facts, shanghaiDay(this.clock.now())));
    await this.work.run(scopeOf(actor, 'legal.edit'), async (tx) => {
      const ticket = await this.tickets.lock(tx, ticketId);
      orRefuse(mayDo('save-legal-facts', ticket, actor, tx.now));
      const before = await this.store.newest(tx, ticketId);
      const newest = before?.version ?? 0;
      if (newest !== replaces) refuse('stale-version', { facts: { yours: replaces, newest } });
      const changed = changedFacts(before?.facts ?? NO_FACTS, facts);
      if (changed.length === 0) return;
      await this.store.append(tx, ticketId, newest + 1, facts);
      await this.store.tell(tx, ticket, unitOf(ticket, actor), { version: newest + 1, changed });
    });
  }
}

/** The unit in whose name the person writes: the latest in the chain that is theirs. */
function unitOf(ticket: TicketFacts, actor: Actor): string {
  const own = ticket.hops.filter((hop) => actsFor(actor, 'legal.edit', hop.toUnitId));
  return (own.at(-1) ?? custody(ticket)).toUnitId;
}

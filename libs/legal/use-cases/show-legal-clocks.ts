import { Injectable } from '@nestjs/common';
import { RuleBook } from '@hotline/calendar';
import { shanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { mayDo, TicketStore } from '@hotline/ticket';
import { LegalFactStore } from '../data/legal-fact-store.js';
import { mustSee } from '../data/visible.js';
import { NO_FACTS } from '../domain/legal-facts.js';
import { type LegalPanel, reckoning } from '../domain/reckoning.js';

/** The facts kept for a ticket and what they mean today, by the calendar of the unit that has it. */
@Injectable()
export class ShowLegalClocks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: LegalFactStore,
    private readonly units: UnitTree,
    private readonly rules: RuleBook,
  ) {}

  /** @throws Refused `not-found` when the ticket is absent or invisible to the reader. */
  run(actor: Actor, ticketId: string): Promise<LegalPanel> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      await mustSee(tx, ticketId);
      const ticket = await this.tickets.read(tx, ticketId);
      const stored = await this.store.newest(tx, ticketId);
      const facts = stored?.facts ?? NO_FACTS;
      const calendar = this.rules.calendar(this.units.current().get(ticket.accountable.id).calendarId);
      return {
        version: stored?.version ?? 0,
        facts,
        savedAt: stored?.at ?? null,
        savedBy: stored?.by ?? null,
        mayEdit: mayDo('save-legal-facts', ticket, actor, tx.now).ok,
        ...reckoning(facts, shanghaiDay(tx.now), calendar),
      };
    });
  }
}

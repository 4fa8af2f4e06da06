import { Injectable } from '@nestjs/common';
import { shanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { mayDo, TicketStore } from '@hotline/ticket';
import { PetitionClocks } from '../data/petition-clocks.js';
import { PetitionStore } from '../data/petition-store.js';
import { PetitionViews } from '../data/petition-views.js';
import { mustSee } from '../data/visible.js';
import { offersOf } from '../domain/decide-act.js';
import { periodsOf } from '../domain/petition-course.js';
import type { PetitionPanelBody } from '../http/petition-bodies.js';

/** A petition with its periods, what was done and what may be recorded now; or whether a ticket may become one. */
@Injectable()
export class ShowPetition {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: PetitionStore,
    private readonly clocks: PetitionClocks,
    private readonly words: PetitionViews,
  ) {}

  /** @throws Refused `not-found` when the ticket is absent or invisible to the reader. */
  run(actor: Actor, ticketId: string): Promise<PetitionPanelBody> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      await mustSee(tx, ticketId);
      const facts = await this.tickets.read(tx, ticketId);
      const mayMark = mayDo('mark-as-petition', facts, actor, tx.now).ok;
      const petition = await this.store.find(tx, ticketId);
      if (!petition) return { ticketVersion: facts.version, mayMark, petition: null };
      const today = shanghaiDay(tx.now);
      const calendars = await this.clocks.calendars(tx, facts);
      const mayRecord = mayDo('record-petition-stage', facts, actor, tx.now).ok;
      const offers = mayRecord ? offersOf(petition, calendars, today) : [];
      const periods = periodsOf(petition, calendars, today);
      return {
        ticketVersion: facts.version,
        mayMark,
        petition: this.words.compose(petition, periods, offers),
      };
    });
  }
}

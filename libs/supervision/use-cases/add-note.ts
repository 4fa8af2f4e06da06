import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { refOf, type TicketFacts, TicketStore } from '@hotline/ticket';
import { NoteStore } from '../data/note-store.js';
import { NoticeWriter } from '../data/notice-writer.js';
import { cleanText, type Mention, type NoteCircle } from '../domain/note-rules.js';
import { writingUnit, withTicket } from '../domain/note-units.js';

export interface NoteInput {
  readonly text: string;
  readonly visible: NoteCircle;
  readonly mentions: readonly Mention[];
  readonly correctsId: string | null;
  readonly mask: boolean;
}

/** An internal note: the ticket's version stays, units mentioned get a notice. A note is corrected by another one. */
@Injectable()
export class AddNote {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: NoteStore,
    private readonly notices: NoticeWriter,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, ticketId: string, input: NoteInput): Promise<void> {
    const text = orRefuse(cleanText('text', input.text, input.mask));
    return this.work.run(scopeOf(actor, 'ticket.read'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId);
      const unitId = writingUnit(facts, actor) ?? refuse('forbidden');
      this.checkMentions(facts, input.mentions);
      if (input.correctsId && !(await this.store.isOwn(tx, ticketId, input.correctsId))) {
        refuse('not-found', { field: 'correctsId' });
      }
      const { visible, mentions, correctsId } = input;
      await this.store.insert(tx, { ticketId, unitId, text, visible, mentions, correctsId });
      await this.tell(tx, facts, mentions);
      this.store.announce(tx, facts);
    });
  }

  private checkMentions(facts: TicketFacts, mentions: readonly Mention[]): void {
    const tree = this.units.current();
    const stranger = mentions.findIndex(({ unitId }) => {
      const unit = tree.find(unitId);
      return !unit || !withTicket(facts, unit);
    });
    if (stranger >= 0) refuse('unknown-unit', { field: `mentions.${stranger}.unitId` });
  }

  private tell(tx: Transaction, { id }: TicketFacts, mentions: readonly Mention[]): Promise<void> {
    const units = [...new Set(mentions.map(({ unitId }) => unitId))].map((unitId) =>
      refOf(this.units.current().get(unitId)),
    );
    return this.notices.write(
      tx,
      units.map((unit) => ({ ticketId: id, unit, kind: 'mentioned' as const })),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { TicketStore } from '@hotline/ticket';
import { MOST_NOTES, NoteStore, type StoredNote } from '../data/note-store.js';
import { SupervisionReads } from '../data/supervision-reads.js';
import { isMeant, maySee } from '../domain/note-rules.js';
import type { NoteBody, NotePageBody } from '../http/note-bodies.js';

/** The notes of a ticket this reader may read, newest first, and the units that can be mentioned. */
@Injectable()
export class ListNotes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly reads: SupervisionReads,
    private readonly store: NoteStore,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, ticketId: string, cursor: string | undefined): Promise<NotePageBody> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      if (!(await this.reads.of(tx, ticketId))) refuse('not-found');
      const facts = await this.tickets.read(tx, ticketId);
      const found = await this.store.list(tx, ticketId, cursor ?? null);
      const page = found.slice(0, MOST_NOTES);
      const tree = this.units.current();
      const ids = facts.hops.flatMap((hop) => [
        ...tree.ancestors(hop.toUnitId).map(({ id }) => id),
        hop.toUnitId,
      ]);
      return {
        items: page.filter((note) => maySee(actor, sightOf(note))).map((note) => this.view(note, actor)),
        units: [...new Set(ids)].map((id) => this.units.brief(id)),
        nextCursor: found.length > MOST_NOTES ? (page.at(-1)?.id ?? null) : null,
      };
    });
  }

  private view(note: StoredNote, actor: Actor): NoteBody {
    const mentions = note.mentions ?? [];
    return {
      id: note.id,
      unit: this.units.brief(note.unitId),
      by: note.by,
      at: note.at,
      text: note.text,
      visible: note.visible,
      correctsId: note.correctsId,
      own: note.accountId === actor.accountId,
      unread: mentions.some((one) => one.readAt === null && isMeant(actor, one)),
      mentions: mentions.map(({ unitId, role, readAt }) => ({
        unit: this.units.brief(unitId),
        role,
        readAt: readAt === null ? null : new Date(readAt),
      })),
    };
  }
}

const sightOf = ({ unitId, unitPath, visible, mentions }: StoredNote) => ({
  unitId,
  unitPath,
  visible,
  mentioned: (mentions ?? []).map((one) => one.unitId),
});

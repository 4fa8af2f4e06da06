import { Injectable } from '@nestjs/common';
import { refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { isKeptFrom, TicketStore } from '@hotline/ticket';
import { type AttachmentContent, AttachmentStore, type StoredAttachment } from '../data/attachment-store.js';

/** A file of a ticket, for whoever sees the ticket; recordings and files are kept from the employer's own union. */
@Injectable()
export class DownloadAttachment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: AttachmentStore,
    private readonly tickets: TicketStore,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, id: string): Promise<AttachmentContent> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      const file = (await this.files.content(tx, id)) ?? refuse('not-found');
      return (await this.isKept(tx, actor, file)) ? refuse('not-found') : file;
    });
  }

  /** One's own uploads are no news to oneself. */
  private async isKept(tx: Transaction, actor: Actor, file: StoredAttachment): Promise<boolean> {
    if (!file.ticketId || file.accountId === actor.accountId) return false;
    return isKeptFrom(await this.tickets.read(tx, file.ticketId), actor, this.units.current());
  }
}

import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { type AttachmentContent, AttachmentStore } from '../data/attachment-store.js';

@Injectable()
export class DownloadAttachment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: AttachmentStore,
  ) {}

  run(actor: Actor, id: string): Promise<AttachmentContent> {
    return this.work.read(
      scopeOf(actor, 'ticket.read'),
      async (tx) => (await this.files.content(tx, id)) ?? refuse('not-found'),
    );
  }
}

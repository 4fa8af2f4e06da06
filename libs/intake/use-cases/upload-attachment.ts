import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { type Attachment, AttachmentStore } from '../data/attachment-store.js';
import { cleanFileName, extensionOf } from '../domain/file-name.js';
import { acceptedMediaType } from '../domain/media-type.js';

/** Takes a file in before the ticket or the report it belongs to is handed in. */
@Injectable()
export class UploadAttachment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: AttachmentStore,
  ) {}

  async run(actor: Actor, given: string, content: unknown): Promise<Attachment> {
    if (!Buffer.isBuffer(content)) return refuse('unsupported-media', { field: 'Content-Type' });
    const name = orRefuse(cleanFileName(given));
    const mediaType = orRefuse(acceptedMediaType(content, extensionOf(name)));
    return this.work.run(scopeOf(actor, 'ticket.read'), (tx) =>
      this.files.add(tx, { name, mediaType, content }),
    );
  }
}

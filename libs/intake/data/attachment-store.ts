import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { seen } from '@hotline/ticket';

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly uploadedAt: Date;
}

export interface AttachmentContent {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** A file with whose it is, for who asks for it. */
export interface StoredAttachment extends AttachmentContent {
  readonly ticketId: string | null;
  readonly accountId: string | null;
}

@Injectable()
export class AttachmentStore {
  async add(tx: Transaction, { name, mediaType, content }: AttachmentContent): Promise<Attachment> {
    const id = newId();
    const sha256 = createHash('sha256').update(content).digest();
    await rows(
      tx,
      `insert into attachment (id, account_id, name, media_type, size, sha256, content, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, tx.scope.accountId, name, mediaType, content.length, sha256, content, tx.now],
    );
    return { id, name, mediaType, size: content.length, uploadedAt: tx.now };
  }

  /** One's own file before it belongs to a ticket, then whoever sees the ticket; null for everybody else. */
  async content(tx: Transaction, id: string): Promise<StoredAttachment | null> {
    const values: unknown[] = [id, tx.scope.accountId];
    return row<StoredAttachment & Record<string, unknown>>(
      tx,
      `select f.name, f.media_type as "mediaType", f.content, f.ticket_id as "ticketId",
         f.account_id as "accountId" from attachment f
       where f.id = $1 and ((f.ticket_id is null and f.account_id = $2)
         or exists (select 1 from ticket t where t.id = f.ticket_id and ${seen('t', tx.scope, values)}))`,
      values,
    );
  }
}

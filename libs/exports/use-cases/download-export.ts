import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, hasPermission } from '@hotline/organization';
import type { StoredExport } from '../data/export-rows.js';
import { ExportStore } from '../data/export-store.js';
import { PieceStore } from '../data/piece-store.js';
import { SHEET_FILES } from '../files/sheet-files.js';
import { ExportContents } from './export-contents.js';
import { ownScope } from './list-exports.js';

const unpack = promisify(gunzip);

export interface FetchedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly length: number;
  /** piece after piece, as fast as it is taken */
  readonly bytes: AsyncIterable<Buffer>;
}

/** Gives a finished file to its owner, for as long as he may still read what is in it. Each time is on record. */
@Injectable()
export class DownloadExport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ExportStore,
    private readonly pieces: PieceStore,
    private readonly contents: ExportContents,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Refused `not-found` for another's, `wrong-state` without a file, `forbidden` without the right of the page */
  async run(actor: Actor, id: string): Promise<FetchedFile> {
    const file = await this.work.read(ownScope(actor), (tx) => this.store.find(tx, id));
    if (file?.accountId !== actor.accountId) return refuse('not-found');
    const content = this.contents.of(file.kind);
    if (!hasPermission(actor, content.permission)) return refuse('forbidden');
    await content.settle(actor, file.question, file.language);
    await this.work.run(ownScope(actor), async (tx) => {
      const now = await this.store.lock(tx, id, actor.accountId);
      if (now?.state !== 'done' || (now.expiresAt && now.expiresAt <= tx.now))
        return refuse('wrong-state', { facts: { state: now?.state ?? 'expired' } });
      const { kind, rows, facts } = file;
      const entry = {
        actorId: actor.accountId,
        action: 'export-downloaded',
        objectKind: 'export',
        objectId: id,
      };
      await this.audit.append(tx, { ...entry, facts: { kind, rows, bytes: file.length, ...facts } });
    });
    const { mediaType } = SHEET_FILES[file.form];
    return { name: file.name, mediaType, length: file.length, bytes: this.read(actor, file) };
  }

  private async *read(actor: Actor, file: StoredExport): AsyncGenerator<Buffer> {
    const { packed } = SHEET_FILES[file.form];
    for (let n = 0; n < file.pieces; n += 1) {
      const piece = await this.work.read(ownScope(actor), (tx) => this.pieces.bytes(tx, file.id, n));
      // Thrown away meanwhile: the line breaks, so nobody takes half a file for a whole one.
      if (!piece) throw new Error('export: removed while it was fetched');
      if (piece.length > 0) yield packed ? await unpack(piece) : piece;
    }
  }
}

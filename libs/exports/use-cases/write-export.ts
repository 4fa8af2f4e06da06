import { Injectable } from '@nestjs/common';
import { type JobHandler, Outbox, Refused, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, Actors, AuditLog, hasPermission } from '@hotline/organization';
import { claimEffect } from '@hotline/platform';
import type { StoredExport } from '../data/export-rows.js';
import { ExportStore } from '../data/export-store.js';
import { type Advance, PieceStore } from '../data/piece-store.js';
import { isOpen, MOST_BYTES, MOST_ROWS } from '../domain/export.js';
import { joined, SHEET_FILES } from '../files/sheet-files.js';
import { WRITE_EXPORT } from '../jobs/write-export-job.js';
import { type ExportContent, ExportContents } from './export-contents.js';

const STRIDE_MS = 3_000;
const MOST_TRIES = 5;

/**
 * The job of a file: reads page after page in the rights its owner has then, and puts each on record with the place where
 * the next begins, in one transaction. A process that dies is followed by another that goes on from the last page.
 */
@Injectable()
export class WriteExport implements JobHandler<{ exportId: string }> {
  readonly job = WRITE_EXPORT;

  constructor(
    private readonly work: UnitOfWork,
    private readonly contents: ExportContents,
    private readonly store: ExportStore,
    private readonly pieces: PieceStore,
    private readonly actors: Actors,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async handle({ exportId }: { exportId: string }, outboxId: string): Promise<void> {
    const finished = await this.stride(exportId);
    await this.work.run(WHOLE_TREE, async (tx) => {
      if (!(await claimEffect(tx, outboxId)) || finished) return;
      await this.outbox.add(tx, WRITE_EXPORT, { exportId });
    });
  }

  /** @returns true when nothing is left to do */
  async stride(id: string, forMs = STRIDE_MS): Promise<boolean> {
    const began = performance.now();
    do if (await this.step(id)) return true;
    while (performance.now() - began < forMs);
    return false;
  }

  private async step(id: string): Promise<boolean> {
    try {
      return await this.next(id);
    } catch (error) {
      if (error instanceof Refused) return this.fail(id, error.refusal.code);
      const tries = await this.work.run(WHOLE_TREE, (tx) => this.pieces.stumbled(tx, id));
      if (tries >= MOST_TRIES) await this.fail(id, 'fault');
      throw error;
    }
  }

  private async next(id: string): Promise<boolean> {
    const { file, owner } = await this.work.read(WHOLE_TREE, async (tx) => {
      const found = await this.store.find(tx, id);
      return { file: found, owner: found && (await this.actors.ofAccount(tx, found.accountId)) };
    });
    if (!file || !isOpen(file.state)) return true;
    const content = this.contents.of(file.kind);
    if (!owner || !hasPermission(owner, content.permission)) return this.fail(id, 'forbidden');
    const step = file.head ? await this.rows(content, owner, file) : await this.begin(content, owner, file);
    if (file.rows + step.rows > MOST_ROWS || file.keptBytes + step.piece.bytes.length > MOST_BYTES)
      return this.fail(id, 'too-large');
    const written = await this.work.run(WHOLE_TREE, (tx) => this.write(tx, file, step));
    return !written || step.done;
  }

  private async begin(content: ExportContent, owner: Actor, file: StoredExport): Promise<Advance> {
    const { question, language } = file;
    const { head, facts } = await content.head(owner, question, language);
    const piece = await SHEET_FILES[file.form].begin(head);
    return { ...at(file), piece, rows: 0, share: 0, place: null, done: false, head, facts };
  }

  private async rows(content: ExportContent, owner: Actor, file: StoredExport): Promise<Advance> {
    const { question, language, head, form } = file;
    if (!head) throw new Error('export: not begun');
    const { rows, next, share } = await content.page(owner, question, language, file.place);
    const sheet = SHEET_FILES[form];
    const written = await sheet.rows(head, file.writer ?? {}, rows);
    const done = next === null;
    const piece = done ? joined(written, await sheet.end(head, written.state)) : written;
    return { ...at(file), piece, rows: rows.length, share, place: next, done };
  }

  private async write(tx: Transaction, file: StoredExport, step: Advance): Promise<boolean> {
    if (!(await this.pieces.advance(tx, step))) return false;
    if (!step.done) return true;
    await this.audit.append(tx, {
      actorId: file.accountId,
      action: 'export-made',
      objectKind: 'export',
      objectId: file.id,
      facts: {
        kind: file.kind,
        rows: file.rows + step.rows,
        bytes: file.length + step.piece.length,
        ...file.facts,
      },
    });
    return true;
  }

  private async fail(id: string, fault: string): Promise<true> {
    await this.work.run(WHOLE_TREE, (tx) => this.store.end(tx, id, 'failed', fault));
    return true;
  }
}

const at = ({ id, pieces }: StoredExport) => ({ id, pieces });

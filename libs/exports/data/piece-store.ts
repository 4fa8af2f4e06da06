import { Injectable } from '@nestjs/common';
import { HOUR_MS, type Instant, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import { KEPT_HOURS } from '../domain/export.js';
import type { SheetHead } from '../domain/sheet.js';
import type { FilePiece } from '../files/sheet-file.js';

/** One step of writing a file. */
export interface Advance {
  readonly id: string;
  /** how many pieces the writer knows of: whoever comes second changes nothing */
  readonly pieces: number;
  readonly piece: FilePiece;
  /** rows in this piece */
  readonly rows: number;
  readonly share: number | null;
  readonly place: string | null;
  readonly done: boolean;
  /** with the first piece */
  readonly head?: SheetHead;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** The bytes of files, and how far each has come: both move in one transaction. */
@Injectable()
export class PieceStore {
  /** @returns false when the file was cancelled, ended or carried on by somebody else meanwhile: nothing is written */
  async advance(tx: Transaction, step: Advance): Promise<boolean> {
    const { piece, done } = step;
    const moved = await changed(
      tx,
      `update export_file set state = $3, pieces = pieces + 1, rows = rows + $4, share = $5, place = $6, writer = $7,
         length = length + $8, kept_bytes = kept_bytes + $9, moved_at = $10, tries = 0, ended_at = $11, expires_at = $12,
         head = coalesce($13, head), facts = coalesce($14, facts)
       where id = $1 and pieces = $2 and state in ('waiting', 'running')`,
      [
        step.id,
        step.pieces,
        done ? 'done' : 'running',
        step.rows,
        done ? 1 : step.share,
        done ? null : step.place,
        done ? null : JSON.stringify(piece.state),
        piece.length,
        piece.bytes.length,
        tx.now,
        done ? tx.now : null,
        done ? new Date(tx.now.getTime() + KEPT_HOURS * HOUR_MS) : null,
        step.head ? JSON.stringify(step.head) : null,
        step.facts ? JSON.stringify(step.facts) : null,
      ],
    );
    if (moved === 0) return false;
    await rows(tx, 'insert into export_piece (export_id, n, bytes) values ($1, $2, $3)', [
      step.id,
      step.pieces,
      piece.bytes,
    ]);
    return true;
  }

  /** Something went wrong that may pass. @returns how often it has since the last piece */
  async stumbled(tx: Transaction, id: string): Promise<number> {
    const found = await row<{ tries: number }>(
      tx,
      `update export_file set tries = tries + 1, moved_at = $2 where id = $1 and state in ('waiting', 'running') returning tries`,
      [id, tx.now],
    );
    return found?.tries ?? 0;
  }

  async bytes(tx: Transaction, id: string, n: number): Promise<Buffer | null> {
    const found = await row<{ bytes: Buffer }>(
      tx,
      'select bytes from export_piece where export_id = $1 and n = $2',
      [id, n],
    );
    return found?.bytes ?? null;
  }

  /** Files whose time is over, and open ones nobody has moved since `still`. */
  async over(
    tx: Transaction,
    still: Instant,
    most: number,
  ): Promise<{ id: string; state: 'expired' | 'failed' }[]> {
    return rows<{ id: string; state: 'expired' | 'failed' }>(
      tx,
      `(select id, 'expired' as state from export_file where state = 'done' and expires_at <= $1 limit $3)
       union all
       (select id, 'failed' from export_file where state in ('waiting', 'running') and moved_at < $2 limit $3)`,
      [tx.now, still, most],
    );
  }

  forget(tx: Transaction, before: Instant): Promise<number> {
    return changed(
      tx,
      `delete from export_file where moved_at < $1 and state not in ('waiting', 'running', 'done')`,
      [before],
    );
  }
}

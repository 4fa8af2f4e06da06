import { Injectable } from '@nestjs/common';
import { DAY_MS, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { ExportUse } from '../domain/export.js';
import { type NewExport, type ShownExport, SHOWN, type StoredExport, STORED } from './export-rows.js';

// Any constant: one unit's orders are counted one after the other.
const CAP_LOCK = 123_575;

type Shown = ShownExport & Record<string, unknown>;
type Stored = StoredExport & Record<string, unknown>;

/** Files people asked for. Row-level security shows each to its owner alone. */
@Injectable()
export class ExportStore {
  /** What a person and a unit have; others of the unit wait until this transaction has counted its own. */
  async use(tx: Transaction, accountId: string, unitId: string): Promise<ExportUse> {
    await rows(tx, 'select pg_advisory_xact_lock($1, hashtext($2))', [CAP_LOCK, unitId]);
    const found = await row<Record<string, number>>(
      tx,
      `select count(*) filter (where account_id = $1 and state in ('waiting', 'running'))::integer as "ownOpen",
         count(*) filter (where account_id = $1 and asked_at > $3)::integer as "ownDay",
         count(*) filter (where unit_id = $2 and state in ('waiting', 'running'))::integer as "unitOpen",
         coalesce(sum(kept_bytes) filter (where unit_id = $2), 0)::float8 as "unitBytes"
       from export_file
       where account_id = $1 or (unit_id = $2 and state in ('waiting', 'running', 'done'))`,
      [accountId, unitId, new Date(tx.now.getTime() - DAY_MS)],
    );
    const { ownOpen = 0, ownDay = 0, unitOpen = 0, unitBytes = 0 } = found ?? {};
    return { ownOpen, ownDay, unitOpen, unitBytes };
  }

  /** The same file, asked for before and still being written. */
  openTwin(tx: Transaction, { accountId, kind, form, language, question }: NewExport): Promise<Shown | null> {
    return row<Shown>(
      tx,
      `select ${SHOWN} from export_file f where f.account_id = $1 and f.kind = $2 and f.form = $3 and f.language = $4
         and f.question = $5::jsonb and f.state in ('waiting', 'running') order by f.id desc limit 1`,
      [accountId, kind, form, language, JSON.stringify(question)],
    );
  }

  async add(tx: Transaction, one: NewExport): Promise<Shown> {
    const [added] = await rows<Shown>(
      tx,
      `insert into export_file as f (id, account_id, unit_id, kind, form, language, name, question, state, asked_at, moved_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $9) returning ${SHOWN}`,
      [
        one.id,
        one.accountId,
        one.unitId,
        one.kind,
        one.form,
        one.language,
        one.name,
        JSON.stringify(one.question),
        tx.now,
      ],
    );
    if (!added) throw new Error('export: no row');
    return added;
  }

  /** Newest first; ids grow with time. */
  list(tx: Transaction, accountId: string, after: string | null, limit: number): Promise<Shown[]> {
    return rows<Shown>(
      tx,
      `select ${SHOWN} from export_file f where f.account_id = $1 and ($2::uuid is null or f.id < $2)
       order by f.id desc limit $3`,
      [accountId, after, limit],
    );
  }

  find(tx: Transaction, id: string): Promise<Stored | null> {
    return row<Stored>(tx, `select ${STORED} from export_file f where f.id = $1`, [id]);
  }

  /** For as long as the transaction lasts nobody else moves it. */
  lock(tx: Transaction, id: string, accountId: string): Promise<Stored | null> {
    return row<Stored>(
      tx,
      `select ${STORED} from export_file f where f.id = $1 and f.account_id = $2 for no key update`,
      [id, accountId],
    );
  }

  /** Ends it without a file; bytes go at once. @returns false when it had ended before */
  async end(
    tx: Transaction,
    id: string,
    state: 'failed' | 'cancelled' | 'expired' | 'removed',
    fault: string | null = null,
  ): Promise<boolean> {
    const from = state === 'expired' || state === 'removed' ? ['done'] : ['waiting', 'running'];
    const ended = await changed(
      tx,
      `update export_file set state = $2, fault = $3, ended_at = coalesce(ended_at, $4), moved_at = $4, expires_at = null,
         kept_bytes = 0, writer = null, place = null where id = $1 and state = any ($5::text[])`,
      [id, state, fault, tx.now, from],
    );
    if (ended === 1) await changed(tx, 'delete from export_piece where export_id = $1', [id]);
    return ended === 1;
  }
}

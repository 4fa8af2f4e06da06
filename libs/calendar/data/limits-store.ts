import { type Instant, refuse, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { LimitsPreset } from '../domain/limits-preset.js';

export interface StoredLimits {
  readonly version: number;
  readonly preset: LimitsPreset;
  readonly publishedAt: Instant;
  readonly publishedBy: string | null;
  readonly note: string;
}

export type Matrix = Pick<LimitsPreset, 'rows' | 'maxExtensions'>;

export interface LimitsDraft {
  readonly version: number;
  readonly basedOn: number;
  readonly body: Matrix;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** All published matrices, newest first. */
export function limitsVersions(tx: Transaction): Promise<StoredLimits[]> {
  return rows(
    tx,
    `select l.version, l.rows as preset, l.published_at as "publishedAt", a.display_name as "publishedBy", l.note
     from limits l left join account a on a.id = l.published_by order by l.version desc`,
  );
}

export function limitsDraft(tx: Transaction, lock = false): Promise<LimitsDraft | null> {
  return row<LimitsDraft & Record<string, unknown>>(
    tx,
    `select d.version, d.based_on as "basedOn", d.body, a.display_name as "changedBy", d.changed_at as "changedAt"
     from limits_draft d join account a on a.id = d.changed_by ${lock ? 'for update of d' : ''}`,
  );
}

/**
 * @throws Refused `wrong-state` with the newest matrix when the draft has been published or discarded, `stale-version` with
 * the newer draft when it has moved on
 */
export async function lockLimitsDraft(tx: Transaction, version: number): Promise<LimitsDraft> {
  const draft = await limitsDraft(tx, true);
  if (!draft) {
    const [newest] = await limitsVersions(tx);
    return refuse('wrong-state', {
      facts: { problem: 'no-draft', newest: newest?.version ?? 0 },
      current: newest ?? null,
    });
  }
  if (draft.version === version) return draft;
  return refuse('stale-version', { facts: { yours: version, newest: draft.version }, current: draft });
}

/** @throws Refused `duplicate` when a draft exists */
export async function insertLimitsDraft(tx: Transaction, basedOn: number, body: Matrix): Promise<void> {
  const inserted = await changed(
    tx,
    `insert into limits_draft (based_on, body, changed_by, changed_at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [basedOn, JSON.stringify(body), tx.scope.accountId, tx.now],
  );
  if (inserted === 0) refuse('duplicate');
}

export async function changeLimitsDraft(tx: Transaction, body: Matrix): Promise<void> {
  await rows(
    tx,
    'update limits_draft set body = $1, version = version + 1, changed_by = $2, changed_at = $3',
    [JSON.stringify(body), tx.scope.accountId, tx.now],
  );
}

export async function deleteLimitsDraft(tx: Transaction): Promise<void> {
  await rows(tx, 'delete from limits_draft');
}

export async function insertLimits(
  tx: Transaction,
  version: number,
  { preset, from, note }: { preset: LimitsPreset; from: Instant; note: string },
): Promise<void> {
  await rows(
    tx,
    `insert into limits (version, effective_from, rows, published_at, published_by, note)
     values ($1, $2, $3, $4, $5, $6)`,
    [version, from, JSON.stringify(preset), tx.now, tx.scope.accountId, note],
  );
}

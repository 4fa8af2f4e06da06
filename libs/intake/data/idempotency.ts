import { createHash } from 'node:crypto';
import { refuse, type Transaction } from '@hotline/kernel';
import { changed, prepared } from '@hotline/platform';
import type { ClaimRow } from './intake-rows.js';

/** The same facts give the same text, whatever the order of their names. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, canonical(one)]),
  );
}

/** What a retry must repeat: the verb and everything it was told. */
export function hashOf(verb: string, body: unknown): Buffer {
  return createHash('sha256')
    .update(verb)
    .update('\0')
    .update(JSON.stringify(canonical(body)))
    .digest();
}

/** A creating call that may be repeated: its key, and what it was told. */
export interface Attempt {
  readonly key: string | undefined;
  readonly hash: Buffer;
}

export const attemptOf = (verb: string, body: unknown, key: string | undefined): Attempt => ({
  key,
  hash: hashOf(verb, body),
});

export function claimOf(tx: Transaction, { key, hash }: Attempt, resourceId: string): ClaimRow[] {
  const account_id = tx.scope.accountId;
  if (key === undefined || account_id === null) return [];
  const body_hash = `\\x${hash.toString('hex')}`;
  return [{ account_id, key, body_hash, resource_id: resourceId, created_at: tx.now }];
}

/**
 * The resource made by an earlier call with this key; null when there was none. Another account's equal key is another key.
 * @throws Refused `same-key-other-body`
 */
export async function earlierResource(tx: Transaction, { key, hash }: Attempt): Promise<string | null> {
  if (key === undefined) return null;
  const [found] = await prepared<{ body_hash: Buffer; resource_id: string }>(
    tx,
    'idempotency-earlier',
    'select body_hash, resource_id from idempotency where account_id = $1 and key = $2',
    [tx.scope.accountId, key],
  );
  if (!found) return null;
  if (!found.body_hash.equals(hash)) return refuse('same-key-other-body', { field: 'Idempotency-Key' });
  return found.resource_id;
}

// Clients give up long before; the console keeps a key no longer than its draft.
const KEPT = '7 days';

/** Forgets old keys, a batch at a time; returns how many. */
export function forgetOldKeys(tx: Transaction): Promise<number> {
  return changed(
    tx,
    `delete from idempotency where (account_id, key) in (
       select account_id, key from idempotency where created_at < $1::timestamptz - interval '${KEPT}' limit 5000)`,
    [tx.now],
  );
}

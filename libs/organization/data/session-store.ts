import type { Instant, Transaction } from '@hotline/kernel';
import { changed, row } from '@hotline/platform';

export interface PasswordHolder {
  readonly id: string;
  readonly passwordHash: string | null;
}

/** Only active people; a machine has no password. */
export async function findPasswordHolder(tx: Transaction, name: string): Promise<PasswordHolder | null> {
  return row<{ id: string; passwordHash: string | null }>(
    tx,
    `select id, password_hash as "passwordHash" from account where name = $1 and active and kind = 'person'`,
    [name],
  );
}

export async function startSession(
  tx: Transaction,
  hash: Buffer,
  accountId: string,
  expiresAt: Instant,
): Promise<void> {
  await changed(
    tx,
    `insert into session (token_hash, account_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
    [hash, accountId, tx.now, expiresAt],
  );
  await changed(tx, 'update account set last_sign_in_at = $2 where id = $1', [accountId, tx.now]);
}

/** @returns how many sessions it ended: 0 when it was over already */
export const endSession = (tx: Transaction, hash: Buffer): Promise<number> =>
  changed(tx, 'update session set ended_at = $2 where token_hash = $1 and ended_at is null', [hash, tx.now]);

export const endSessionsOf = (tx: Transaction, accountId: string): Promise<number> =>
  changed(tx, 'update session set ended_at = $2 where account_id = $1 and ended_at is null', [
    accountId,
    tx.now,
  ]);

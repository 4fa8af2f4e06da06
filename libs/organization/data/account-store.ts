import { newId, refuse, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { Role } from '../domain/actor.js';
import { findAccount, type StoredAccount } from './account-rows.js';

export interface NewAccount {
  readonly name: string;
  readonly displayName: string;
  readonly kind: 'person' | 'machine';
  readonly passwordHash: string | null;
}

/** @throws Refused `duplicate` when the sign-in name is taken, here or anywhere in the tree */
export async function addAccount(tx: Transaction, account: NewAccount): Promise<string> {
  const added = await row<{ id: string }>(
    tx,
    `insert into account (id, name, display_name, kind, password_hash, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (name) do nothing returning id`,
    [newId(), account.name, account.displayName, account.kind, account.passwordHash, tx.now],
  );
  return added?.id ?? refuse('duplicate', { field: 'name' });
}

/**
 * Locks an account within reach; every change of it, its memberships and its tokens goes through here.
 * @throws Refused `not-found` when it is absent or out of reach
 */
export async function lockAccount(tx: Transaction, id: string): Promise<StoredAccount> {
  await rows(tx, 'select 1 from account where id = $1 for no key update', [id]);
  return (await findAccount(tx, id)) ?? refuse('not-found');
}

export interface AccountChange {
  readonly displayName?: string | undefined;
  readonly active?: boolean | undefined;
  readonly passwordHash?: string | undefined;
}

/** Fields left out stay; the version moves on even when nothing but memberships or tokens changed. */
export async function changeAccount(tx: Transaction, id: string, change: AccountChange = {}): Promise<void> {
  await changed(
    tx,
    `update account set display_name = coalesce($2, display_name), active = coalesce($3, active),
       password_hash = coalesce($4, password_hash), version = version + 1 where id = $1`,
    [id, change.displayName ?? null, change.active ?? null, change.passwordHash ?? null],
  );
}

/** @throws Refused `duplicate` when the account has this role in this unit already */
export async function addMembership(
  tx: Transaction,
  accountId: string,
  unitId: string,
  role: Role,
): Promise<string> {
  const added = await row<{ id: string }>(
    tx,
    `insert into membership (id, account_id, unit_id, role, granted_at, granted_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (account_id, unit_id, role) where revoked_at is null do nothing returning id`,
    [newId(), accountId, unitId, role, tx.now, tx.scope.accountId],
  );
  return added?.id ?? refuse('duplicate', { field: 'role' });
}

export const endMembership = (tx: Transaction, id: string): Promise<number> =>
  changed(tx, 'update membership set revoked_at = $2 where id = $1 and revoked_at is null', [id, tx.now]);

export interface NewMachineToken {
  readonly accountId: string;
  readonly label: string;
  readonly hash: Buffer;
  readonly expiresAt: Date;
}

export async function addToken(tx: Transaction, token: NewMachineToken): Promise<string> {
  const id = newId();
  await changed(
    tx,
    `insert into machine_token (id, account_id, label, token_hash, created_at, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, token.accountId, token.label, token.hash, tx.now, tx.scope.accountId, token.expiresAt],
  );
  return id;
}

export const endToken = (tx: Transaction, id: string): Promise<number> =>
  changed(tx, 'update machine_token set revoked_at = $2 where id = $1 and revoked_at is null', [id, tx.now]);

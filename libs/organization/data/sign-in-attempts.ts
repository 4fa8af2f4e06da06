import { Injectable } from '@nestjs/common';
import { type Instant, Sealing, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import { ACCOUNT_LOCK, ADDRESS_LOCK, lockedUntil } from '../domain/sign-in-lock.js';

export type Attempt = { readonly id: string } | { readonly lockedUntil: Instant };

/** Two advisory locks are always taken in this order, so that two sign-ins never wait for each other. */
const ADDRESS_SPACE = 1;
const NAME_SPACE = 2;

/** Failed sign-ins, counted in the database so that every replica sees the same number; names and addresses as hashes. */
@Injectable()
export class SignInAttempts {
  constructor(private readonly sealing: Sealing) {}

  /**
   * Writes the attempt as failed before the password is looked at: guesses sent side by side count each other.
   * Nothing is written while locked, so a lock ends by itself.
   */
  async begin(tx: Transaction, name: string, address: string): Promise<Attempt> {
    const nameHash = this.sealing.fingerprint(`sign-in name ${name}`);
    const addressHash = this.sealing.fingerprint(`sign-in address ${address}`);
    await lock(tx, ADDRESS_SPACE, addressHash);
    await lock(tx, NAME_SPACE, nameHash);
    const byAddress = await failures(tx, 'address_hash', addressHash, ADDRESS_LOCK.failures);
    const byName = await failures(tx, 'name_hash', nameHash, ACCOUNT_LOCK.failures);
    const until = later(
      lockedUntil(byAddress, ADDRESS_LOCK, tx.now),
      lockedUntil(byName, ACCOUNT_LOCK, tx.now),
    );
    if (until) return { lockedUntil: until };
    const written = await row<{ id: string }>(
      tx,
      'insert into sign_in_attempt (name_hash, address_hash, ok, at) values ($1, $2, false, $3) returning id',
      [nameHash, addressHash, tx.now],
    );
    if (!written) throw new Error('sign-in attempt not written');
    return written;
  }

  succeeded(tx: Transaction, id: string): Promise<number> {
    return changed(tx, 'update sign_in_attempt set ok = true where id = $1', [id]);
  }

  /** Older attempts lock nobody and need not be kept. */
  forgetBefore(tx: Transaction, before: Instant): Promise<number> {
    return changed(tx, 'delete from sign_in_attempt where at < $1', [before]);
  }
}

async function lock(tx: Transaction, space: number, hash: Buffer): Promise<void> {
  await rows(tx, 'select pg_advisory_xact_lock($1, $2)', [space, hash.readInt32BE(0)]);
}

async function failures(
  tx: Transaction,
  column: 'name_hash' | 'address_hash',
  hash: Buffer,
  most: number,
): Promise<Instant[]> {
  const found = await rows<{ at: Date }>(
    tx,
    `select at from sign_in_attempt where ${column} = $1 and not ok order by at desc limit $2`,
    [hash, most],
  );
  return found.map(({ at }) => at);
}

const later = (a: Instant | null, b: Instant | null): Instant | null => (a && b ? (a > b ? a : b) : (a ?? b));

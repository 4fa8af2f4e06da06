import { Injectable } from '@nestjs/common';
import { DAY_MS, type Instant, refuse } from '@hotline/kernel';
import { addToken, changeAccount } from '../data/account-store.js';
import { newToken, tokenHash } from '../data/credentials.js';
import type { Actor } from '../domain/actor.js';
import { AccountChanges, orNotManaged } from './account-changes.js';

/** A machine's token lives a year at most: a forgotten one must not work for ever. */
export const TOKEN_MOST_MS = 366 * DAY_MS;

export interface IssuedToken {
  readonly id: string;
  /** Shown once; only its hash is kept. */
  readonly token: string;
}

/** Gives a machine account a bearer token with the account's own rights. */
@Injectable()
export class IssueToken {
  constructor(private readonly changes: AccountChanges) {}

  async run(actor: Actor, accountId: string, label: string, expiresAt: Instant): Promise<IssuedToken> {
    const token = newToken('hl_');
    let id = '';
    await this.changes.run(actor, accountId, async (tx, account) => {
      orNotManaged(actor, account);
      if (account.kind !== 'machine') refuse('invalid-input', { field: 'id' });
      const life = expiresAt.getTime() - tx.now.getTime();
      if (!(life > 0 && life <= TOKEN_MOST_MS)) refuse('invalid-input', { field: 'expiresAt' });
      id = await addToken(tx, { accountId, label, hash: tokenHash(token), expiresAt });
      await changeAccount(tx, accountId);
      return { action: 'token-issued', facts: { tokenId: id, expiresAt: expiresAt.toISOString() } };
    });
    return { id, token };
  }
}

import { Injectable } from '@nestjs/common';
import { refuse } from '@hotline/kernel';
import { changeAccount, endToken } from '../data/account-store.js';
import type { Actor } from '../domain/actor.js';
import { AccountChanges, orNotManaged } from './account-changes.js';

/** A revoked token is refused from the next request on. */
@Injectable()
export class RevokeToken {
  constructor(private readonly changes: AccountChanges) {}

  async run(actor: Actor, accountId: string, tokenId: string): Promise<void> {
    await this.changes.run(actor, accountId, async (tx, account) => {
      if (!account.tokens.some(({ id }) => id === tokenId)) refuse('not-found');
      orNotManaged(actor, account);
      await endToken(tx, tokenId);
      await changeAccount(tx, accountId);
      return { action: 'token-revoked', facts: { tokenId } };
    });
  }
}

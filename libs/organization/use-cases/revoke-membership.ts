import { Injectable } from '@nestjs/common';
import { orRefuse, refuse } from '@hotline/kernel';
import { changeAccount, endMembership } from '../data/account-store.js';
import type { StoredAccount } from '../data/account-rows.js';
import { mayGrant } from '../domain/account-rules.js';
import type { Actor } from '../domain/actor.js';
import { AccountChanges } from './account-changes.js';

/** Takes a role away; who may give it may take it, and nobody takes his own. */
@Injectable()
export class RevokeMembership {
  constructor(private readonly changes: AccountChanges) {}

  run(actor: Actor, accountId: string, membershipId: string): Promise<StoredAccount> {
    return this.changes.run(actor, accountId, async (tx, account) => {
      const membership = account.memberships.find(({ id }) => id === membershipId) ?? refuse('not-found');
      orRefuse(mayGrant(actor, accountId, membership.path));
      await endMembership(tx, membershipId);
      await changeAccount(tx, accountId);
      const { unitId, role } = membership;
      return { action: 'membership-revoked', facts: { membershipId, unitId, role } };
    });
  }
}

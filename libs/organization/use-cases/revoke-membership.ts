import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction } from '@hotline/kernel';
import { changeAccount, endMembership } from '../data/account-store.js';
import type { StoredAccount } from '../data/account-rows.js';
import { openWorkOf } from '../data/open-work.js';
import { mayGrant } from '../domain/account-rules.js';
import type { Actor } from '../domain/actor.js';
import { AccountChanges } from './account-changes.js';

type Membership = StoredAccount['memberships'][number];

/** Takes a role away; who may give it may take it, and nobody takes his own. */
@Injectable()
export class RevokeMembership {
  constructor(private readonly changes: AccountChanges) {}

  /**
   * @param forced the written reason to leave open work without its person
   * @throws Refused `open-work` when a handler leaves tickets behind and nobody forces it
   */
  run(
    actor: Actor,
    accountId: string,
    membershipId: string,
    forced: string | null = null,
  ): Promise<StoredAccount> {
    return this.changes.run(actor, accountId, async (tx, account) => {
      const membership = account.memberships.find(({ id }) => id === membershipId) ?? refuse('not-found');
      orRefuse(mayGrant(actor, accountId, membership.path));
      if (forced === null) await this.orHandOver(tx, accountId, membership);
      await endMembership(tx, membershipId);
      await changeAccount(tx, accountId);
      const { unitId, role } = membership;
      return { action: 'membership-revoked', facts: { membershipId, unitId, role }, reason: forced };
    });
  }

  private async orHandOver(tx: Transaction, accountId: string, membership: Membership): Promise<void> {
    if (membership.role !== 'handler') return;
    const { assigned, open } = await openWorkOf(tx, { accountId, ...membership });
    if (assigned + open > 0) refuse('open-work', { facts: { assigned, open } });
  }
}

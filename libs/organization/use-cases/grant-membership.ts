import { Injectable } from '@nestjs/common';
import { orRefuse, refuse } from '@hotline/kernel';
import { addMembership, changeAccount } from '../data/account-store.js';
import type { StoredAccount } from '../data/account-rows.js';
import { UnitTree } from '../data/unit-tree.js';
import { mayGrant } from '../domain/account-rules.js';
import type { Actor, Role } from '../domain/actor.js';
import { AccountChanges } from './account-changes.js';

/** Gives an account a role in a unit of the administrator's subtree; felt by its next request. */
@Injectable()
export class GrantMembership {
  constructor(
    private readonly changes: AccountChanges,
    private readonly tree: UnitTree,
  ) {}

  run(actor: Actor, accountId: string, unitId: string, role: Role): Promise<StoredAccount> {
    const unit = this.tree.find(unitId) ?? refuse('unknown-unit', { field: 'unitId' });
    return this.changes.run(actor, accountId, async (tx) => {
      orRefuse(mayGrant(actor, accountId, unit.path));
      const membershipId = await addMembership(tx, accountId, unit.id, role);
      await changeAccount(tx, accountId);
      return { action: 'membership-granted', facts: { membershipId, unitId: unit.id, role } };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { addAccount, addMembership } from '../data/account-store.js';
import { findAccount, type StoredAccount } from '../data/account-rows.js';
import { AuditLog } from '../data/audit-log.js';
import { hashPassword, oneTimePassword } from '../data/credentials.js';
import { UnitTree } from '../data/unit-tree.js';
import { mayGrant } from '../domain/account-rules.js';
import { type Actor, type Role, scopeOf } from '../domain/actor.js';

export interface AccountToAdd {
  readonly name: string;
  readonly displayName: string;
  readonly kind: 'person' | 'machine';
  readonly unitId: string;
  readonly role: Role;
}

export interface AddedAccount {
  readonly account: StoredAccount;
  /** Shown once; null for a machine, which signs in by tokens only. */
  readonly initialPassword: string | null;
}

/** An account comes with its first membership: one without a unit would belong to nobody's care. */
@Injectable()
export class AddAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tree: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: Actor, wanted: AccountToAdd): Promise<AddedAccount> {
    const unit = this.tree.find(wanted.unitId) ?? refuse('unknown-unit', { field: 'unitId' });
    orRefuse(mayGrant(actor, '', unit.path));
    const initialPassword = wanted.kind === 'person' ? oneTimePassword() : null;
    const passwordHash = initialPassword && (await hashPassword(initialPassword));
    const account = await this.work.run(scopeOf(actor, 'account.manage'), async (tx) => {
      const id = await addAccount(tx, { ...wanted, passwordHash });
      await addMembership(tx, id, unit.id, wanted.role);
      const added = (await findAccount(tx, id)) ?? refuse('not-found');
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'account-added',
        objectKind: 'account',
        objectId: id,
        facts: { kind: wanted.kind, unitId: unit.id, role: wanted.role },
      });
      return added;
    });
    return { account, initialPassword };
  }
}

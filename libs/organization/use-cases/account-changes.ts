import { Injectable } from '@nestjs/common';
import { orRefuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { lockAccount } from '../data/account-store.js';
import { findAccount, type StoredAccount } from '../data/account-rows.js';
import { Actors } from '../data/actors.js';
import { AuditLog } from '../data/audit-log.js';
import { mayManage } from '../domain/account-rules.js';
import { type Actor, scopeOf } from '../domain/actor.js';
import type { AuditFacts } from '../domain/audit-record.js';

/** What an act on an account leaves in the audit log. */
export interface AccountAct {
  readonly action: string;
  readonly facts?: AuditFacts;
  readonly reason?: string | null;
}

/** The frame of every change of an existing account: lock, ask for the right, change, audit, forget old rights. */
@Injectable()
export class AccountChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly actors: Actors,
  ) {}

  /** @returns the account as it is after the change */
  async run(
    actor: Actor,
    accountId: string,
    change: (tx: Transaction, account: StoredAccount) => Promise<AccountAct>,
  ): Promise<StoredAccount> {
    const after = await this.work.run(scopeOf(actor, 'account.manage'), async (tx) => {
      const account = await lockAccount(tx, accountId);
      const { action, facts, reason } = await change(tx, account);
      const left = (await findAccount(tx, accountId)) ?? account;
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action,
        objectKind: 'account',
        objectId: accountId,
        ...(facts ? { facts } : {}),
        ...(reason ? { reason } : {}),
      });
      return left;
    });
    this.actors.forget();
    return after;
  }
}

/** For changes that reach as far as the whole account. */
export function orNotManaged(actor: Actor, account: StoredAccount): void {
  orRefuse(mayManage(actor, { id: account.id, paths: account.memberships.map(({ path }) => path) }));
}

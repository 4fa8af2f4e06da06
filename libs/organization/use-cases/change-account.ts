import { Injectable } from '@nestjs/common';
import { refuse, type Transaction } from '@hotline/kernel';
import { changeAccount } from '../data/account-store.js';
import type { StoredAccount } from '../data/account-rows.js';
import { hashPassword, oneTimePassword } from '../data/credentials.js';
import { endSessionsOf } from '../data/session-store.js';
import type { Actor } from '../domain/actor.js';
import { type AccountAct, AccountChanges, orNotManaged } from './account-changes.js';
import type { AddedAccount } from './add-account.js';

export interface AccountEdit {
  readonly displayName?: string | undefined;
  readonly active?: boolean | undefined;
  /** Gives the person a new one-time password and ends his sessions. */
  readonly resetPassword?: boolean | undefined;
}

/** Renames, closes or reopens an account, or gives it a new password. Closing it ends its sessions at once. */
@Injectable()
export class ChangeAccount {
  constructor(private readonly changes: AccountChanges) {}

  async run(actor: Actor, id: string, version: number, edit: AccountEdit): Promise<AddedAccount> {
    const initialPassword = edit.resetPassword ? oneTimePassword() : null;
    const passwordHash = initialPassword ? await hashPassword(initialPassword) : undefined;
    const account = await this.changes.run(actor, id, async (tx, before): Promise<AccountAct> => {
      orNotManaged(actor, before);
      orUnfit(before, version, edit);
      await this.apply(tx, before, edit, passwordHash);
      const fields = (Object.keys(edit) as (keyof AccountEdit)[]).filter((key) => edit[key] !== undefined);
      return {
        action: 'account-changed',
        facts: { fields, ...(edit.active === undefined ? {} : { active: edit.active }) },
      };
    });
    return { account, initialPassword };
  }

  private async apply(
    tx: Transaction,
    before: StoredAccount,
    { displayName, active }: AccountEdit,
    passwordHash: string | undefined,
  ): Promise<void> {
    await changeAccount(tx, before.id, { displayName, active, passwordHash });
    if (active === false || passwordHash !== undefined) await endSessionsOf(tx, before.id);
  }
}

function orUnfit(before: StoredAccount, version: number, edit: AccountEdit): void {
  if (before.version !== version) {
    refuse('stale-version', { facts: { yours: version, newest: before.version } });
  }
  if (edit.resetPassword && before.kind === 'machine') refuse('invalid-input', { field: 'resetPassword' });
}

import { refuse, type Scope, type Transaction, type UnitOfWork } from '@hotline/kernel';
import { addAccount, addMembership } from '../data/account-store.js';
import { hasAdministrator } from '../data/account-rows.js';
import type { AuditLog } from '../data/audit-log.js';
import { hashPassword, oneTimePassword } from '../data/credentials.js';
import { ACCOUNT_NAME } from '../domain/account-rules.js';
import { lockUnit } from '../data/unit-rows.js';
import { NATIONAL_CODE, unitId } from '../domain/union-tree.js';

const NOBODY: Scope = { accountId: null, prefixes: [] };

/** The operator's way in: works only while the national union has no active administrator. */
export class AddFirstAdministrator {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the one-time password */
  async run(name: string): Promise<string> {
    if (!ACCOUNT_NAME.test(name)) refuse('invalid-input', { field: 'name' });
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    await this.work.run(NOBODY, (tx) => this.add(tx, name, passwordHash));
    return password;
  }

  private async add(tx: Transaction, name: string, passwordHash: string): Promise<void> {
    const national = unitId(NATIONAL_CODE);
    // Two operators at once: the second waits here and then finds an administrator.
    await lockUnit(tx, national);
    if (await hasAdministrator(tx, national)) refuse('wrong-state');
    const account = { name, displayName: name, kind: 'person', passwordHash } as const;
    const id = await addAccount(tx, account);
    await addMembership(tx, id, national, 'administrator');
    await this.audit.append(tx, {
      actorId: null,
      action: 'account-added',
      objectKind: 'account',
      objectId: id,
      facts: { unitId: national, role: 'administrator', by: 'operator' },
    });
  }
}

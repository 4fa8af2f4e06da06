import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type AccountSearch, listAccounts, type StoredAccount } from '../data/account-rows.js';
import { UnitTree } from '../data/unit-tree.js';
import { type Actor, scopeOf } from '../domain/actor.js';

export interface AccountQuery extends Omit<AccountSearch, 'below'> {
  readonly unitId?: string | undefined;
}

/** The accounts within the administrator's subtree, in the order of their sign-in names. */
@Injectable()
export class ListAccounts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tree: UnitTree,
  ) {}

  async run(
    actor: Actor,
    { unitId, ...search }: AccountQuery,
  ): Promise<{ items: StoredAccount[]; next: string | null }> {
    const below = unitId && (this.tree.find(unitId) ?? refuse('unknown-unit', { field: 'unitId' })).path;
    const found = await this.work.read(scopeOf(actor, 'account.manage'), (tx) =>
      listAccounts(tx, { ...search, below }),
    );
    const items = found.slice(0, search.limit);
    return { items, next: found.length > search.limit ? (items.at(-1)?.name ?? null) : null };
  }
}

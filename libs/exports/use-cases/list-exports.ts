import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import type { ShownExport } from '../data/export-rows.js';
import { ExportStore } from '../data/export-store.js';

export const ownScope = ({ accountId }: Actor) => ({ accountId, prefixes: [] });

/** The files a person asked for, newest first. */
@Injectable()
export class ListExports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ExportStore,
  ) {}

  async run(
    actor: Actor,
    after: string | null,
    limit: number,
  ): Promise<{ items: ShownExport[]; next: string | null }> {
    const found = await this.work.read(ownScope(actor), (tx) =>
      this.store.list(tx, actor.accountId, after, limit + 1),
    );
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async one(actor: Actor, id: string): Promise<ShownExport> {
    const found = await this.work.read(ownScope(actor), (tx) => this.store.find(tx, id));
    return found?.accountId === actor.accountId ? found : refuse('not-found');
  }
}

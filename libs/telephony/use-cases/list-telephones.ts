import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { SourceRegistry } from '../data/source-registry.js';
import { type Telephone, type TelephoneKey, TelephoneStore } from '../data/telephone-store.js';

export interface TelephoneQuery {
  /** also those of the past */
  readonly past: boolean;
  readonly after: TelephoneKey | undefined;
  readonly limit: number;
}

/** Whose the extensions of a switchboard are, in the order of their addresses. */
@Injectable()
export class ListTelephones {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: SourceRegistry,
    private readonly telephones: TelephoneStore,
  ) {}

  run(
    actor: Actor,
    sourceId: string,
    { past, after, limit }: TelephoneQuery,
  ): Promise<{ items: Telephone[]; next: TelephoneKey | null }> {
    return this.work.read(scopeOf(actor, 'telephony.read'), async (tx) => {
      await this.sources.find(tx, sourceId);
      const found = await this.telephones.list(tx, sourceId, past, after, limit);
      const items = found.slice(0, limit);
      return { items, next: found.length > limit ? (items.at(-1) ?? null) : null };
    });
  }
}

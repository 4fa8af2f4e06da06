import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { SourceRegistry } from '../data/source-registry.js';
import { SourceHealth, type SourceState } from './source-health.js';

/** The switchboards of one's units and how each is, by name. */
@Injectable()
export class ListSources {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: SourceRegistry,
    private readonly health: SourceHealth,
  ) {}

  run(
    actor: Actor,
    after: string | undefined,
    limit: number,
  ): Promise<{ items: SourceState[]; next: string | null }> {
    return this.work.read(scopeOf(actor, 'telephony.read'), async (tx) => {
      const found = await this.sources.list(tx, after ?? '', limit);
      const items = found.slice(0, limit);
      const next = found.length > limit ? (items.at(-1)?.name ?? null) : null;
      return { items: await this.health.of(tx, items), next };
    });
  }
}

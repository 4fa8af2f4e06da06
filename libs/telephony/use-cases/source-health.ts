import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { type FeedRow, HealthReads } from '../data/health-reads.js';
import type { RegisteredSource } from '../data/source-registry.js';
import type { LineSettings } from '../domain/sources/settings.js';
import { type Health, healthOf } from '../domain/sources/health.js';

export interface SourceState {
  readonly source: RegisteredSource;
  readonly health: Health;
  readonly feeds: readonly FeedRow[];
}

/** Adds to sources how they are. */
@Injectable()
export class SourceHealth {
  constructor(private readonly reads: HealthReads) {}

  async of(tx: Transaction, sources: readonly RegisteredSource[]): Promise<SourceState[]> {
    const ids = sources.map(({ id }) => id);
    const feeds = await this.reads.feeds(tx, ids);
    const open = new Map((await this.reads.open(tx, ids)).map((one) => [one.sourceId, one]));
    return sources.map((source) => {
      const own = feeds.filter(({ sourceId }) => sourceId === source.id);
      const health = healthOf({
        now: tx.now,
        enabled: source.enabled,
        hasLog: source.kind !== 'ami' || hasBook(source.settings),
        feeds: own,
        differences: open.get(source.id)?.differences ?? 0,
        unknownExtensions: open.get(source.id)?.strange ?? 0,
      });
      return { source, health, feeds: own };
    });
  }
}

const hasBook = (settings: LineSettings | null): boolean =>
  settings?.queueLog !== undefined || settings?.queueLogTable !== undefined;

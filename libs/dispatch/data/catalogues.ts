import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Instant, refuse, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { managerOf, rows } from '@hotline/platform';
import type { Catalogue, CatalogueRule } from '../domain/catalogue.js';
import { SHIPPED_CATALOGUE } from '../domain/shipped-catalogue.js';
import { CatalogueEntity } from './entities.js';

const REFRESH_MS = 10_000;

function toCatalogue(entity: CatalogueEntity): Catalogue {
  const { version, effectiveFrom, author, note } = entity;
  return { version, effectiveFrom, author, note, rules: entity.rules as CatalogueRule[] };
}

/** The published versions of the dispatch catalogue, in memory: every dispatch asks for the one in force. */
@Injectable()
export class Catalogues implements OnModuleInit {
  private versions: readonly Catalogue[] = [];
  private readAt = 0;

  constructor(private readonly work: UnitOfWork) {}

  async onModuleInit(): Promise<void> {
    await this.work.run(WHOLE_TREE, async (tx) => {
      const { version, effectiveFrom, author, note, rules } = SHIPPED_CATALOGUE;
      await rows(
        tx,
        `insert into catalogue (version, effective_from, author, note, rules, published_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [version, effectiveFrom, author, note, JSON.stringify(rules), tx.now],
      );
      await this.load(tx);
    });
  }

  async load(tx: Transaction): Promise<void> {
    const found = await managerOf(tx).find(CatalogueEntity, { order: { effectiveFrom: 'ASC' } });
    this.versions = found.map(toCatalogue);
    this.readAt = tx.now.getTime();
  }

  /** The version in force at `at`. */
  async at(tx: Transaction, at: Instant): Promise<Catalogue> {
    if (tx.now.getTime() - this.readAt > REFRESH_MS) await this.load(tx);
    return this.versions.filter((one) => one.effectiveFrom <= at).at(-1) ?? SHIPPED_CATALOGUE;
  }

  all(): readonly Catalogue[] {
    return this.versions;
  }

  version(version: number): Catalogue {
    return this.versions.find((one) => one.version === version) ?? refuse('not-found');
  }
}

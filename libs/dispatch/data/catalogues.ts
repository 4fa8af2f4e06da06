import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Instant, refuse, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { managerOf, prepared, row, rows } from '@hotline/platform';
import type { Catalogue, CatalogueRule } from '../domain/catalogue.js';
import { SHIPPED_CATALOGUE } from '../domain/shipped-catalogue.js';
import { inForce } from '../domain/versions.js';
import { CatalogueEntity } from './entities.js';

export interface PublishedCatalogue extends Catalogue {
  readonly publishedAt: Instant;
  readonly authorId: string | null;
  /** The version it repeats, when an older one was published again. */
  readonly copyOf: number | null;
  readonly dryRunId: string | null;
  /** Why it was published without a dry run. */
  readonly skipReason: string | null;
}

export type Publication = Omit<PublishedCatalogue, 'version' | 'publishedAt'>;

function toCatalogue({ rules: stored, ...entity }: CatalogueEntity): PublishedCatalogue {
  return { ...entity, rules: stored as CatalogueRule[] };
}

/**
 * The published versions of the dispatch catalogue, in memory: every dispatch asks for the one in force. A version
 * never changes, so that one look at the newest number tells whether another process has published meanwhile.
 */
@Injectable()
export class Catalogues implements OnModuleInit {
  private versions: readonly PublishedCatalogue[] = [];
  // One look a transaction: a round of hops or a batch of a dry run asks many times.
  private readonly looks = new WeakMap<Transaction, Promise<readonly PublishedCatalogue[]>>();

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
    });
  }

  /** The version in force at `at`. */
  async at(tx: Transaction, at: Instant): Promise<Catalogue> {
    return inForce(await this.all(tx), at) ?? SHIPPED_CATALOGUE;
  }

  /** Oldest first. */
  all(tx: Transaction): Promise<readonly PublishedCatalogue[]> {
    const looked = this.looks.get(tx) ?? this.look(tx);
    this.looks.set(tx, looked);
    return looked;
  }

  private async look(tx: Transaction): Promise<readonly PublishedCatalogue[]> {
    const [newest] = await prepared<{ version: number }>(
      tx,
      'catalogue-newest',
      'select version from catalogue order by version desc limit 1',
      [],
    );
    const known = this.versions.at(-1)?.version ?? 0;
    if (newest && newest.version > known) {
      const found = await managerOf(tx).find(CatalogueEntity, { order: { version: 'ASC' } });
      this.versions = found.map(toCatalogue);
    }
    return this.versions;
  }

  async version(tx: Transaction, version: number): Promise<PublishedCatalogue> {
    return (await this.all(tx)).find((one) => one.version === version) ?? refuse('not-found');
  }

  /** Adds the next version; two publications at once follow each other. */
  async publish(tx: Transaction, publication: Publication): Promise<number> {
    await rows(tx, `select pg_advisory_xact_lock(hashtext('catalogue-publication'))`);
    const { effectiveFrom, author, note, rules, authorId, copyOf, dryRunId, skipReason } = publication;
    const added = await row<{ version: number }>(
      tx,
      `insert into catalogue (version, effective_from, author, note, rules, published_at, author_id, copy_of,
         dry_run_id, skip_reason)
       select coalesce(max(version), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9 from catalogue returning version`,
      [effectiveFrom, author, note, JSON.stringify(rules), tx.now, authorId, copyOf, dryRunId, skipReason],
    );
    return added?.version ?? refuse('unavailable');
  }
}

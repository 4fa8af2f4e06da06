import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { Catalogues, type PublishedCatalogue } from '../data/catalogues.js';
import { DispatchReads } from '../data/dispatch-reads.js';
import { endOf, type Standing, standingOf } from '../domain/versions.js';
import { mayPublish } from '../domain/editing.js';
import { CatalogueDrafting, type ShownRule } from './catalogue-drafting.js';

export interface VersionLine extends Omit<PublishedCatalogue, 'rules' | 'authorId'> {
  readonly standing: Standing;
  readonly effectiveUntil: Date | null;
  readonly ruleCount: number;
  /** True when this person may publish it once more. */
  readonly mayRollBack: boolean;
}

export interface VersionPage {
  readonly items: VersionLine[];
  readonly nextCursor: string | null;
}

export interface VersionView extends VersionLine {
  readonly rules: (ShownRule & { readonly hits30d: number })[];
}

/** The catalogue as people read it: each rule with how often it decided lately. */
@Injectable()
export class ShowCatalogue {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogues: Catalogues,
    private readonly reads: DispatchReads,
    private readonly drafting: CatalogueDrafting,
  ) {}

  /** Newest first; `before` is the number the last page ended with. */
  list(actor: Actor, before: number | null, limit: number): Promise<VersionPage> {
    return this.work.read(scopeOf(actor, 'catalogue.read'), async (tx) => {
      const all = await this.catalogues.all(tx);
      const older = all.filter((one) => before === null || one.version < before).reverse();
      const items = older.slice(0, limit).map((one) => lineOf(one, all, tx.now, actor));
      return { items, nextCursor: older.length > limit ? String(items.at(-1)?.version) : null };
    });
  }

  one(actor: Actor, version: number): Promise<VersionView> {
    return this.work.read(scopeOf(actor, 'catalogue.read'), async (tx) => {
      const found = await this.catalogues.version(tx, version);
      const line = lineOf(found, await this.catalogues.all(tx), tx.now, actor);
      const hits = await this.reads.ruleHits(tx, version);
      const rules = this.drafting
        .shownRules(found.rules)
        .map((rule) => ({ ...rule, hits30d: hits.get(rule.no) ?? 0 }));
      return { ...line, rules };
    });
  }
}

function lineOf(
  { rules, authorId: _, ...one }: PublishedCatalogue,
  all: readonly PublishedCatalogue[],
  now: Date,
  actor: Actor,
): VersionLine {
  const standing = standingOf(one, all, now);
  const effectiveUntil = endOf(one, all);
  return { ...one, standing, effectiveUntil, ruleCount: rules.length, mayRollBack: mayPublish(actor) };
}

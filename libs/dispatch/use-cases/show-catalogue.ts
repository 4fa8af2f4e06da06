import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { Catalogues } from '../data/catalogues.js';
import { DispatchReads } from '../data/dispatch-reads.js';
import type { Catalogue, CatalogueRule } from '../domain/catalogue.js';

interface CatalogueWithHits extends Omit<Catalogue, 'rules'> {
  rules: (Omit<CatalogueRule, 'when'> & { when: Record<string, readonly string[]>; hits30d: number })[];
}

/** The catalogue as people read it: each rule with how often it decided lately. */
@Injectable()
export class ShowCatalogue {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogues: Catalogues,
    private readonly reads: DispatchReads,
  ) {}

  all(actor: Actor): Promise<CatalogueWithHits[]> {
    return this.work.read(scopeOf(actor, 'catalogue.read'), async (tx) => {
      const shown: CatalogueWithHits[] = [];
      for (const catalogue of [...this.catalogues.all()].reverse())
        shown.push(await this.withHits(tx, catalogue));
      return shown;
    });
  }

  one(actor: Actor, version: number): Promise<CatalogueWithHits> {
    return this.work.read(scopeOf(actor, 'catalogue.read'), (tx) =>
      this.withHits(tx, this.catalogues.version(version)),
    );
  }

  private async withHits(tx: Transaction, catalogue: Catalogue): Promise<CatalogueWithHits> {
    const hits = await this.reads.ruleHits(tx, catalogue.version);
    const rules = catalogue.rules.map((rule) => ({
      ...rule,
      when: rule.when as Record<string, readonly string[]>,
      hits30d: hits.get(rule.no) ?? 0,
    }));
    return { ...catalogue, rules };
  }
}

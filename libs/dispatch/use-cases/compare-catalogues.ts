import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { CatalogueRefs } from '../data/catalogue-refs.js';
import { compareCatalogues, type Comparison, type FieldChange } from '../domain/compare-catalogues.js';
import { CatalogueDrafting, type ShownRule } from './catalogue-drafting.js';

export interface ShownComparison extends Omit<Comparison, 'added' | 'removed'> {
  readonly added: ShownRule[];
  readonly removed: ShownRule[];
}

/** Two sets of rules side by side: versions, drafts, or one of each. */
@Injectable()
export class CompareCatalogues {
  constructor(
    private readonly work: UnitOfWork,
    private readonly refs: CatalogueRefs,
    private readonly units: UnitTree,
    private readonly drafting: CatalogueDrafting,
  ) {}

  run(actor: Actor, from: string, to: string): Promise<ShownComparison> {
    return this.work.read(scopeOf(actor, 'catalogue.read'), async (tx) => {
      const before = await this.refs.find(tx, actor, from);
      const after = await this.refs.find(tx, actor, to);
      const { added, removed, changed, same } = compareCatalogues(before.rules, after.rules);
      return {
        added: this.drafting.shownRules(added),
        removed: this.drafting.shownRules(removed),
        changed: changed.map((one) => ({ ...one, fields: one.fields.map((field) => this.named(field)) })),
        same,
      };
    });
  }

  /** People compare names of units, not their ids. */
  private named(change: FieldChange): FieldChange {
    if (change.field !== 'unitId') return change;
    const names = (ids: readonly string[]) => ids.map((id) => this.units.current().find(id)?.name ?? id);
    return { field: 'unit', before: names(change.before), after: names(change.after) };
  }
}

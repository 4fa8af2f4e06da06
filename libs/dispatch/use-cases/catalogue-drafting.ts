import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction } from '@hotline/kernel';
import { type Actor, briefOf, Places, type UnitBrief, UnitTree } from '@hotline/organization';
import { type CatalogueDraft, DraftStore } from '../data/draft-store.js';
import { DryRunStore } from '../data/dry-run-store.js';
import type { CatalogueRule } from '../domain/catalogue.js';
import type { CatalogueFault } from '../domain/catalogue-fault.js';
import { checkCatalogue } from '../domain/check-catalogue.js';
import { type DraftVerb, draftVerbs, mayWrite } from '../domain/editing.js';
import { type DryRunView, dryRunView } from './show-dry-run.js';

export type ShownRule = CatalogueRule & { readonly unit: UnitBrief | null };

export interface DraftView extends Omit<CatalogueDraft, 'rules' | 'rulesVersion'> {
  readonly rules: ShownRule[];
  readonly faults: CatalogueFault[];
  readonly dryRun: DryRunView | null;
  /** True when a run over the whole country of exactly these rules has finished. */
  readonly tried: boolean;
  readonly may: DraftVerb[];
}

/** What every verb on a draft does alike: find it, hold it against an old version, show it. */
@Injectable()
export class CatalogueDrafting {
  constructor(
    private readonly drafts: DraftStore,
    private readonly runs: DryRunStore,
    private readonly units: UnitTree,
    private readonly places: Places,
  ) {}

  check(rules: readonly CatalogueRule[]): CatalogueFault[] {
    const isPlace = (prefix: string) =>
      /^\d{2,6}$/.test(prefix) && this.places.find(prefix.padEnd(6, '0')) !== undefined;
    return checkCatalogue(rules, { tree: this.units.current(), isPlace });
  }

  /** @throws Refused `catalogue-broken` with every fault, the first one in front */
  refuseBroken(rules: readonly CatalogueRule[]): void {
    const faults = this.check(rules);
    const [first] = faults;
    if (first) refuse('catalogue-broken', { field: first.field, faults });
  }

  shownRules(rules: readonly CatalogueRule[]): ShownRule[] {
    const tree = this.units.current();
    return rules.map((rule) => {
      const unit = rule.unitId ? tree.find(rule.unitId) : undefined;
      return { ...rule, unit: unit ? briefOf(unit) : null };
    });
  }

  /**
   * Locks a draft this person may write.
   * @throws Refused `stale-version` with the present copy when `version` is another one, `wrong-state` with it when it has
   * been published
   */
  async lock(tx: Transaction, actor: Actor, id: string, version: number): Promise<CatalogueDraft> {
    const draft = (await this.drafts.lock(tx, id)) ?? refuse('not-found');
    const may = mayWrite(actor, draft);
    if (!may.ok && may.refusal.code === 'wrong-state')
      refuse('wrong-state', { current: await this.view(tx, actor, draft) });
    orRefuse(may);
    await this.refuseStale(tx, actor, draft, version);
    return draft;
  }

  async refuseStale(tx: Transaction, actor: Actor, draft: CatalogueDraft, version: number): Promise<void> {
    if (draft.version === version) return;
    refuse('stale-version', {
      facts: { yours: version, newest: draft.version },
      current: await this.view(tx, actor, draft),
    });
  }

  async show(tx: Transaction, actor: Actor, id: string): Promise<DraftView> {
    return this.view(tx, actor, (await this.drafts.find(tx, id)) ?? refuse('not-found'));
  }

  private async view(tx: Transaction, actor: Actor, draft: CatalogueDraft): Promise<DraftView> {
    const { rules, rulesVersion, ...rest } = draft;
    const run = await this.runs.latest(tx, draft.id);
    return {
      ...rest,
      rules: this.shownRules(rules),
      faults: this.check(rules),
      dryRun: run && dryRunView(run, []),
      tried: (await this.runs.finishedSince(tx, draft.id, rulesVersion)) !== null,
      may: draftVerbs(actor, draft),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { type CatalogueDraft, DraftStore } from '../data/draft-store.js';
import type { CatalogueFault } from '../domain/catalogue-fault.js';
import { CatalogueDrafting, type DraftView } from './catalogue-drafting.js';

export interface DraftPage {
  readonly items: (Omit<CatalogueDraft, 'rules' | 'rulesVersion'> & {
    ruleCount: number;
    faultCount: number;
  })[];
  readonly nextCursor: string | null;
}

/** Drafts as their writers see them. */
@Injectable()
export class ShowCatalogueDrafts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: DraftStore,
    private readonly drafting: CatalogueDrafting,
  ) {}

  list(actor: Actor, cursor: string | null, limit: number): Promise<DraftPage> {
    return this.work.read(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      const found = await this.drafts.list(tx, cursor, limit + 1);
      const items = found.slice(0, limit).map(({ rules, rulesVersion: _, ...draft }) => ({
        ...draft,
        ruleCount: rules.length,
        faultCount: this.drafting.check(rules).length,
      }));
      return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  one(actor: Actor, id: string): Promise<DraftView> {
    return this.work.read(scopeOf(actor, 'catalogue.edit'), (tx) => this.drafting.show(tx, actor, id));
  }

  /** What keeps it from being published; empty when nothing does. */
  check(actor: Actor, id: string): Promise<CatalogueFault[]> {
    return this.work.read(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      const draft = (await this.drafts.find(tx, id)) ?? refuse('not-found');
      return this.drafting.check(draft.rules);
    });
  }
}

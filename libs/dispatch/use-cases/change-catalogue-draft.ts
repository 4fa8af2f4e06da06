import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { type DraftContent, DraftStore } from '../data/draft-store.js';
import { CatalogueDrafting, type DraftView } from './catalogue-drafting.js';

/** Saves a draft as its writer sees it; faults are shown, not refused, because half a rule is a rule being written. */
@Injectable()
export class ChangeCatalogueDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: DraftStore,
    private readonly drafting: CatalogueDrafting,
  ) {}

  run(actor: Actor, id: string, version: number, content: DraftContent): Promise<DraftView> {
    return this.work.run(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      await this.drafting.lock(tx, actor, id, version);
      await this.drafts.save(tx, id, content);
      return this.drafting.show(tx, actor, id);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { DraftStore } from '../data/draft-store.js';
import { DryRunStore } from '../data/dry-run-store.js';
import { CatalogueDrafting } from './catalogue-drafting.js';

/** Puts a draft away; the row stays, because proposals and dry runs point at it. */
@Injectable()
export class DiscardCatalogueDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: DraftStore,
    private readonly runs: DryRunStore,
    private readonly drafting: CatalogueDrafting,
  ) {}

  run(actor: Actor, id: string, version: number): Promise<void> {
    return this.work.run(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      await this.drafting.lock(tx, actor, id, version);
      await this.runs.cancel(tx, 'draft_id', id);
      await this.drafts.discard(tx, id);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { DraftStore } from '../data/draft-store.js';
import { ownDrafts } from './save-draft.js';

/** Gives a draft up; done again, it changes nothing. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: DraftStore,
  ) {}

  run(actor: Actor, id: string): Promise<void> {
    return this.work.run(ownDrafts(actor), (tx) => this.drafts.discard(tx, id));
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { DraftStore } from '../data/draft-store.js';
import type { Draft } from '../domain/draft.js';
import { ownDrafts } from './save-draft.js';

@Injectable()
export class ListDrafts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: DraftStore,
  ) {}

  run(actor: Actor): Promise<Draft[]> {
    return this.work.read(ownDrafts(actor), (tx) => this.drafts.list(tx));
  }
}

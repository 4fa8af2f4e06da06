import { Injectable } from '@nestjs/common';
import { refuse, type Scope, UnitOfWork } from '@hotline/kernel';
import { readVocabulary, type StoredVocabulary } from '../data/vocabulary-store.js';

const NO_SUBTREE: Scope = { accountId: null, prefixes: [] };

/** The coded choices of all forms, as published last. */
@Injectable()
export class ShowVocabulary {
  constructor(private readonly work: UnitOfWork) {}

  async run(): Promise<StoredVocabulary> {
    return (await this.work.read(NO_SUBTREE, readVocabulary)) ?? refuse('unavailable');
  }
}

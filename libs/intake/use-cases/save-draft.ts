import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Scope, UnitOfWork } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { DraftStore } from '../data/draft-store.js';
import { type Draft, mayStore, MOST_DRAFT_BYTES } from '../domain/draft.js';

/** A draft belongs to its account alone; no unit sees it. */
export const ownDrafts = (actor: Actor): Scope => ({ accountId: actor.accountId, prefixes: [] });

export type DraftInput = Pick<Draft, 'id' | 'purpose' | 'subjectId' | 'body' | 'version'>;

/** Keeps what is being typed; `version` is the one it was typed over, 0 for the first save. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: DraftStore,
  ) {}

  async run(actor: Actor, input: DraftInput): Promise<Draft> {
    if (Buffer.byteLength(JSON.stringify(input.body)) > MOST_DRAFT_BYTES) {
      return refuse('body-too-large', { field: 'body', facts: { most: MOST_DRAFT_BYTES } });
    }
    return this.work.run(ownDrafts(actor), async (tx) => {
      const stored = await this.drafts.lock(tx, input.id);
      const others = stored ? 0 : await this.drafts.contactDrafts(tx);
      const version = orRefuse(mayStore(input.version, stored, input.purpose, others));
      const draft = { ...input, version, savedAt: tx.now };
      if (await this.drafts.put(tx, draft)) return draft;
      const faster = await this.drafts.lock(tx, input.id);
      return refuse('stale-version', {
        facts: { yours: input.version, newest: faster?.version ?? 0 },
        current: faster,
      });
    });
  }
}

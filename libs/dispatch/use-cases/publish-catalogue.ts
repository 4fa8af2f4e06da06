import { Injectable } from '@nestjs/common';
import { type Instant, orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf } from '@hotline/organization';
import { Catalogues } from '../data/catalogues.js';
import { type CatalogueDraft, DraftStore } from '../data/draft-store.js';
import { DryRunStore } from '../data/dry-run-store.js';
import { beginning, mayPublish } from '../domain/editing.js';
import { CatalogueDrafting } from './catalogue-drafting.js';

export interface PublicationOrder {
  /** Now when null. */
  readonly effectiveFrom: Instant | null;
  /** What changed and why; the draft's own note when null. */
  readonly note: string | null;
  /** Said when nobody tried the draft; kept with the version and in the audit record. */
  readonly skipReason: string | null;
}

/** Makes a draft the next version: checked, tried or knowingly untried, by the national union. */
@Injectable()
export class PublishCatalogue {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogues: Catalogues,
    private readonly drafts: DraftStore,
    private readonly runs: DryRunStore,
    private readonly drafting: CatalogueDrafting,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the number of the new version */
  async run(actor: Actor, draftId: string, version: number, order: PublicationOrder): Promise<number> {
    if (!mayPublish(actor)) return refuse('forbidden');
    return this.work.run(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      const draft = await this.drafting.lock(tx, actor, draftId, version);
      const effectiveFrom = orRefuse(beginning(order.effectiveFrom, tx.now));
      this.drafting.refuseBroken(draft.rules);
      const proof = await this.proof(tx, draft, order.skipReason);
      const published = await this.catalogues.publish(tx, {
        effectiveFrom,
        author: actor.displayName,
        authorId: actor.accountId,
        note: order.note ?? draft.note,
        rules: draft.rules,
        copyOf: null,
        ...proof,
      });
      await this.drafts.markPublished(tx, draftId, published);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'catalogue-published',
        objectKind: 'catalogue',
        objectId: draftId,
        reason: proof.skipReason,
        facts: { version: published, effectiveFrom: effectiveFrom.toISOString(), dryRunId: proof.dryRunId },
      });
      return published;
    });
  }

  private async proof(
    tx: Transaction,
    draft: CatalogueDraft,
    skipReason: string | null,
  ): Promise<{ dryRunId: string | null; skipReason: string | null }> {
    const run = await this.runs.finishedSince(tx, draft.id, draft.rulesVersion);
    if (run) return { dryRunId: run.id, skipReason: null };
    return skipReason ? { dryRunId: null, skipReason } : refuse('dry-run-required');
  }
}

import { Injectable } from '@nestjs/common';
import { newId, Outbox, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { DraftStore } from '../data/draft-store.js';
import { DryRunReads } from '../data/dry-run-reads.js';
import { DryRunStore } from '../data/dry-run-store.js';
import { JUDGE_BATCH } from '../domain/jobs.js';
import { CatalogueDrafting } from './catalogue-drafting.js';
import { type DryRunView, dryRunView } from './show-dry-run.js';

/** Tries a draft on the newest tickets of the starter's units; a run of the same draft still going is stopped. */
@Injectable()
export class StartDryRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: DraftStore,
    private readonly runs: DryRunStore,
    private readonly reads: DryRunReads,
    private readonly drafting: CatalogueDrafting,
    private readonly outbox: Outbox,
  ) {}

  run(actor: Actor, draftId: string, version: number, tickets: number): Promise<DryRunView> {
    return this.work.run(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      const draft = (await this.drafts.lock(tx, draftId)) ?? refuse('not-found');
      if (draft.publishedVersion !== null) refuse('wrong-state');
      await this.drafting.refuseStale(tx, actor, draft, version);
      await this.runs.cancel(tx, 'draft_id', draftId);
      const total = await this.reads.countTickets(tx, tickets);
      const id = newId();
      await this.runs.insert(tx, { id, draftId, draftVersion: version, rules: draft.rules, total });
      await this.runs.keepJob(tx, id, await this.outbox.add(tx, JUDGE_BATCH, { runId: id }));
      return dryRunView((await this.runs.find(tx, id)) ?? refuse('not-found'), []);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { OutboxRelay } from '@hotline/platform';
import { FailedJobs } from '../data/failed-jobs.js';

/** Sends a job that failed for good once more. */
@Injectable()
export class RedriveJob {
  constructor(
    private readonly work: UnitOfWork,
    private readonly failed: FailedJobs,
    private readonly relay: OutboxRelay,
  ) {}

  run(actor: Actor, id: string): Promise<void> {
    return this.work.run(scopeOf(actor, 'jobs.redrive'), async (tx) => {
      const job = await this.failed.lock(tx, id);
      if (!job) return refuse('not-found');
      if (job.redriven_at) return refuse('duplicate');
      await this.failed.redrive(tx, id, actor.accountId);
      tx.afterCommit(() => this.relay.nudge());
    });
  }
}

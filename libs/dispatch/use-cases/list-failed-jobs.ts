import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { FailedJobs } from '../data/failed-jobs.js';

export interface FailedJobsPage {
  items: {
    id: string;
    queue: string;
    name: string;
    ticketId: string | null;
    ticketNo: string | null;
    failedAt: Date;
    attempts: number;
    error: string;
    redrivenAt: Date | null;
  }[];
  nextCursor: string | null;
}

/** What the queue could not do, of tickets the reader may see. */
@Injectable()
export class ListFailedJobs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly failed: FailedJobs,
  ) {}

  run(actor: Actor, cursor: string | null, limit: number): Promise<FailedJobsPage> {
    return this.work.read(scopeOf(actor, 'jobs.read'), async (tx) => {
      const found = await this.failed.list(tx, cursor, limit + 1);
      const items = found.slice(0, limit).map((one) => ({
        id: one.id,
        queue: one.queue,
        name: one.name,
        ticketId: one.ticket_id,
        ticketNo: one.ticket_no,
        failedAt: one.failed_at,
        attempts: one.attempts,
        error: one.error,
        redrivenAt: one.redriven_at,
      }));
      return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }
}

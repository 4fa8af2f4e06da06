import {
  JOB_PRIORITY,
  type JobDefinition,
  type JobPayload,
  type JobPriority,
  newId,
  Outbox,
  type Transaction,
} from '@hotline/kernel';
import { prepared } from '../database/sql.js';

/** Writes the job beside the facts it follows from; after the commit the relay is told to look. */
export class PgOutbox extends Outbox {
  constructor(private readonly nudge: () => void) {
    super();
  }

  async add<P extends JobPayload>(
    tx: Transaction,
    job: JobDefinition<P>,
    payload: P,
    priority: JobPriority = 'general',
  ): Promise<string> {
    const id = newId();
    await prepared(
      tx,
      'outbox-add',
      'insert into outbox (id, queue, name, payload, priority, created_at) values ($1, $2, $3, $4, $5, $6)',
      [id, job.queue, job.name, payload, JOB_PRIORITY[priority], tx.now],
    );
    tx.afterCommit(this.nudge);
    return id;
  }
}

import {
  JOB_PRIORITY,
  type JobDefinition,
  type JobPayload,
  type JobPriority,
  newId,
  Outbox,
  type OutboxRow,
  type Transaction,
} from '@hotline/kernel';
import { prepared } from '../database/sql.js';

/** Writes the job beside the facts it follows from; after the commit the relay is told to look. */
export class PgOutbox extends Outbox {
  constructor(private readonly nudge: () => void) {
    super();
  }

  row<P extends JobPayload>(
    tx: Transaction,
    job: JobDefinition<P>,
    payload: P,
    priority: JobPriority = 'general',
  ): OutboxRow {
    tx.afterCommit(this.nudge);
    const { queue, name } = job;
    return { id: newId(), queue, name, payload, priority: JOB_PRIORITY[priority], created_at: tx.now };
  }

  async add<P extends JobPayload>(
    tx: Transaction,
    job: JobDefinition<P>,
    payload: P,
    priority: JobPriority = 'general',
  ): Promise<string> {
    const row = this.row(tx, job, payload, priority);
    await this.addAll(tx, [row]);
    return row.id;
  }

  async addAll(tx: Transaction, jobs: readonly OutboxRow[]): Promise<void> {
    if (jobs.length === 0) return;
    await prepared(
      tx,
      'outbox-add',
      `insert into outbox (id, queue, name, payload, priority, created_at)
       select r.id, r.queue, r.name, r.payload, r.priority, r.created_at from jsonb_to_recordset($1::jsonb)
         as r(id uuid, queue text, name text, payload jsonb, priority integer, created_at timestamptz)`,
      [JSON.stringify(jobs)],
    );
  }
}

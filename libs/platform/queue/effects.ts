import { newId, type Transaction } from '@hotline/kernel';
import { changed, rows } from '../database/sql.js';

/**
 * Marks a job's effect as done, in the transaction of the effect itself.
 * @returns false when it was done before: the job ran twice and the second run must change nothing.
 */
export async function claimEffect(tx: Transaction, outboxId: string): Promise<boolean> {
  return (
    (await changed(tx, 'update outbox set done_at = $2 where id = $1 and done_at is null', [
      outboxId,
      tx.now,
    ])) === 1
  );
}

export interface DeadLetter {
  outboxId: string;
  queue: string;
  name: string;
  ticketId: string | null;
  attempts: number;
  error: string;
}

/** Keeps a job that failed for good where people see it, whatever the queue later forgets. */
export async function buryJob(tx: Transaction, letter: DeadLetter): Promise<boolean> {
  const buried = await changed(
    tx,
    `insert into dead_letter (id, outbox_id, queue, name, ticket_id, attempts, error, failed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (outbox_id) do nothing`,
    [
      newId(),
      letter.outboxId,
      letter.queue,
      letter.name,
      letter.ticketId,
      letter.attempts,
      letter.error,
      tx.now,
    ],
  );
  return buried === 1;
}

// Longer than every retry of a living job, so that only jobs the queue has lost are sent again.
const LOST_AFTER = '60 seconds';

/** Sends again what the queue was given and lost: neither done nor dead after a minute. */
export async function forgetLostJobs(tx: Transaction): Promise<number> {
  const lost = await rows(
    tx,
    `update outbox set dispatched_at = null where id in (
       select o.id from outbox o where o.dispatched_at < $1::timestamptz - interval '${LOST_AFTER}' and o.done_at is null
         and not exists (select 1 from dead_letter d where d.outbox_id = o.id)
       limit 1000 for update skip locked)
     returning id`,
    [tx.now],
  );
  return lost.length;
}

import { newId, type Transaction } from '@hotline/kernel';
import { changed, prepared, rows } from '../database/sql.js';

/**
 * Marks a job's effect as done, in the transaction of the effect itself.
 * @returns false when it was done before: the job ran twice and the second run must change nothing.
 */
export async function claimEffect(tx: Transaction, outboxId: string): Promise<boolean> {
  return (await claimEffects(tx, [{ outboxId }])).length === 1;
}

/**
 * The same for the jobs of one round.
 * @returns those whose effect is still to be done, by this transaction
 */
export async function claimEffects<J extends { readonly outboxId: string }>(
  tx: Transaction,
  jobs: readonly J[],
): Promise<J[]> {
  // In the order of their ids, so that two rounds with the same jobs never wait for each other.
  const claimed = await prepared<{ id: string }>(
    tx,
    'outbox-claim',
    `with mine as (select id from outbox where id = any ($1::uuid[]) and done_at is null order by id for no key update)
     update outbox o set done_at = $2 from mine where o.id = mine.id returning o.id`,
    [jobs.map(({ outboxId }) => outboxId), tx.now],
  );
  const mine = new Set(claimed.map(({ id }) => id));
  return jobs.filter(({ outboxId }) => mine.has(outboxId));
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

import { refuse, type Transaction } from '@hotline/kernel';
import { row } from '@hotline/platform';
import { seen } from '@hotline/ticket';

/** @throws Refused `not-found` when the ticket is absent or invisible in this scope. */
export async function mustSee(tx: Transaction, ticketId: string): Promise<void> {
  const values: unknown[] = [ticketId];
  const found = await row(
    tx,
    `select 1 from ticket t where t.id = $1 and ${seen('t', tx.scope, values)}`,
    values,
  );
  if (!found) refuse('not-found');
}

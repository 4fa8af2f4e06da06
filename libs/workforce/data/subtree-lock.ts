import type { Transaction } from '@hotline/kernel';
import { changed } from '@hotline/platform';

export type SubtreeKind = 'queue' | 'agent';

/**
 * Whoever writes intervals moves the sums of the units above them: one after the other, and the lock before the rows,
 * or two writers wait for each other. Held until the end of the transaction; readers never wait for it.
 */
export async function holdSubtree(tx: Transaction, kind: SubtreeKind): Promise<void> {
  await changed(tx, 'select pg_advisory_xact_lock(hashtext($1))', [`${kind}_subtree`]);
}

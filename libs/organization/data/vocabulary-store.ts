import type { Transaction } from '@hotline/kernel';
import { row } from '@hotline/platform';

export interface StoredVocabulary {
  readonly version: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The word lists in force now. */
export function readVocabulary(tx: Transaction): Promise<StoredVocabulary | null> {
  return row<{ version: number; body: Record<string, unknown> }>(
    tx,
    'select version, body from vocabulary where effective_from <= $1 order by version desc limit 1',
    [tx.now],
  );
}

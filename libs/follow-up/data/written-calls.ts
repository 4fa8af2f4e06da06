import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';

/** A call proves one attempt. */
@Injectable()
export class WrittenCalls {
  /** Those of the calls by which an attempt is on record. */
  async of(tx: Transaction, callIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (callIds.length === 0) return new Set();
    const found = await rows<{ call_id: string }>(
      tx,
      'select call_id from call_back where call_id = any($1)',
      [callIds],
    );
    return new Set(found.map(({ call_id }) => call_id));
  }
}

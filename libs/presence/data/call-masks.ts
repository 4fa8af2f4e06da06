import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';

/** Numbers of calls as they may be shown: with their middle hidden. */
@Injectable()
export class CallMasks {
  async of(tx: Transaction, callIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    if (callIds.length === 0) return new Map();
    const found = await rows<{ id: string; masked: string | null }>(
      tx,
      'select id, caller_masked as masked from call where id = any($1)',
      [callIds],
    );
    return new Map(found.map(({ id, masked }) => [id, masked]));
  }
}

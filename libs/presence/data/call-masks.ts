import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Direction } from '../domain/presence.js';

export interface CallMask {
  readonly masked: string | null;
  readonly direction: Direction;
}

/** Numbers of calls as they may be shown: with their middle hidden. */
@Injectable()
export class CallMasks {
  async of(tx: Transaction, callIds: readonly string[]): Promise<ReadonlyMap<string, CallMask>> {
    if (callIds.length === 0) return new Map();
    const found = await rows<{ id: string } & CallMask & Record<string, unknown>>(
      tx,
      'select id, caller_masked as masked, direction from call where id = any($1)',
      [callIds],
    );
    return new Map(found.map(({ id, masked, direction }) => [id, { masked, direction }]));
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, DAY_MS, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { RebuildStore } from '../data/rebuild-store.js';

/** How long bytes and events are kept, for a rebuild or a dispute; the rows made of them stay. */
export const KEPT_DAYS = 30;
const TABLES = ['call_event', 'telephony_raw'] as const;

/** Deletes what came over the wire more than thirty days ago, a little at a time. */
@Injectable()
export class ForgetOldCalls {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly store: RebuildStore,
  ) {}

  /** @returns how many rows it deleted, 0 when nothing is left */
  async slice(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    let gone = 0;
    for (const table of TABLES)
      gone += await this.work.run(WHOLE_TREE, (tx) => this.store.dropOld(tx, table, before));
    return gone;
  }
}

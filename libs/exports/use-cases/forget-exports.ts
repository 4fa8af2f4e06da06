import { Injectable } from '@nestjs/common';
import { Clock, DAY_MS, MINUTE_MS, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { ExportStore } from '../data/export-store.js';
import { PieceStore } from '../data/piece-store.js';
import { REMEMBERED_DAYS } from '../domain/export.js';

/** Longer than the queue needs to find a lost job again, several times. */
const STILL_MS = 15 * MINUTE_MS;
const SLICE = 50;

/** Deletes files whose time is over, ends those nobody carries on any more, forgets old orders. */
@Injectable()
export class ForgetExports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ExportStore,
    private readonly pieces: PieceStore,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    const still = new Date(now - STILL_MS);
    const over = await this.work.read(WHOLE_TREE, (tx) => this.pieces.over(tx, still, SLICE));
    // One a transaction: the bytes of a large file take a moment.
    for (const { id, state } of over)
      await this.work.run(WHOLE_TREE, (tx) =>
        this.store.end(tx, id, state, state === 'failed' ? 'fault' : null),
      );
    const before = new Date(now - REMEMBERED_DAYS * DAY_MS);
    await this.work.run(WHOLE_TREE, (tx) => this.pieces.forget(tx, before));
  }
}

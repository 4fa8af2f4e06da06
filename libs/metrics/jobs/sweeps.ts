import { Injectable } from '@nestjs/common';
import { MINUTE_MS, type Sweep } from '@hotline/kernel';
import { FOLD_BATCH, FoldEvents } from '../use-cases/fold-events.js';
import { CALL_BATCH, FoldCalls } from '../use-cases/fold-calls.js';
import { FreezeDays } from '../use-cases/freeze-days.js';

// A long backlog is worked off over several rounds, so that stopping never waits for all of it.
const MOST_BATCHES = 20;

/** The numbers follow the events within about a second. */
@Injectable()
export class FoldSweep implements Sweep {
  readonly name = 'fold-events';
  readonly everyMs = 1_000;

  constructor(private readonly events: FoldEvents) {}

  async sweep(): Promise<void> {
    // A batch that was not full took all there was; what came meanwhile is worth a transaction in a second, not now.
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await this.events.run()) < FOLD_BATCH) return;
  }
}

/** The connection rate follows the calls within about a second of their end. */
@Injectable()
export class CallFoldSweep implements Sweep {
  readonly name = 'fold-calls';
  readonly everyMs = 1_000;

  constructor(private readonly calls: FoldCalls) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await this.calls.run()) < CALL_BATCH) return;
  }
}

/** Freezes yesterday soon after midnight in Shanghai, and every day that was missed. */
@Injectable()
export class FreezeSweep implements Sweep {
  readonly name = 'freeze-days';
  readonly everyMs = 5 * MINUTE_MS;

  constructor(private readonly days: FreezeDays) {}

  async sweep(): Promise<void> {
    await this.days.run();
  }
}

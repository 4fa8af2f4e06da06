import { Injectable } from '@nestjs/common';
import type { Sweep } from '@hotline/kernel';
import { NOTE_BATCH, RollUpCalls } from '../use-cases/roll-up-calls.js';

// A long backlog is worked off over several rounds, so that stopping never waits for all of it.
const MOST_BATCHES = 20;

/** The reports follow the calls within some seconds. */
@Injectable()
export class RollUpSweep implements Sweep {
  readonly name = 'roll-up-calls';
  readonly everyMs = 3_000;

  constructor(private readonly rollUp: RollUpCalls) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await this.rollUp.run()) < NOTE_BATCH) return;
  }
}

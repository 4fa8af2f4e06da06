import { Injectable } from '@nestjs/common';
import { MINUTE_MS, type Sweep } from '@hotline/kernel';
import { TallyDays } from '../use-cases/tally-days.js';

// Years of calls are tallied over several rounds, so that stopping never waits for all of them.
const MOST_BATCHES = 40;

/** Figures of past days follow their calls. */
@Injectable()
export class TallySweep implements Sweep {
  readonly name = 'tally-days';
  readonly everyMs = MINUTE_MS;

  constructor(private readonly tally: TallyDays) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if (!(await this.tally.batch())) return;
  }
}

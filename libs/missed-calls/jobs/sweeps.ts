import { Injectable } from '@nestjs/common';
import type { Sweep } from '@hotline/kernel';
import { JUDGE_BATCH, JudgeCalls } from '../use-cases/judge-calls.js';

// A long backlog is worked off over several rounds, so that stopping never waits for all of it.
const MOST_BATCHES = 20;

/** A missed call is on the list within about a second of its end. */
@Injectable()
export class MissedCallSweep implements Sweep {
  readonly name = 'missed-calls';
  readonly everyMs = 1_000;

  constructor(private readonly calls: JudgeCalls) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await this.calls.run()) < JUDGE_BATCH) return;
  }
}

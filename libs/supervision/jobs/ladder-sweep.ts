import { Injectable } from '@nestjs/common';
import { MINUTE_MS, type Sweep } from '@hotline/kernel';
import { RunLadder } from '../use-cases/run-ladder.js';

/** 黄牌 → 催办 → 红牌 → 督办 → 提级, looked at every minute. */
@Injectable()
export class LadderSweep implements Sweep {
  readonly name = 'ladder';
  readonly everyMs = MINUTE_MS;

  constructor(private readonly ladder: RunLadder) {}

  sweep(): Promise<void> {
    return this.ladder.run();
  }
}

import { Injectable } from '@nestjs/common';
import type { Sweep } from '@hotline/kernel';
import { SettleGroups } from '../use-cases/settle-groups.js';

const MOST_BATCHES = 20;

/** Linked tickets follow within seconds; whatever a downtime missed is found by the next round. */
@Injectable()
export class GroupSweep implements Sweep {
  readonly name = 'groups';
  readonly everyMs = 3_000;

  constructor(private readonly settle: SettleGroups) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await this.settle.run()) === 0) return;
  }
}

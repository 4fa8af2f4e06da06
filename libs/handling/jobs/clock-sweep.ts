import { Injectable } from '@nestjs/common';
import { type Sweep, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { BATCH, ClockCards } from '../data/clock-cards.js';

const MOST_BATCHES = 20;

/** Turns clocks yellow and red when their time comes; whatever a downtime missed is found by the next round. */
@Injectable()
export class ClockSweep implements Sweep {
  readonly name = 'clocks';
  // A card is on record at most five seconds after its time; a round with nothing to do is two looks at an index.
  readonly everyMs = 2_000;

  constructor(
    private readonly work: UnitOfWork,
    private readonly cards: ClockCards,
  ) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const { yellow, red } = await this.work.run(WHOLE_TREE, (tx) => this.cards.give(tx));
      if (yellow < BATCH && red < BATCH) return;
    }
  }
}

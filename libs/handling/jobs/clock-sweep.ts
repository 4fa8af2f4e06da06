import { Injectable } from '@nestjs/common';
import { type Sweep, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { BATCH, type CardName, ClockCards } from '../data/clock-cards.js';

const MOST_BATCHES = 40;

/** Turns clocks yellow and red when their time comes; whatever a downtime missed is found by the next round. */
@Injectable()
export class ClockSweep implements Sweep {
  readonly name = 'clocks';
  readonly everyMs = 5_000;

  constructor(
    private readonly work: UnitOfWork,
    private readonly cards: ClockCards,
  ) {}

  async sweep(): Promise<void> {
    await this.give('yellow');
    await this.give('red');
  }

  private async give(card: CardName): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const given = await this.work.run(WHOLE_TREE, (tx) => this.cards.give(tx, card));
      if (given < BATCH) return;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { shanghaiDay, startOfShanghaiDay, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { DailyStore } from '../data/daily-store.js';

/** Keeps what each day said when it was over, so that later changes show as restatements. */
@Injectable()
export class FreezeDays {
  constructor(
    private readonly work: UnitOfWork,
    private readonly daily: DailyStore,
  ) {}

  /** @returns how many sums were frozen; none while events of those days still wait to be counted */
  run(): Promise<number> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const today = shanghaiDay(tx.now);
      if (await this.daily.behind(tx, startOfShanghaiDay(today))) return 0;
      return this.daily.freeze(tx, today);
    });
  }
}

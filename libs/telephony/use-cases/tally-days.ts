import { Injectable } from '@nestjs/common';
import { shanghaiDay, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { DayTallies } from '../data/day-tallies.js';

const MOST_NOTES = 5_000;
// Some thousands of calls: a statement on a busy machine with nothing at hand still takes a few seconds at most.
const MOST_DAYS = 12;

/** Tallies the days of lines that are over, and again those that have changed since. */
@Injectable()
export class TallyDays {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tallies: DayTallies,
  ) {}

  /**
   * One batch in a transaction of its own; one process at a time. Notes are taken before the rows are read: what is
   * changed in between leaves a note that stays.
   * @returns whether there may be more
   */
  batch(): Promise<boolean> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const over = shanghaiDay(await this.tallies.notYetOver(tx));
      const now = shanghaiDay(tx.now);
      const before = over < now ? over : now;
      const { taken, days } = await this.tallies.takeNotes(tx, MOST_NOTES);
      const changed = days.filter(({ day }) => day < before);
      if (changed.length > 0) {
        await this.tallies.tally(tx, changed);
        return true;
      }
      const missing = await this.tallies.missing(tx, before, MOST_DAYS);
      await this.tallies.tally(tx, missing);
      return taken === MOST_NOTES || missing.length === MOST_DAYS;
    });
  }
}

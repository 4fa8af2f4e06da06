import { Injectable } from '@nestjs/common';
import { DAY_MS, HOUR_MS, startOfShanghaiDay, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { LogDifferences } from '../data/log-differences.js';
import { compareLog, LogCounter, type LogCounts } from '../domain/sources/compare-log.js';
import type { LogBook } from '../feeds/log-book.js';

/** What happened within the last minute may not have come by both ways yet. */
const SETTLED_MS = 60_000;

/** Holds the log of a day against our rows; a difference is put on the health page with the calls in question. */
@Injectable()
export class CompareWithLog {
  constructor(
    private readonly work: UnitOfWork,
    private readonly differences: LogDifferences,
  ) {}

  /** @returns how many figures differ */
  async run(sourceId: string, book: Pick<LogBook, 'linesSince'>, day: string, now: Date): Promise<number> {
    const start = startOfShanghaiDay(day);
    const log = await countLog(book, start);
    if (log.fromUs === null) return 0;
    const end = new Date(start.getTime() + DAY_MS);
    const fromUs = Math.max(start.getTime() * 1000, log.fromUs);
    const settledUs = (now.getTime() - SETTLED_MS) * 1000;
    return this.work.run(WHOLE_TREE, async (tx) => {
      // A call made in time may have joined a little later.
      const kept = await this.differences.kept(tx, sourceId, start, new Date(end.getTime() + HOUR_MS));
      const found = compareLog(log.counts, kept, { fromUs, toUs: end.getTime() * 1000, settledUs });
      await this.differences.write(tx, sourceId, day, found);
      return found.length;
    });
  }
}

async function countLog(book: Pick<LogBook, 'linesSince'>, start: Date): Promise<LogCounts> {
  const counter = new LogCounter();
  for await (const lines of book.linesSince(start)) counter.take(lines);
  return counter.result;
}

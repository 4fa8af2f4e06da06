import { Injectable } from '@nestjs/common';
import { Clock, DAY_MS, MINUTE_MS, shanghaiDay } from '@hotline/kernel';
import type { LogBook } from '../feeds/log-book.js';
import { CompareWithLog } from '../use-cases/compare-with-log.js';

const EVERY_MS = 5 * MINUTE_MS;

interface Looked {
  readonly at: number;
  readonly day: string;
  readonly found: number;
}

/** Every five minutes, and once more for the day that has just ended, the log is held against our rows. */
@Injectable()
export class LogWatch {
  private readonly looked = new Map<string, Looked>();

  constructor(
    private readonly compare: CompareWithLog,
    private readonly clock: Clock,
  ) {}

  /** @returns whether the log should be read again from its start, because something of it has not arrived */
  async look(sourceId: string, book: LogBook | null): Promise<boolean> {
    const now = this.clock.now();
    const before = this.looked.get(sourceId);
    if (book === null || (before && now.getTime() - before.at < EVERY_MS)) return false;
    // A log that cannot be read says so itself; the other lines must not wait for it.
    if ((await book.look()) !== null) return false;
    const day = shanghaiDay(now);
    if (before?.day !== day)
      await this.compare.run(sourceId, book, shanghaiDay(new Date(now.getTime() - DAY_MS)), now);
    const found = await this.compare.run(sourceId, book, day, now);
    this.looked.set(sourceId, { at: now.getTime(), day, found });
    return found > 0 && found !== before?.found;
  }
}

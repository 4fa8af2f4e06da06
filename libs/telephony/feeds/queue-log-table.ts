import type { QueueLogLine } from '../domain/queue-log/parser.js';
import { type LogTableSettings, namePlace, type TablePlace } from '../domain/queue-log/table.js';
import type { FeedFault } from '../domain/sources/faults.js';
import type { LogBook, LogPlace } from './log-book.js';
import { NumberedRows } from './numbered-rows.js';
import type { LogPiece } from './queue-log-reader.js';
import { tableFault } from './table-faults.js';
import { TableLine } from './table-line.js';
import { TimedRows } from './timed-rows.js';

/** A `queue_log` that Asterisk writes to a table: of PostgreSQL, MySQL or MariaDB, with rows numbered by an `id` or without. */
export class TableLog implements LogBook {
  private readonly line: TableLine;
  private readonly numbered: NumberedRows;
  private readonly timed: TimedRows;

  constructor(settings: LogTableSettings, secret: string, now: () => number = Date.now) {
    this.line = new TableLine(settings, secret, now);
    this.numbered = new NumberedRows(this.line, namePlace(settings));
    this.timed = new TimedRows(this.line, namePlace(settings));
  }

  /** @throws Error whose fault `tableFault` names */
  async *news(kept: Partial<LogPlace> | null, onFault: (fault: FeedFault) => void): AsyncGenerator<LogPiece> {
    const place = placeOf(kept);
    yield* (await this.hasNumbers()) ? this.numbered.news(place, onFault) : this.timed.news(place);
  }

  async earlier(from: Date): Promise<TablePlace> {
    return (await this.hasNumbers()) ? this.numbered.earlier(from) : this.timed.earlier(from);
  }

  async *linesSince(from: Date): AsyncGenerator<readonly QueueLogLine[]> {
    yield* (await this.hasNumbers()) ? this.numbered.linesSince(from) : this.timed.linesSince(from);
  }

  async look(): Promise<FeedFault | null> {
    try {
      await this.line.rows('1 = 1 limit 1', []);
      return null;
    } catch (fault) {
      return tableFault(fault);
    }
  }

  clock(): Promise<number> {
    return this.line.asked((reader) => reader.clock());
  }

  close(): Promise<void> {
    return this.line.close();
  }

  /** An `id` that all rows share, or that is no number, numbers nothing. */
  private hasNumbers(): Promise<boolean> {
    return this.line.asked(async (reader) => {
      if (!reader.hasId) return false;
      const [last, before] = await reader.rows('1 = 1 order by log.id desc limit 2', []);
      return !last || (last.id !== '' && last.id !== before?.id);
    });
  }
}

function placeOf(kept: Partial<LogPlace> | null): TablePlace | null {
  const { table, upTo = 0, holes = [], lines = 0 } = (kept ?? {}) as Partial<TablePlace>;
  return table === undefined ? null : { table, upTo, holes, lines };
}

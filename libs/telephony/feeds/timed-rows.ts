import { type LogRow, secondOf, type TablePlace } from '../domain/queue-log/table.js';
import { type QueueLogLine, parseQueueLogLine } from '../domain/queue-log/parser.js';
import { formOf, numberedLine, numberOfRow, OVERLAP_S, written } from '../domain/queue-log/timed-rows.js';
import type { LogPiece } from './queue-log-reader.js';
import { ROWS } from './numbered-rows.js';
import type { TableLine } from './table-line.js';

/**
 * Rows of a table that does not number them, by their time. They are read again from ten minutes before the newest, for rows are not
 * committed in the order of their times; a row that is read twice has the same number, and so the same events.
 */
export class TimedRows {
  /** lines of the stretch that is read again, and their second */
  private seen = new Map<string, number>();
  private readonly table: string;

  constructor(
    private readonly line: TableLine,
    table: string,
  ) {
    this.table = `${table}?time`;
  }

  async *news(kept: TablePlace | null): AsyncGenerator<LogPiece> {
    let place = kept?.table === this.table ? kept : this.start();
    if (place.upTo === 0) this.seen.clear();
    // A time that is to come would hide all that is written until then.
    const mostS = Math.floor(this.line.now() / 1000) + OVERLAP_S;
    for await (const rows of this.pages(Math.max(0, place.upTo - OVERLAP_S))) {
      const fresh = newTo(this.seen, rows);
      if (fresh.length === 0) continue;
      const seconds = fresh.map(({ time }) => secondOf(time) ?? 0).filter((second) => second <= mostS);
      const upTo = Math.max(place.upTo, ...seconds);
      place = { ...place, upTo, lines: place.lines + fresh.length };
      yield { bytes: Buffer.from(textOf(fresh)), linesBefore: 0, bookmark: place };
    }
    for (const [line, second] of this.seen) if (second < place.upTo - 2 * OVERLAP_S) this.seen.delete(line);
  }

  earlier(from: Date): Promise<TablePlace> {
    this.seen.clear();
    return Promise.resolve({ ...this.start(), upTo: Math.floor(from.getTime() / 1000) });
  }

  async *linesSince(from: Date): AsyncGenerator<readonly QueueLogLine[]> {
    const told = new Map<string, number>();
    for await (const rows of this.pages(Math.floor(from.getTime() / 1000)))
      yield newTo(told, rows).flatMap((row) => parseQueueLogLine(numberedLine(row), 0) ?? []);
  }

  /** Everything from that second on, in the order of time; a page begins with the last second of the one before. */
  private async *pages(fromS: number): AsyncGenerator<readonly LogRow[]> {
    let limit = ROWS;
    for (let from = fromS; ;) {
      const rows = await this.since(from, limit);
      yield rows;
      if (rows.length < limit) return;
      const last = secondOf(rows.at(-1)?.time ?? null) ?? from;
      // A second with more rows than a page: the page grows.
      if (last <= from) limit *= 4;
      from = Math.max(from, last);
    }
  }

  private since(fromS: number, limit: number): Promise<LogRow[]> {
    return this.line.asked(async (reader) => {
      const order = `order by ${reader.byTime} limit ${limit}`;
      if (fromS === 0) return reader.rows(`1 = 1 ${order}`, []);
      if (reader.timeKind !== 'other') return reader.rows(`${reader.since} ${order}`, [fromS]);
      const [newest] = await reader.rows(
        `${reader.byTime} is not null order by ${reader.byTime} desc limit 1`,
        [],
      );
      return reader.rows(`${reader.since} ${order}`, [written(fromS, formOf(newest?.time ?? null))]);
    });
  }

  private start(): TablePlace {
    return { table: this.table, upTo: 0, holes: [], lines: 0 };
  }
}

/** Those that were not seen yet; they are now. */
function newTo(seen: Map<string, number>, rows: readonly LogRow[]): LogRow[] {
  return rows.filter((row) => {
    const line = numberedLine(row);
    if (seen.has(line)) return false;
    seen.set(line, secondOf(row.time) ?? 0);
    return true;
  });
}

const textOf = (rows: readonly LogRow[]): string =>
  [...rows]
    .sort((a, b) => numberOfRow(a) - numberOfRow(b))
    .map((row) => `${numberedLine(row)}\n`)
    .join('');

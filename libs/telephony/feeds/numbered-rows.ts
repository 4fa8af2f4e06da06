import {
  lineOf,
  type LogRow,
  numbered,
  placeAfter,
  secondOf,
  type TablePlace,
} from '../domain/queue-log/table.js';
import type { QueueLogLine } from '../domain/queue-log/parser.js';
import { parseQueueLogLine } from '../domain/queue-log/parser.js';
import type { FeedFault } from '../domain/sources/faults.js';
import type { LogPiece } from './queue-log-reader.js';
import type { TableLine } from './table-line.js';

export const ROWS = 1_000;

/** Rows in the order of their `id`. Not committed in that order: a number that is missing is waited for. */
export class NumberedRows {
  constructor(
    private readonly line: TableLine,
    private readonly table: string,
  ) {}

  async *news(kept: TablePlace | null, onFault: (fault: FeedFault) => void): AsyncGenerator<LogPiece> {
    let place = kept?.table === this.table ? kept : this.start();
    if (await this.wasRenumbered(place)) {
      onFault('log-shrunk');
      place = this.start();
    }
    for (;;) {
      const late = place.holes.map(([id]) => id);
      const marks = late.map(() => '?').join(', ');
      const come = late.length > 0 ? await this.rows(`log.id in (${marks}) order by log.id`, late) : [];
      const fresh = await this.rows(`log.id > ? order by log.id limit ${ROWS}`, [place.upTo]);
      const rows = [...come, ...fresh];
      const parts = numbered(rows, ROWS);
      const after = placeAfter(place, rows, Math.floor(this.line.now() / 1000));
      // The place is told with the last part: one that is broken off begins again before the first.
      for (const [at, { text, linesBefore }] of parts.entries())
        yield { bytes: Buffer.from(text), linesBefore, bookmark: at === parts.length - 1 ? after : place };
      place = after;
      if (fresh.length < ROWS) return;
    }
  }

  async earlier(from: Date): Promise<TablePlace> {
    const fromS = from.getTime() / 1000;
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const rows = await this.rows(`log.id < ? order by log.id desc limit ${ROWS}`, [before]);
      const old = rows.find(({ time }) => (secondOf(time) ?? fromS) < fromS);
      if (old) return { ...this.start(), upTo: Number(old.id) };
      const last = rows.at(-1);
      if (!last) return this.start();
      before = Number(last.id);
    }
  }

  async *linesSince(from: Date): AsyncGenerator<readonly QueueLogLine[]> {
    for (let { upTo } = await this.earlier(from); ;) {
      const rows = await this.rows(`log.id > ? order by log.id limit ${ROWS}`, [upTo]);
      const last = rows.at(-1);
      if (!last) return;
      upTo = Number(last.id);
      yield rows.flatMap((row) => parseQueueLogLine(lineOf(row), Number(row.id)) ?? []);
    }
  }

  private start(): TablePlace {
    return { table: this.table, upTo: 0, holes: [], lines: 0 };
  }

  /** Its numbers begin anew: somebody has emptied it and set its counter back. An empty table is only waited for. */
  private async wasRenumbered({ upTo }: TablePlace): Promise<boolean> {
    const [last] = await this.rows('1 = 1 order by log.id desc limit 1', []);
    return last !== undefined && Number(last.id) < upTo;
  }

  private rows(where: string, values: readonly unknown[]): Promise<LogRow[]> {
    return this.line.rows(where, values);
  }
}

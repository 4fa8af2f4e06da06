import { access, constants } from 'node:fs/promises';
import type { TablePlace } from '../domain/queue-log/table.js';
import type { QueueLogLine } from '../domain/queue-log/parser.js';
import { QueueLogParser } from '../domain/queue-log/parser.js';
import { type FeedFault, faultOf } from '../domain/sources/faults.js';
import type { LineSettings } from '../domain/sources/settings.js';
import { type LogBookmark, type LogPiece, readLog } from './queue-log-reader.js';
import { TableLog } from './queue-log-table.js';

/** How far a log has been read, as it is kept with its feed. */
export type LogPlace = LogBookmark | TablePlace;

/** A `queue_log`, wherever it is kept. Only ever read. */
export interface LogBook {
  /** What is new. @param kept how far it was read; null or another log's: from its start */
  news(kept: Partial<LogPlace> | null, onFault: (fault: FeedFault) => void): AsyncIterable<LogPiece>;
  /** Where to read from once more, because something seems to have been missed. */
  earlier(from: Date): Promise<Partial<LogPlace> | null>;
  /** Lines in their order, of that time and perhaps before. */
  linesSince(from: Date): AsyncIterable<readonly QueueLogLine[]>;
  /** Whether it can be read now, and if not, why. */
  look(): Promise<FeedFault | null>;
  /** The clock of whoever keeps it, ms; null where that is the switchboard's own. */
  clock(): Promise<number | null>;
  close(): Promise<void>;
}

/** @param logSecret of the account that reads the table */
export function bookOf({ queueLog, queueLogTable }: LineSettings, logSecret: string): LogBook | null {
  if (queueLog !== undefined) return new FileLog(queueLog);
  return queueLogTable ? new TableLog(queueLogTable, logSecret) : null;
}

export class FileLog implements LogBook {
  constructor(private readonly path: string) {}

  news(kept: Partial<LogPlace> | null, onFault: (fault: FeedFault) => void): AsyncIterable<LogPiece> {
    const { inode, offset, lines } = (kept ?? {}) as Partial<LogBookmark>;
    const known = inode !== undefined && offset !== undefined && lines !== undefined;
    return readLog(this.path, known ? { inode, offset, lines } : null, (fault) =>
      onFault(faultOf(false, fault)),
    );
  }

  earlier(): Promise<null> {
    return Promise.resolve(null);
  }

  async *linesSince(): AsyncGenerator<readonly QueueLogLine[]> {
    const parser = new QueueLogParser();
    for await (const { bytes } of readLog(this.path, null, () => undefined)) yield parser.push(bytes);
  }

  look(): Promise<FeedFault | null> {
    return access(this.path, constants.R_OK).then(
      () => null,
      () => 'log-missing',
    );
  }

  clock(): Promise<null> {
    return Promise.resolve(null);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

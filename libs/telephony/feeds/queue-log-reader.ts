import { createReadStream, readdirSync, statSync } from 'node:fs';
import type { LogPlace } from './log-book.js';
import { basename, dirname, join } from 'node:path';

/** How far a log has been read: which file (inode), how many bytes and lines of it. */
export interface LogBookmark {
  readonly inode: number;
  readonly offset: number;
  readonly lines: number;
}

export interface LogPiece {
  readonly bytes: Buffer;
  /** Lines of this file that were read earlier: the number of the next one less one. */
  readonly linesBefore: number;
  /** Where to go on after this piece. */
  readonly bookmark: LogPlace;
}

/** The log has become shorter without a new file: somebody cut it. What was read stays; it is read anew from its start. */
export type LogFault = 'missing' | 'shrunk';

const PIECE_BYTES = 1024 * 1024;
const NEWLINE = 10;

/**
 * Reads what is new in a `queue_log`, whole lines only; half a line at the end is left for the next time. After a rotation
 * (another inode) the old file is finished first, where it is still to be found beside the new one.
 */
export async function* readLog(
  path: string,
  bookmark: LogBookmark | null,
  onFault: (fault: LogFault) => void,
): AsyncGenerator<LogPiece> {
  const now = statOf(path);
  if (!now) {
    onFault('missing');
    return;
  }
  if (bookmark && bookmark.inode !== now.inode) {
    const old = rotated(path, bookmark.inode);
    if (old) yield* pieces(old, bookmark);
    else onFault('missing');
    yield* pieces(path, { inode: now.inode, offset: 0, lines: 0 });
    return;
  }
  const shrunk = bookmark !== null && now.size < bookmark.offset;
  if (shrunk) onFault('shrunk');
  yield* pieces(path, bookmark && !shrunk ? bookmark : { inode: now.inode, offset: 0, lines: 0 });
}

async function* pieces(path: string, from: LogBookmark): AsyncGenerator<LogPiece> {
  let { offset, lines } = from;
  let rest = Buffer.alloc(0);
  const stream = createReadStream(path, { start: offset, highWaterMark: PIECE_BYTES });
  for await (const chunk of stream) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    rest = bytes.subarray(end);
    if (end === 0) continue;
    const whole = bytes.subarray(0, end);
    const linesBefore = lines;
    offset += end;
    lines += count(whole);
    yield { bytes: whole, linesBefore, bookmark: { inode: from.inode, offset, lines } };
  }
}

function count(bytes: Buffer): number {
  let lines = 0;
  for (const byte of bytes) if (byte === NEWLINE) lines += 1;
  return lines;
}

function statOf(path: string): { inode: number; size: number } | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? { inode: found.ino, size: found.size } : undefined;
}

/** The file that was called `queue_log` before: `queue_log.1`, `queue_log-20261102`, … with the inode we know. */
function rotated(path: string, inode: number): string | undefined {
  const name = basename(path);
  return readdirSync(dirname(path))
    .filter((other) => other.startsWith(name) && other !== name && !other.endsWith('.gz'))
    .map((other) => join(dirname(path), other))
    .find((other) => statOf(other)?.inode === inode);
}

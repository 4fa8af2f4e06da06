import type { LogPiece } from './queue-log-reader.js';

export type { LogPiece };

const NEWLINE = 10;

/** Divides a piece of a log into pieces of at most so many lines, each with its own place in the file. */
export function* piecesOf({ bytes, linesBefore, bookmark }: LogPiece, most: number): Generator<LogPiece> {
  // Rows of a table come few at a time.
  if (!('offset' in bookmark)) {
    yield { bytes, linesBefore, bookmark };
    return;
  }
  let from = 0;
  let lines = 0;
  let taken = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    lines += 1;
    if (lines - taken < most || at + 1 === bytes.length) continue;
    const offset = bookmark.offset - (bytes.length - at - 1);
    yield {
      bytes: bytes.subarray(from, at + 1),
      linesBefore: linesBefore + taken,
      bookmark: { ...bookmark, offset, lines: linesBefore + lines },
    };
    from = at + 1;
    taken = lines;
  }
  yield { bytes: bytes.subarray(from), linesBefore: linesBefore + taken, bookmark };
}

import { type QueueLogLine } from '../queue-log/parser.js';

const WINDOW_US = 600_000_000;

/** Files of a rotated log may overlap: what another file has told is not told again. Lines come in the order of their times. */
export class LogLines {
  #told = new Map<string, number>();
  #before = new Map<string, number>();
  #sinceUs = 0;
  #lineNo = 0;

  /** @returns the line with its number over all files, or null where another file had it */
  next(line: QueueLogLine, file: number): QueueLogLine | null {
    if (line.atUs - this.#sinceUs > WINDOW_US) {
      this.#before = this.#told;
      this.#told = new Map();
      this.#sinceUs = line.atUs;
    }
    const text = textOf(line);
    if ((this.#told.get(text) ?? this.#before.get(text) ?? file) !== file) return null;
    this.#told.set(text, file);
    this.#lineNo += 1;
    return { ...line, lineNo: this.#lineNo };
  }
}

const textOf = ({ atUs, callId, queue, agent, event, data }: QueueLogLine): string =>
  [atUs, callId, queue, agent, event, ...data].join('|');

/** The lines of several files in the order of their times; each file keeps its own order. */
export function* linesInTime(files: readonly (readonly QueueLogLine[])[]): Generator<[QueueLogLine, number]> {
  const order = files
    .filter((lines) => lines.length > 0)
    .sort((a, b) => (a[0]?.atUs ?? 0) - (b[0]?.atUs ?? 0));
  const places = order.map(() => 0);
  for (;;) {
    let next = -1;
    order.forEach((lines, file) => {
      const line = lines[places[file] ?? 0];
      const best = order[next]?.[places[next] ?? 0];
      if (line && (!best || line.atUs < best.atUs)) next = file;
    });
    const line = order[next]?.[places[next] ?? 0];
    if (!line) return;
    places[next] = (places[next] ?? 0) + 1;
    yield [line, next];
  }
}

import { type Receipted } from './receipts.js';
import { type QueueLogLine } from '../queue-log/parser.js';
import { AmiLane, LogLane } from './recording-lanes.js';
import { Replay, type ReplaySettings } from './replay.js';

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A file that can be read from its beginning again. */
export interface ReadableFile {
  readonly name: string;
  open(): Bytes;
}

export interface Recordings {
  readonly ami: readonly ReadableFile[];
  readonly queueLog: readonly ReadableFile[];
}

/** One file, read as far as it is needed. */
class Lane<T> {
  #items: T[] = [];
  #at = 0;
  #done = false;
  #begun = false;
  readonly #chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;

  constructor(
    bytes: Bytes,
    readonly lane: { push(bytes: Uint8Array): T[]; end(): T[]; complaints(): string[] },
    readonly atUs: (item: T) => number,
    readonly take: (item: T) => void,
  ) {
    this.#chunks = Symbol.asyncIterator in bytes ? bytes[Symbol.asyncIterator]() : bytes[Symbol.iterator]();
  }

  get head(): T | undefined {
    return this.#items[this.#at];
  }
  get headUs(): number {
    const { head } = this;
    return head === undefined ? Infinity : this.atUs(head);
  }
  get isEmpty(): boolean {
    return this.#done && this.head === undefined;
  }
  /** Begun, and not over. */
  get isAlive(): boolean {
    return this.#begun && !this.isEmpty;
  }
  get needsBytes(): boolean {
    return !this.#done && this.head === undefined;
  }

  next(): void {
    const { head } = this;
    if (head === undefined) return;
    this.#at += 1;
    this.#begun = true;
    this.take(head);
  }

  /** Reads on until there is an item, or nothing more. */
  async fill(): Promise<void> {
    while (this.needsBytes) {
      const { value, done } = await this.#chunks.next();
      this.#done = done === true;
      this.#items = done ? this.lane.end() : this.lane.push(value as Uint8Array);
      this.#at = 0;
    }
  }
}

/** So many items are taken before the clock of reading is looked at. */
const ROUND = 2_000;

/** All files side by side, in the order of the times in them: a later call of one is never read before an earlier of another. */
async function readOnce({ ami, queueLog }: Recordings, settings: ReplaySettings): Promise<Replay> {
  const run = new Replay(settings);
  const streams: { lane: AmiLane; item: Lane<Receipted> }[] = ami.map((file) => {
    const lane = new AmiLane(file.name);
    const item: Lane<Receipted> = new Lane(
      file.open(),
      lane,
      ({ at }) => at.atUs,
      ({ message, at }) =>
        run.message({
          message,
          at: { ...at, covered: streams.some((other) => other.item !== item && other.item.isAlive) },
        }),
    );
    return { lane, item };
  });
  const logs: Lane<QueueLogLine>[] = [];
  for (const file of queueLog) {
    const lane: Lane<QueueLogLine> = new Lane(
      file.open(),
      new LogLane(file.name),
      ({ atUs }) => atUs,
      (line) => run.line(line, logs.indexOf(lane)),
    );
    await lane.fill();
    logs.push(lane);
  }
  logs.sort((a, b) => a.headUs - b.headUs);
  for (const { item } of streams) await item.fill();
  for (let lanes = openLanes(streams, logs); lanes.length > 0; lanes = openLanes(streams, logs)) {
    await round(lanes);
    const heads = lanes.map(({ headUs }) => headUs);
    const clockUs = Math.min(...heads);
    if (Number.isFinite(clockUs)) run.sweep(clockUs);
  }
  for (const lane of [...streams.map(({ item }) => item), ...logs]) run.complain(lane.lane.complaints());
  return run;
}

type AnyLane = Pick<Lane<unknown>, 'headUs' | 'isEmpty' | 'needsBytes' | 'next' | 'fill'>;

/** A stream without times knows only its own order: it waits until those before it are read. */
function openLanes(
  streams: readonly { lane: AmiLane; item: AnyLane }[],
  logs: readonly AnyLane[],
): AnyLane[] {
  const found: AnyLane[] = [];
  for (const { lane, item } of streams) {
    if (item.isEmpty) continue;
    if (lane.timed === false && found.length > 0) break;
    found.push(item);
  }
  return [...found, ...logs.filter((log) => !log.isEmpty)];
}

async function round(lanes: readonly AnyLane[]): Promise<void> {
  for (let taken = 0; taken < ROUND; taken += 1) {
    let first = lanes[0];
    for (const lane of lanes) if (first && lane.headUs < first.headUs) first = lane;
    if (!first || first.isEmpty) return;
    first.next();
    if (first.needsBytes) await first.fill();
    // Another may have waited for its end.
    if (first.isEmpty) return;
  }
}

/**
 * Reads recordings in one pass, with memory that does not grow with them: a call is counted and forgotten some minutes
 * after it is over. Where a later call taught something that earlier ones were counted without, everything is read once
 * more with that knowledge; where the times in the files go back, once more keeping all.
 * @param keptUs see `ShiftSettings`
 */
export async function readRecordings(
  recordings: Recordings,
  settings: ReplaySettings = {},
  again: (reason: 'learned' | 'disorder') => void = () => {},
): Promise<Replay> {
  const run = await readOnce(recordings, settings);
  run.finish();
  const { grown, late, known } = run.shift;
  if (!grown && !late) return run;
  again(late ? 'disorder' : 'learned');
  return readOnce(recordings, { ...settings, known, ...(late ? { keptUs: Infinity } : {}) });
}

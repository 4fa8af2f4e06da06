import type { AmiItem } from '../domain/ami/message.js';
import { QueueLogParser } from '../domain/queue-log/parser.js';
import { SourceMemory } from '../domain/store/source-memory.js';
import { faultWord, isPassing } from '../data/passing-fault.js';
import type { Batch, IngestBatch } from '../use-cases/ingest-batch.js';
import type { LogPiece } from './queue-log-reader.js';

export interface IntakeDoors {
  readonly ingest: Pick<IngestBatch, 'run' | 'putAside'>;
  now(): Date;
  /** Waits before a batch is tried again that found no database. */
  rest(): Promise<void>;
}

const CLOSE_MS = 100;

/**
 * Makes batches of what one source sends and puts them on record one after the other. While there is no database a batch
 * is tried again and the feed behind it waits; what the database refuses for its content is put aside, message by message.
 */
export class SourceIntake {
  readonly #memory: SourceMemory;
  #chunks: Buffer[] = [];
  #items: AmiItem[] = [];
  #garbled = 0;
  #garbledBefore = 0;
  #behind = 0;
  #timer: NodeJS.Timeout | null = null;
  #turn: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(
    sourceId: string,
    private readonly doors: IntakeDoors,
  ) {
    this.#memory = new SourceMemory(sourceId);
  }

  /** Calls, agents and the feed at hand. */
  get size(): number {
    return this.#memory.size;
  }

  /** @param garbled what the connection's parser counted so far @returns bytes taken and not yet on record */
  received(bytes: Buffer, items: readonly AmiItem[], garbled: number): number {
    this.#chunks.push(bytes);
    for (const item of items) this.#items.push(item);
    // The count is the connection's; a new connection counts from nought again.
    this.#garbled += garbled >= this.#garbledBefore ? garbled - this.#garbledBefore : garbled;
    this.#garbledBefore = garbled;
    this.#behind += bytes.length;
    this.#timer ??= setTimeout(() => void this.settled(), CLOSE_MS);
    return this.#behind;
  }

  /** Settles when all that was received so far is on record. */
  settled(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#turn = this.#turn.then(() => this.#flush());
    return this.#turn;
  }

  /** One piece of the log; also when it is on record already. */
  readLog({ bytes, linesBefore, bookmark }: LogPiece): Promise<void> {
    this.#turn = this.#turn.then(() => {
      const parser = new QueueLogParser(linesBefore);
      const heard = { feed: 'queue_log' as const, messages: parser.push(bytes) };
      const garbled = parser.counts.garbageLines;
      return this.#record({ heard, bytes, receivedAt: this.doors.now(), garbled, bookmark });
    });
    return this.#turn;
  }

  /** Folds again what the clock alone may change. */
  async look(): Promise<void> {
    await this.settled();
    if (!this.#memory.isWaiting) return;
    this.#turn = this.#turn.then(() => this.#record(this.#batch([], Buffer.alloc(0), 0)));
    await this.#turn;
  }

  async end(): Promise<void> {
    const last = this.settled();
    // From here a batch that fails is given up: the log and the lists of the switchboard bring it back at the next start.
    this.#ended = true;
    await last;
  }

  async #flush(): Promise<void> {
    if (this.#chunks.length === 0) return;
    const [bytes, items, garbled] = [Buffer.concat(this.#chunks), this.#items, this.#garbled];
    [this.#chunks, this.#items, this.#garbled] = [[], [], 0];
    await this.#record(this.#batch(items, bytes, garbled));
    this.#behind -= bytes.length;
  }

  #batch(messages: readonly AmiItem[], bytes: Buffer, garbled: number): Batch {
    return { heard: { feed: 'ami', messages }, bytes, receivedAt: this.doors.now(), garbled, bookmark: null };
  }

  #record(batch: Batch): Promise<void> {
    return this.#untilTaken(
      (again) => this.doors.ingest.run(this.#memory, batch, again),
      (fault) => this.#divide(batch, fault),
    );
  }

  async #untilTaken(
    take: (again: boolean) => Promise<void>,
    refused: (fault: unknown) => Promise<void>,
  ): Promise<void> {
    for (let again = false; ; again = true) {
      try {
        return await take(again);
      } catch (fault) {
        if (!isPassing(fault)) return refused(fault);
        if (this.#ended) return;
        await this.doors.rest();
      }
    }
  }

  /** One bad message must not take its neighbours with it: halves of the batch are tried, down to the message itself. */
  async #divide(batch: Batch, fault: unknown): Promise<void> {
    const { messages } = batch.heard;
    if (messages.length > 1) {
      for (const half of halves(batch)) await this.#record(half);
      return;
    }
    const aside = () => this.doors.ingest.putAside(this.#memory, batch, faultWord(fault));
    // That even the bytes are refused can only mean that the table is not as it should be: wait for whoever mends it.
    await this.#untilTaken(aside, () => this.#later(aside));
  }

  async #later(aside: () => Promise<void>): Promise<void> {
    while (!this.#ended) {
      await this.doors.rest();
      const done = await aside().then(
        () => true,
        () => false,
      );
      if (done) return;
    }
  }
}

/** The bytes go with the first half, the place in the log with the second. */
function halves(batch: Batch): [Batch, Batch] {
  const { heard, bookmark } = batch;
  const cut = Math.ceil(heard.messages.length / 2);
  const part = (from: number, to?: number): Batch['heard'] =>
    heard.feed === 'ami'
      ? { feed: 'ami', messages: heard.messages.slice(from, to) }
      : { feed: 'queue_log', messages: heard.messages.slice(from, to) };
  return [
    { ...batch, heard: part(0, cut), bookmark: null },
    { ...batch, heard: part(cut), bookmark, bytes: Buffer.alloc(0), garbled: 0 },
  ];
}

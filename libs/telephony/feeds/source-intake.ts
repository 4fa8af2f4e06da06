import type { AmiItem } from '../domain/ami/message.js';
import type { EslFrame } from '../domain/esl/parser.js';
import { QueueLogParser } from '../domain/queue-log/parser.js';
import { SourceMemory } from '../domain/store/source-memory.js';
import type { Folded } from '../use-cases/fold-batch.js';
import type { Batch, IngestBatch } from '../use-cases/ingest-batch.js';
import { BatchRecorder } from './batch-recorder.js';
import { type LogPiece, piecesOf } from './log-pieces.js';

export interface IntakeDoors {
  readonly ingest: Pick<IngestBatch, 'run' | 'fold' | 'putAside'>;
  now(): Date;
  /** Waits before a batch is tried again that found no database. */
  rest(): Promise<void>;
  /** messages of a batch at most, for a test */
  readonly most?: number;
}

/** What a source sends live, in the words of its kind. */
export type LiveItem = AmiItem | EslFrame;

interface Chunk {
  readonly bytes: Buffer;
  readonly items: readonly LiveItem[];
  readonly garbled: number;
}

/** Short, for a telephone is ringing; while a batch is being written the next one grows by itself. */
const CLOSE_MS = 25;
/**
 * More messages than this are several batches: a transaction must stay short, and be over long before a statement is given up.
 * In fewer and larger ones a call is folded, and its rows are written, less often.
 */
const MOST_MESSAGES = 4_000;

/** Makes batches of what one source sends and puts them on record one after the other; a full one is folded ahead. */
export class SourceIntake {
  readonly #memory: SourceMemory;
  readonly #recorder: BatchRecorder;
  #chunks: Chunk[] = [];
  #garbledBefore = 0;
  #behind = 0;
  /** who waits until less than so many bytes are behind */
  #eager: { below: number; go: () => void }[] = [];
  #timer: NodeJS.Timeout | null = null;
  #turn: Promise<void> = Promise.resolve();
  readonly #most: number;

  constructor(
    sourceId: string,
    private readonly doors: IntakeDoors,
    private readonly kind: 'ami' | 'esl' = 'ami',
  ) {
    this.#most = doors.most ?? MOST_MESSAGES;
    this.#memory = new SourceMemory(sourceId);
    this.#recorder = new BatchRecorder({
      run: (batch, again, ahead) => doors.ingest.run(this.#memory, batch, again, ahead),
      putAside: (batch, fault) => doors.ingest.putAside(this.#memory, batch, fault),
      rest: () => doors.rest(),
    });
  }

  /** Calls, agents and the feed at hand. */
  get size(): number {
    return this.#memory.size;
  }

  /** @param garbled what the connection's parser counted so far @returns bytes taken and not yet on record */
  received(bytes: Buffer, items: readonly LiveItem[], garbled: number): number {
    // The count is the connection's; a new connection counts from nought again.
    const more = garbled >= this.#garbledBefore ? garbled - this.#garbledBefore : garbled;
    this.#garbledBefore = garbled;
    this.#chunks.push({ bytes, items, garbled: more });
    this.#behind += bytes.length;
    this.#timer ??= setTimeout(() => void this.settled(), CLOSE_MS);
    return this.#behind;
  }

  /**
   * Settles when all that was received so far is on record; with `below`, as soon as less than so many bytes are not: who
   * stopped reading then goes on before the batches run out.
   */
  settled(below?: number): Promise<void> {
    if (below !== undefined) return this.#eased(below);
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    return this.#inTurn(() => this.#flush());
  }

  /** One piece of the log; also when it is on record already. */
  readLog(given: LogPiece): Promise<void> {
    return this.#inTurn(async () => {
      for (const { bytes, linesBefore, bookmark } of piecesOf(given, this.#most)) {
        const parser = new QueueLogParser(linesBefore);
        const heard = { feed: 'queue_log' as const, messages: parser.push(bytes) };
        const garbled = parser.counts.garbageLines;
        const receivedAt = this.doors.now();
        await this.#recorder.record({ heard, bytes, receivedAt, linesBefore, garbled, bookmark });
      }
    });
  }

  /** Folds again what the clock alone may change. */
  async look(): Promise<void> {
    await this.settled();
    if (!this.#memory.isWaiting) return;
    await this.#inTurn(() => this.#recorder.record(this.#batch([])));
  }

  /** From here a batch that finds no database is given up: the log and the lists bring it back at the next start. */
  async end(): Promise<void> {
    const last = this.settled();
    this.#recorder.end();
    await last;
  }

  #eased(below: number): Promise<void> {
    if (this.#behind < below) return Promise.resolve();
    return new Promise((go) => this.#eager.push({ below, go }));
  }

  #onRecord(bytes: number): void {
    this.#behind -= bytes;
    const free = this.#eager.filter(({ below }) => this.#behind < below);
    this.#eager = this.#eager.filter(({ below }) => this.#behind >= below);
    for (const { go } of free) go();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work);
    return this.#turn;
  }

  async #flush(): Promise<void> {
    let before: Promise<void> | null = null;
    let life = 0;
    while (this.#chunks.length > 0) {
      const batch = this.#next();
      // Once the one before has failed it is being tried again, and all that is at hand is its own.
      const folded: Folded | null = before && this.#memory.life === life ? await this.#fold(batch) : null;
      await before;
      let sent = (): void => undefined;
      const isSent = new Promise<void>((resolve) => (sent = resolve));
      const written: Promise<void> = this.#recorder
        .record(batch, { folded, sent })
        .then(() => this.#onRecord(batch.bytes.length));
      await Promise.race([isSent, written]);
      life = this.#memory.life;
      // With less than a full batch there is time to let it grow.
      before = this.#isFull() ? written : null;
      if (!before) await written;
    }
    await before;
  }

  /** @returns null where it could not be folded: it will be once those before it are on record */
  #fold(batch: Batch): Promise<Folded | null> {
    return this.doors.ingest.fold(this.#memory, batch).catch(() => null);
  }

  #isFull(): boolean {
    let messages = 0;
    return this.#chunks.some(({ items }) => (messages += items.length) >= this.#most);
  }

  #next(): Batch {
    let messages = 0;
    const last = this.#chunks.findIndex(({ items }) => (messages += items.length) >= this.#most);
    return this.#batch(this.#chunks.splice(0, last < 0 ? this.#chunks.length : last + 1));
  }

  #batch(chunks: readonly Chunk[]): Batch {
    return {
      // A source has one kind, and so have its messages.
      heard: { feed: this.kind, messages: chunks.flatMap((chunk) => chunk.items) } as Batch['heard'],
      bytes: Buffer.concat(chunks.map((chunk) => chunk.bytes)),
      receivedAt: this.doors.now(),
      linesBefore: 0,
      garbled: chunks.reduce((sum, chunk) => sum + chunk.garbled, 0),
      bookmark: null,
    };
  }
}

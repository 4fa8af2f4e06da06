import { faultWord, isPassing, isTimeout } from '../data/passing-fault.js';
import type { Ahead, Batch } from '../use-cases/ingest-batch.js';

export interface RecorderDoors {
  /** @param again it was tried before, and may be on record already */
  run(batch: Batch, again: boolean, ahead?: Ahead): Promise<void>;
  putAside(batch: Batch, fault: string): Promise<void>;
  /** Waits before a batch is tried again that found no database. */
  rest(): Promise<void>;
}

/** As often a batch may take too long before it is held to be too large. */
const TOO_LONG = 3;

/**
 * Puts batches on record whatever happens: while there is no database a batch is tried again and those behind it wait;
 * what the database refuses for its content is put aside, message by message.
 */
export class BatchRecorder {
  #ended = false;

  constructor(private readonly doors: RecorderDoors) {}

  /** From here a batch that finds no database is given up. */
  end(): void {
    this.#ended = true;
  }

  async record(batch: Batch, ahead?: Ahead): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.doors.run(batch, tries > 1, tries === 1 ? ahead : undefined);
      } catch (fault) {
        const tooLarge = isTimeout(fault) && tries >= TOO_LONG && batch.heard.messages.length > 1;
        if (!isPassing(fault) || tooLarge) return this.#divide(batch, fault);
        if (this.#ended) return;
        await this.doors.rest();
      }
    }
  }

  /** One bad message must not take its neighbours with it: halves of the batch are tried, down to the message itself. */
  async #divide(batch: Batch, fault: unknown): Promise<void> {
    if (batch.heard.messages.length > 1) {
      for (const half of halves(batch)) await this.record(half);
      return;
    }
    // That even the bytes are refused can only mean that the table is not as it should be: wait for whoever mends it.
    for (;;) {
      const done = await this.doors.putAside(batch, faultWord(fault)).then(
        () => true,
        () => false,
      );
      if (done || this.#ended) return;
      await this.doors.rest();
    }
  }
}

/** The bytes go with the first half, the place in the log with the second. */
function halves(batch: Batch): [Batch, Batch] {
  const { heard, bookmark } = batch;
  const cut = Math.ceil(heard.messages.length / 2);
  const part = (from: number, to?: number): Batch['heard'] =>
    ({ ...heard, messages: heard.messages.slice(from, to) }) as Batch['heard'];
  return [
    { ...batch, heard: part(0, cut), bookmark: null },
    { ...batch, heard: part(cut), bookmark, bytes: Buffer.alloc(0), garbled: 0 },
  ];
}

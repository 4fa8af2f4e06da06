import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { BatchStores } from '../data/batch-stores.js';
import { Statements } from '../data/statements.js';
import type { RowChanges } from '../domain/store/row-changes.js';
import type { SourceMemory } from '../domain/store/source-memory.js';
import type { LogPlace } from '../feeds/log-book.js';
import { callChanges } from './call-changes.js';
import { FoldBatch, type Folded, type Hearing } from './fold-batch.js';
import { TellListeners } from './tell-listeners.js';

/** What one feed brought while the batch before it was written. */
export interface Batch extends Hearing {
  /** as they came; empty for the second part of a batch that was divided */
  readonly bytes: Buffer;
  /** of a log: lines of its file before these */
  readonly linesBefore: number;
  readonly garbled: number;
  readonly bookmark: LogPlace | null;
}

/** Between two batches of one source that follow each other closely. */
export interface Ahead {
  /** what `fold` made of it while the one before was written */
  readonly folded: Folded | null;
  /** All of it is sent: the next one may be folded. */
  sent(): void;
}

/** Bytes, events, rows and the place in the log are on record together or not at all. */
@Injectable()
export class IngestBatch {
  private readonly folding: FoldBatch;

  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: BatchStores,
    private readonly listeners: TellListeners,
  ) {
    this.folding = new FoldBatch(stores);
  }

  /**
   * Folds a batch while the one before it is still being written, by whoever alone writes this source. If that one fails,
   * what is at hand is forgotten, and `run` folds this one anew.
   */
  async fold(memory: SourceMemory, batch: Hearing): Promise<Folded> {
    const { life, isNew } = memory;
    if (isNew) throw new Error('nothing is at hand');
    try {
      return await this.work.read(WHOLE_TREE, (tx) => this.folding.run(tx, memory, batch, life));
    } catch (fault) {
      if (memory.life === life) memory.forget();
      throw fault;
    }
  }

  /**
   * Safe to repeat when it failed: what is at hand is then forgotten and found again in the store.
   * @param again it was tried before, and may be on record already
   */
  async run(memory: SourceMemory, batch: Batch, again = false, ahead?: Ahead): Promise<void> {
    try {
      await this.work.run(WHOLE_TREE, async (tx) => {
        if (!again || !(await this.isOnRecord(tx, memory, batch)))
          await this.inside(tx, memory, batch, ahead);
      });
    } catch (fault) {
      memory.forget();
      throw fault;
    }
  }

  /** A block that is on record already, once more: its events and rows alone, without its bytes and telling nobody. */
  async rebuild(
    memory: SourceMemory,
    batch: Batch,
    keep: (changes: RowChanges) => RowChanges,
  ): Promise<void> {
    const { sourceId } = memory;
    const { feed } = batch.heard;
    try {
      await this.work.run(WHOLE_TREE, async (tx) => {
        const { nextSeq: first, unitPath } = await this.stores.feeds.open(tx, sourceId, feed);
        const { outcome, accountOf } = await this.folding.run(tx, memory, batch);
        const place = { sourceId, first, receivedAt: batch.receivedAt };
        await this.stores.events.merge(tx, sourceId, outcome.merges);
        await this.stores.events.add(tx, place, outcome.fresh);
        await this.stores.rows.write(tx, { sourceId, unitPath, accountOf }, keep(outcome.changes));
        await this.stores.feeds.numbered(tx, sourceId, feed, outcome.fresh.length);
      });
      memory.settle();
    } catch (fault) {
      memory.forget();
      throw fault;
    }
  }

  /** The database does not take it: its bytes are kept for a rebuild, it is counted, and the next one is taken. */
  async putAside(memory: SourceMemory, batch: Batch, fault: string): Promise<void> {
    const { sourceId } = memory;
    const { heard, bytes, receivedAt, linesBefore, garbled, bookmark } = batch;
    await this.work.run(WHOLE_TREE, async (tx) => {
      const { nextSeq: first } = await this.stores.feeds.open(tx, sourceId, heard.feed);
      if (bytes.length > 0)
        await this.stores.raw.add(
          tx,
          { sourceId, feed: heard.feed, first, last: first, receivedAt, linesBefore },
          bytes,
        );
      const count = heard.messages.length;
      const made = { received: count, kept: 0, duplicates: 0, garbled, refused: Math.max(1, count) };
      await this.stores.feeds.progressed(tx, sourceId, heard.feed, 1, {
        ...made,
        lastOccurredUs: null,
        bookmark,
        fault,
      });
    });
  }

  private isOnRecord(tx: Transaction, { sourceId }: SourceMemory, batch: Batch): Promise<boolean> {
    const { heard, bytes, receivedAt } = batch;
    if (bytes.length === 0) return Promise.resolve(false);
    return this.stores.raw.isLast(tx, sourceId, heard.feed, receivedAt, bytes);
  }

  private async inside(tx: Transaction, memory: SourceMemory, batch: Batch, ahead?: Ahead): Promise<void> {
    const { sourceId } = memory;
    const { feed, messages } = batch.heard;
    const { nextSeq: first, unitPath } = await this.stores.feeds.open(tx, sourceId, feed);
    const ready = ahead?.folded?.life === memory.life ? ahead.folded : null;
    const folded = ready ?? (await this.folding.run(tx, memory, batch));
    const { outcome, accountOf, events, latestUs: lastOccurredUs, standing } = folded;
    const kept = await this.put(tx, { sourceId, unitPath, first }, batch, folded, ahead);
    const changes = callChanges(outcome.told, sourceId, accountOf);
    const fault = await this.listeners.tell(tx, { sourceId, unitPath }, changes);
    await this.stores.feeds.progressed(tx, sourceId, feed, numbersOf(folded), {
      received: messages.length,
      kept,
      duplicates: events - kept,
      garbled: batch.garbled,
      refused: 0,
      lastOccurredUs,
      bookmark: { ...batch.bookmark, ...standing },
      fault,
    });
  }

  /** @returns how many of its events were new */
  private async put(
    tx: Transaction,
    { sourceId, unitPath, first }: { sourceId: string; unitPath: string; first: number },
    batch: Batch,
    folded: Folded,
    ahead?: Ahead,
  ): Promise<number> {
    const { bytes, receivedAt, linesBefore, heard } = batch;
    const { fresh, merges, changes } = folded.outcome;
    const { raw, events, rows } = this.stores;
    const sent = new Statements();
    try {
      const last = first + numbersOf(folded) - 1;
      const place = { sourceId, feed: heard.feed, first, last, receivedAt, linesBefore };
      if (bytes.length > 0) sent.send(raw.add(tx, place, bytes));
      sent.send(events.merge(tx, sourceId, merges));
      const kept = sent.send(events.add(tx, place, fresh));
      await rows.send(tx, { sourceId, unitPath, accountOf: folded.accountOf }, changes, sent);
      ahead?.sent();
      return await kept;
    } finally {
      await sent.ended();
    }
  }
}

/** A batch without news has a number too, for its bytes. */
const numbersOf = ({ outcome }: Folded): number => Math.max(1, outcome.fresh.length);

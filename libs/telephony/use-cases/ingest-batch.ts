import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { BatchStores } from '../data/batch-stores.js';
import type { EventPlace } from '../data/event-store.js';
import type { EventDraft } from '../domain/call-event/call-event.js';
import type { RowChanges } from '../domain/store/row-changes.js';
import type { Heard, SourceMemory } from '../domain/store/source-memory.js';
import type { Entered, Outcome } from '../domain/store/working-set.js';
import type { LogPlace } from '../feeds/log-book.js';
import { type AccountOf, callChanges } from './call-changes.js';
import { TellListeners } from './tell-listeners.js';

/** What one feed brought while the batch before it was written. */
export interface Batch {
  readonly heard: Heard;
  /** as they came; empty for the second part of a batch that was divided */
  readonly bytes: Buffer;
  readonly receivedAt: Date;
  /** of a log: lines of its file before these */
  readonly linesBefore: number;
  readonly garbled: number;
  readonly bookmark: LogPlace | null;
}

interface Folding {
  readonly outcome: Outcome;
  readonly accountOf: AccountOf;
}

/** Bytes, events, rows and the place in the log are on record together or not at all. */
@Injectable()
export class IngestBatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: BatchStores,
    private readonly listeners: TellListeners,
  ) {}

  /**
   * Safe to repeat when it failed: what is at hand is then forgotten and found again in the store.
   * @param again it was tried before, and may be on record already
   */
  async run(memory: SourceMemory, batch: Batch, again = false): Promise<void> {
    try {
      await this.work.run(WHOLE_TREE, async (tx) => {
        if (!again || !(await this.isOnRecord(tx, memory, batch))) await this.inside(tx, memory, batch);
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
    try {
      await this.work.run(WHOLE_TREE, async (tx) => {
        const opened = await this.stores.feeds.open(tx, memory.sourceId, batch.heard.feed);
        const { outcome, accountOf } = await this.fold(tx, memory, batch);
        const place = { sourceId: memory.sourceId, first: opened.nextSeq, receivedAt: batch.receivedAt };
        await this.stores.events.merge(tx, place.sourceId, outcome.merges);
        await this.addNew(tx, place, outcome);
        const owner = { sourceId: memory.sourceId, unitPath: opened.unitPath, accountOf };
        await this.stores.rows.write(tx, owner, keep(outcome.changes));
        await this.stores.feeds.numbered(tx, memory.sourceId, batch.heard.feed, outcome.fresh.length);
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

  private async inside(tx: Transaction, memory: SourceMemory, batch: Batch): Promise<void> {
    const { sourceId } = memory;
    const { heard, bytes, receivedAt, linesBefore } = batch;
    const { nextSeq: first, unitPath } = await this.stores.feeds.open(tx, sourceId, heard.feed);
    const drafts = await this.hear(tx, memory, batch);
    const news = memory.enter(drafts, receivedAt.getTime() * 1000);
    const count = Math.max(1, news.fresh.length);
    if (bytes.length > 0)
      await this.stores.raw.add(
        tx,
        { sourceId, feed: heard.feed, first, last: first + count - 1, receivedAt, linesBefore },
        bytes,
      );
    await this.stores.events.merge(tx, sourceId, news.merges);
    // The database writes the events while they are folded here.
    const adding = this.addNew(tx, { sourceId, first, receivedAt }, news);
    const [kept, outcome] = await beside(adding, () => memory.settled(news));
    const accountOf = await this.accountsOf(tx, memory, outcome);
    await this.stores.rows.write(tx, { sourceId, unitPath, accountOf }, outcome.changes);
    const fault = await this.listeners.tell(
      tx,
      { sourceId, unitPath },
      callChanges(outcome.told, sourceId, accountOf),
    );
    await this.stores.feeds.progressed(tx, sourceId, heard.feed, count, {
      received: heard.messages.length,
      kept,
      duplicates: drafts.length - kept,
      garbled: batch.garbled,
      refused: 0,
      lastOccurredUs: latestOf(drafts, receivedAt.getTime() * 1000),
      bookmark: { ...batch.bookmark, ...memory.standing(heard.feed) },
      fault,
    });
  }

  /** Reads what was heard, finds the calls again that it is about, and folds them. */
  private async fold(tx: Transaction, memory: SourceMemory, batch: Batch): Promise<Folding> {
    const drafts = await this.hear(tx, memory, batch);
    const outcome = memory.take(drafts, batch.receivedAt.getTime() * 1000);
    return { outcome, accountOf: await this.accountsOf(tx, memory, outcome) };
  }

  private async hear(tx: Transaction, memory: SourceMemory, batch: Batch): Promise<EventDraft[]> {
    if (memory.isNew) await this.resume(tx, memory);
    const drafts = memory.read(batch.heard, batch.receivedAt.getTime() * 1000);
    const unknown = memory.unknown(drafts);
    if (unknown.length > 0)
      memory.restore(await this.stores.events.families(tx, memory.sourceId, unknown, memory.latestUs));
    return drafts;
  }

  /** What earlier processes knew, and the calls that had not ended: the clock may end what no event ends. */
  private async resume(tx: Transaction, memory: SourceMemory): Promise<void> {
    const { events, feeds } = this.stores;
    memory.resume(await feeds.standings(tx, memory.sourceId));
    const open = await events.openCalls(tx, memory.sourceId);
    memory.restore(await events.families(tx, memory.sourceId, ['feed', ...open], memory.latestUs));
  }

  private async addNew(tx: Transaction, place: EventPlace, { fresh }: Entered): Promise<number> {
    return fresh.length > 0 ? this.stores.events.add(tx, place, fresh) : 0;
  }

  private async accountsOf(
    tx: Transaction,
    memory: SourceMemory,
    { changes, told }: Outcome,
  ): Promise<AccountOf> {
    const names = new Set<string>();
    const add = ({ agent, agentExt }: { agent: string | null; agentExt?: string | null }): void => {
      const telephone = agentExt ?? memory.extensionOf(agent) ?? agent;
      if (telephone !== null) names.add(telephone);
    };
    changes.visits.put.forEach(add);
    for (const { agentExt } of changes.dialled.put) add({ agent: null, agentExt });
    for (const visit of changes.visits.put) visit.missed.forEach(add);
    changes.segments.put.forEach(add);
    for (const one of told) if (one.kind !== 'feed') add(one);
    const whoHad = await this.stores.telephones.whoHad(tx, memory.sourceId, [...names]);
    return (agent, agentExt, atUs) => whoHad(agentExt ?? memory.extensionOf(agent) ?? agent, atUs);
  }
}

/** Work of the processor while a statement is under way; nothing is rolled back over one that still is. */
async function beside<A, B>(sent: Promise<A>, work: () => B): Promise<[A, B]> {
  const ended = sent.then(
    (value) => () => value,
    (fault: unknown) => () => {
      throw fault;
    },
  );
  // What did not fit into the socket at once leaves it in the next turns.
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  try {
    const done = work();
    return [(await ended)(), done];
  } finally {
    await ended;
  }
}

/** A garbled time, years ahead, is no news of the feed. */
function latestOf(
  drafts: readonly { occurredUs: number; feed: string }[],
  receivedUs: number,
): number | null {
  const times = drafts.filter(
    (one) => one.feed !== 'snapshot' && one.occurredUs < receivedUs + 86_400_000_000,
  );
  return times.length > 0 ? times.reduce((last, one) => Math.max(last, one.occurredUs), 0) : null;
}

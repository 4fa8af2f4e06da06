import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { FEEDS, type RawBlock, RawStore } from '../data/raw-store.js';
import { RebuildStore, type RowKeys } from '../data/rebuild-store.js';
import { SourceLocks } from '../data/source-locks.js';
import { AmiParser } from '../domain/ami/parser.js';
import { EslParser } from '../domain/esl/parser.js';
import { QueueLogParser } from '../domain/queue-log/parser.js';
import { type RowChanges, segmentKey } from '../domain/store/row-changes.js';
import { SourceMemory } from '../domain/store/source-memory.js';
import { BatchRecorder } from '../feeds/batch-recorder.js';
import { type Batch, IngestBatch } from './ingest-batch.js';

export interface Rebuilt {
  /** the oldest bytes that are kept: rows before it stay as they are; null where there are none */
  readonly since: Date | null;
  readonly blocks: number;
  /** messages the database does not take; they are in the bytes still */
  readonly refused: number;
}

/**
 * Makes the rows of a source anew from the bytes it sent, by the rules of today. Ids stay. Nobody may listen to the
 * source meanwhile; a rebuild that was broken off is begun again.
 */
@Injectable()
export class RebuildSource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locks: SourceLocks,
    private readonly raw: RawStore,
    private readonly store: RebuildStore,
    private readonly ingest: IngestBatch,
  ) {}

  /** @throws Refused `not-found`; `wrong-state` while somebody listens to the source */
  async run(name: string): Promise<Rebuilt> {
    const sourceId = await this.work.read(WHOLE_TREE, (tx) => this.store.sourceNamed(tx, name));
    if (sourceId === null) return refuse('not-found');
    const lock = await this.locks.take(sourceId);
    if (!lock) return refuse('wrong-state');
    try {
      return await this.rebuild(sourceId);
    } finally {
      await lock.release();
    }
  }

  private async rebuild(sourceId: string): Promise<Rebuilt> {
    const since = await this.work.read(WHOLE_TREE, (tx) => this.raw.oldest(tx, sourceId));
    if (since === null) return { since, blocks: 0, refused: 0 };
    const cut = await this.work.read(WHOLE_TREE, (tx) => this.store.cut(tx, sourceId, since));
    while ((await this.work.run(WHOLE_TREE, (tx) => this.store.dropEvents(tx, sourceId, since))) > 0);
    const made: RowKeys = { calls: new Set(), visits: new Set(), legs: new Set(), segments: new Set() };
    const keep = (changes: RowChanges) => noted(without(changes, cut), made);
    const memory = new SourceMemory(sourceId, true);
    let refused = 0;
    const recorder = new BatchRecorder({
      run: (batch) => this.ingest.rebuild(memory, batch, keep),
      putAside: (batch) => {
        refused += Math.max(1, batch.heard.messages.length);
        return Promise.resolve();
      },
      rest: () => sleep(1_000),
    });
    let blocks = 0;
    for await (const batch of this.batches(sourceId)) {
      await recorder.record(batch);
      blocks += 1;
    }
    await this.work.run(WHOLE_TREE, (tx) => this.store.dropOthers(tx, sourceId, since, made));
    return { since, blocks, refused };
  }

  /** The blocks of all feeds, in the order of receipt; a message may begin in one block and end in the next. */
  private async *batches(sourceId: string): AsyncGenerator<Batch> {
    const parsers = { ami: new AmiParser(), esl: new EslParser(true) };
    const feeds = FEEDS.map((feed) => this.blocks(sourceId, feed));
    const next = await Promise.all(feeds.map((feed) => feed.next()));
    for (;;) {
      const place = earliest(next.map((one) => (one.done ? null : one.value)));
      const found = next[place];
      const feed = feeds[place];
      if (!found || found.done || !feed) return;
      yield batchOf(found.value, parsers);
      next[place] = await feed.next();
    }
  }

  private async *blocks(sourceId: string, feed: RawBlock['feed']): AsyncGenerator<RawBlock> {
    for (let seq = -1; ;) {
      const found = await this.work.read(WHOLE_TREE, (tx) => this.raw.after(tx, sourceId, feed, seq));
      yield* found;
      const last = found.at(-1);
      if (!last) return;
      seq = last.firstSeq;
    }
  }
}

/** @returns the place of the block that was received first, -1 where there is none */
function earliest(blocks: readonly (RawBlock | null)[]): number {
  let place = -1;
  blocks.forEach((block, at) => {
    const best = blocks[place];
    if (block && (!best || block.receivedAt < best.receivedAt)) place = at;
  });
  return place;
}

interface Parsers {
  readonly ami: AmiParser;
  readonly esl: EslParser;
}

function heardIn({ feed, bytes, linesBefore }: RawBlock, { ami, esl }: Parsers): Batch['heard'] {
  if (feed === 'ami') return { feed, messages: ami.push(bytes) };
  if (feed === 'esl') return { feed, messages: esl.push(bytes) };
  return { feed, messages: new QueueLogParser(linesBefore).push(bytes) };
}

function batchOf(block: RawBlock, parsers: Parsers): Batch {
  const { receivedAt, linesBefore } = block;
  const heard = heardIn(block, parsers);
  return { heard, bytes: Buffer.alloc(0), receivedAt, linesBefore, garbled: 0, bookmark: null };
}

/** Calls of which the first part is gone stay as they are. */
function without(changes: RowChanges, cut: Pick<RowKeys, 'calls' | 'visits'>): RowChanges {
  const { calls, dialled, visits } = changes;
  return {
    ...changes,
    calls: { ...calls, put: calls.put.filter((call) => !cut.calls.has(call.callerLegId)) },
    dialled: { ...dialled, put: dialled.put.filter((call) => !cut.calls.has(call.legId)) },
    visits: { ...visits, put: visits.put.filter((visit) => !cut.visits.has(visit.visitId)) },
  };
}

function noted(changes: RowChanges, made: RowKeys): RowChanges {
  for (const call of changes.calls.put) made.calls.add(call.callerLegId);
  for (const call of changes.dialled.put) made.calls.add(call.legId);
  for (const visit of changes.visits.put) made.visits.add(visit.visitId);
  for (const leg of changes.legs.put) made.legs.add(leg.legId);
  for (const one of changes.segments.gone) made.segments.delete(segmentKey(one));
  for (const one of changes.segments.put) made.segments.add(segmentKey(one));
  return changes;
}

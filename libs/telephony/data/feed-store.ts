import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { MemoryStanding } from '../domain/store/source-memory.js';
import { timeOrNull } from './row-ids.js';

export type FeedName = 'ami' | 'esl' | 'queue_log' | 'webhook';

/** A feed whose row is locked; where its source stands now, for the tree may have changed since the last batch. */
export interface OpenFeed {
  readonly nextSeq: number;
  readonly unitPath: string;
}

/** What a batch adds to the counts of its feed. */
export interface FeedProgress {
  readonly received: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly garbled: number;
  readonly refused: number;
  readonly lastOccurredUs: number | null;
  /** keys of the bookmark that are to change; others stay */
  readonly bookmark: object | null;
  readonly fault: string | null;
}

const PROGRESS = `update telephony_feed set received = received + $3, kept = kept + $4, duplicates = duplicates + $5,
  garbled = garbled + $6, refused = refused + $7, last_received_at = $8, next_seq = next_seq + $9,
  last_occurred_at = greatest(last_occurred_at, $10::timestamptz), bookmark = bookmark || coalesce($11::jsonb, '{}'),
  fault = coalesce($12, fault), fault_at = case when $12::text is null then fault_at else $8 end
where source_id = $1 and feed = $2`;

/** The row of a feed: its numbers, its counts, how far it has come. */
@Injectable()
export class FeedStore {
  /** Locks the row until the end of the transaction: of two processes that hear one feed the second waits. */
  async open(tx: Transaction, sourceId: string, feed: FeedName): Promise<OpenFeed> {
    const found = await row<{ next: string; path: string }>(
      tx,
      `insert into telephony_feed (source_id, feed, state, since) values ($1, $2, 'connecting', $3)
       on conflict (source_id, feed) do update set next_seq = telephony_feed.next_seq
       returning next_seq as next, (select unit_path from telephony_source where id = $1) as path`,
      [sourceId, feed, tx.now],
    );
    return { nextSeq: Number(found?.next ?? 1), unitPath: found?.path ?? '' };
  }

  /** What processes before this one left of what they knew. */
  async standings(tx: Transaction, sourceId: string): Promise<MemoryStanding[]> {
    const found = await rows<{ bookmark: MemoryStanding }>(
      tx,
      `select bookmark from telephony_feed where source_id = $1`,
      [sourceId],
    );
    return found.map(({ bookmark }) => bookmark);
  }

  async progressed(
    tx: Transaction,
    sourceId: string,
    feed: FeedName,
    taken: number,
    made: FeedProgress,
  ): Promise<void> {
    await changed(tx, PROGRESS, [
      sourceId,
      feed,
      made.received,
      made.kept,
      made.duplicates,
      made.garbled,
      made.refused,
      tx.now,
      taken,
      timeOrNull(made.lastOccurredUs),
      made.bookmark && JSON.stringify(made.bookmark),
      made.fault,
    ]);
  }

  /** Numbers were given to events that a rebuild made anew. */
  async numbered(tx: Transaction, sourceId: string, feed: FeedName, taken: number): Promise<void> {
    await changed(
      tx,
      `update telephony_feed set next_seq = next_seq + $3 where source_id = $1 and feed = $2`,
      [sourceId, feed, taken],
    );
  }
}

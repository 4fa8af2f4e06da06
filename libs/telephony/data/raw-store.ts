import { Injectable } from '@nestjs/common';
import { Sealing, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';

export interface RawPlace {
  readonly sourceId: string;
  readonly feed: string;
  readonly first: number;
  readonly last: number;
  readonly receivedAt: Date;
  readonly linesBefore: number;
}

/** What is kept byte for byte. */
export const FEEDS = ['ami', 'esl', 'queue_log'] as const;

export interface RawBlock {
  readonly feed: (typeof FEEDS)[number];
  readonly firstSeq: number;
  readonly receivedAt: Date;
  readonly linesBefore: number;
  readonly bytes: Buffer;
}

/** Bytes as they came over the wire, sealed. */
@Injectable()
export class RawStore {
  constructor(private readonly sealing: Sealing) {}

  async add(tx: Transaction, place: RawPlace, bytes: Buffer): Promise<void> {
    const { sourceId, feed, first, last, receivedAt, linesBefore } = place;
    await changed(
      tx,
      `insert into telephony_raw (source_id, feed, first_seq, last_seq, received_at, lines_before, bytes_sealed)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [sourceId, feed, first, last, receivedAt, linesBefore, this.sealing.seal(bytes.toString('latin1'))],
    );
  }

  /** Whether this very block is the last on record: its commit was answered to nobody. */
  async isLast(
    tx: Transaction,
    sourceId: string,
    feed: string,
    receivedAt: Date,
    bytes: Buffer,
  ): Promise<boolean> {
    const last = await row<{ sealed: Buffer }>(
      tx,
      `select bytes_sealed as sealed from telephony_raw
       where source_id = $1 and feed = $2 and received_at = $3 order by first_seq desc limit 1`,
      [sourceId, feed, receivedAt],
    );
    return last !== null && this.bytesOf(last.sealed).equals(bytes);
  }

  /** @returns when the oldest block was received that is still kept */
  async oldest(tx: Transaction, sourceId: string): Promise<Date | null> {
    const found = await row<{ at: Date | null }>(
      tx,
      `select min(received_at) as at from telephony_raw where source_id = $1`,
      [sourceId],
    );
    return found?.at ?? null;
  }

  /** @returns the number before the first block that was received then or later; after the last where there is none */
  async before(tx: Transaction, sourceId: string, feed: RawBlock['feed'], since: Date): Promise<number> {
    const found = await row<{ seq: string | null }>(
      tx,
      `select coalesce(min(first_seq) filter (where received_at >= $3) - 1, max(last_seq)) as seq
       from telephony_raw where source_id = $1 and feed = $2`,
      [sourceId, feed, since],
    );
    return Number(found?.seq ?? -1);
  }

  /** The next blocks of one feed, in its order. */
  async after(tx: Transaction, sourceId: string, feed: RawBlock['feed'], seq: number): Promise<RawBlock[]> {
    const found = await rows<{ seq: string; at: Date; lines: string; sealed: Buffer }>(
      tx,
      `select first_seq as seq, received_at as at, lines_before as lines, bytes_sealed as sealed from telephony_raw
       where source_id = $1 and feed = $2 and first_seq > $3 order by first_seq limit 50`,
      [sourceId, feed, seq],
    );
    return found.map(({ seq: first, at, lines, sealed }) => ({
      feed,
      firstSeq: Number(first),
      receivedAt: at,
      linesBefore: Number(lines),
      bytes: this.bytesOf(sealed),
    }));
  }

  private bytesOf(sealed: Buffer): Buffer {
    return Buffer.from(this.sealing.open(sealed), 'latin1');
  }
}

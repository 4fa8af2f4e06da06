import { Injectable } from '@nestjs/common';
import { Sealing, type Transaction } from '@hotline/kernel';
import { changed, row } from '@hotline/platform';

export interface RawPlace {
  readonly sourceId: string;
  readonly feed: string;
  readonly first: number;
  readonly last: number;
  readonly receivedAt: Date;
}

/** Bytes as they came over the wire, sealed. */
@Injectable()
export class RawStore {
  constructor(private readonly sealing: Sealing) {}

  async add(
    tx: Transaction,
    { sourceId, feed, first, last, receivedAt }: RawPlace,
    bytes: Buffer,
  ): Promise<void> {
    await changed(
      tx,
      `insert into telephony_raw (source_id, feed, first_seq, last_seq, received_at, bytes_sealed)
       values ($1, $2, $3, $4, $5, $6)`,
      [sourceId, feed, first, last, receivedAt, this.sealing.seal(bytes.toString('latin1'))],
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

  private bytesOf(sealed: Buffer): Buffer {
    return Buffer.from(this.sealing.open(sealed), 'latin1');
  }
}

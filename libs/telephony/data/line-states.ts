import { Injectable } from '@nestjs/common';
import { Sealing, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { FeedFault } from '../domain/sources/faults.js';
import type { LineSettings } from '../domain/sources/settings.js';
import type { FeedState } from '../feeds/line-feed.js';
import type { LogPlace } from '../feeds/log-book.js';

/** A source as its listener needs it, secret and all; never leaves the process. */
export interface Listened {
  readonly id: string;
  readonly unitPath: string;
  readonly version: number;
  readonly kind: 'ami' | 'esl';
  readonly settings: LineSettings;
  readonly secret: string;
  /** of the account that reads a log in a table */
  readonly logSecret: string;
}

/** A telephone that the switchboard named, with the queues it was named for. */
export interface SeenMember {
  readonly address: string;
  readonly name: string;
  readonly queues: readonly string[];
}

// The switchboard writes a line of its log a moment after the event.
const LATE_MS = 1_000;

/** What a listener reads and leaves behind about the lines it holds. */
@Injectable()
export class LineStates {
  constructor(private readonly sealing: Sealing) {}

  async enabled(tx: Transaction): Promise<Listened[]> {
    const found = await rows<
      Omit<Listened, 'secret' | 'logSecret'> & { sealed: Buffer | null; logSealed: Buffer | null }
    >(
      tx,
      `select id, unit_path as "unitPath", version, kind, settings, secret_sealed as sealed,
         log_secret_sealed as "logSealed" from telephony_source
       where enabled and kind in ('ami', 'esl') order by id`,
    );
    const opened = (sealed: Buffer | null): string => (sealed ? this.sealing.open(sealed) : '');
    return found.map(({ sealed, logSealed, ...source }) => ({
      ...source,
      secret: opened(sealed),
      logSecret: opened(logSealed),
    }));
  }

  /** How far the log was read, in the words of its book. */
  async bookmark(tx: Transaction, sourceId: string): Promise<Partial<LogPlace> | null> {
    const found = await row<{ bookmark: Partial<LogPlace> }>(
      tx,
      `select bookmark from telephony_feed where source_id = $1 and feed = 'queue_log'`,
      [sourceId],
    );
    return found?.bookmark ?? null;
  }

  /** A fault stays on the health page until another takes its place. */
  async stated(
    tx: Transaction,
    sourceId: string,
    feed: 'ami' | 'esl' | 'queue_log',
    state: FeedState,
    fault: FeedFault | null,
  ): Promise<void> {
    await changed(
      tx,
      `insert into telephony_feed as f (source_id, feed, state, since, fault, fault_at)
       values ($1, $2, $3, $5, $4, case when $4::text is not null then $5::timestamptz end)
       on conflict (source_id, feed) do update set state = excluded.state,
         since = case when f.state = excluded.state then f.since else excluded.since end,
         fault = coalesce(excluded.fault, f.fault), fault_at = coalesce(excluded.fault_at, f.fault_at)`,
      [sourceId, feed, state, fault, tx.now],
    );
  }

  async measured(
    tx: Transaction,
    sourceId: string,
    clockSkewMs: number | null,
    uptimeSeconds: number | null,
  ): Promise<void> {
    await changed(
      tx,
      `update telephony_feed set clock_skew_ms = coalesce($2, clock_skew_ms), uptime_seconds = coalesce($3, uptime_seconds)
       where source_id = $1 and feed in ('ami', 'esl')`,
      [sourceId, clockSkewMs, uptimeSeconds],
    );
  }

  async seen(tx: Transaction, sourceId: string, members: readonly SeenMember[]): Promise<void> {
    await changed(
      tx,
      `insert into seen_extension as s (source_id, address, name, queues, first_seen_at, last_seen_at)
       select $1, m.address, m.name, m.queues, $3, $3 from jsonb_to_recordset($2::jsonb)
         as m(address text, name text, queues text[])
       on conflict (source_id, address) do update set name = excluded.name, queues = excluded.queues,
         last_seen_at = excluded.last_seen_at`,
      [sourceId, JSON.stringify(members), tx.now],
    );
  }

  /** The log has been read up to now: holes that ended before then have nothing left to bring, unless they are older than the line's record. */
  async mended(tx: Transaction, sourceId: string, readFrom: Date): Promise<void> {
    await changed(
      tx,
      `update feed_gap g set mended_at = $2 from telephony_source s
       where g.source_id = $1 and s.id = g.source_id and g.mended_at is null and g.to_at < $3 and g.to_at >= s.created_at`,
      [sourceId, tx.now, new Date(readFrom.getTime() - LATE_MS)],
    );
  }
}

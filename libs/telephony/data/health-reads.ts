import { Injectable } from '@nestjs/common';
import { DAY_MS, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { FeedNow } from '../domain/sources/health.js';

export interface FeedRow extends FeedNow {
  readonly sourceId: string;
  readonly lastOccurredAt: Date | null;
  readonly uptimeSeconds: number | null;
  readonly received: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly garbled: number;
  readonly refused: number;
  readonly faultAt: Date | null;
  readonly bookmark: { readonly offset?: number; readonly lines?: number; readonly strange?: string[] };
}

export interface GapRow {
  readonly from: Date;
  readonly to: Date | null;
  readonly restarted: boolean;
  readonly mendedAt: Date | null;
}

export interface DifferenceRow {
  readonly day: string;
  readonly queue: string;
  readonly figure: string;
  readonly logged: number;
  readonly kept: number;
  readonly callKeys: readonly string[];
  readonly foundAt: Date;
  readonly mendedAt: Date | null;
}

export interface StrangeExtension {
  readonly address: string;
  readonly name: string;
  readonly queues: readonly string[];
  readonly lastSeenAt: Date;
}

/** A telephone that nobody has heard of for a week is of no interest any more. */
const STRANGE_MS = 7 * DAY_MS;
const MOST_GAPS = 30;
const MOST_DIFFERENCES = 50;
const MOST_STRANGE = 200;

/** `PJSIP/8001` and `8001` name the same telephone. */
const bare = (column: string): string => `regexp_replace(${column}, '^[A-Za-z0-9]+/([^@/]+).*$', '\\1')`;

const STRANGE = `from seen_extension x where x.last_seen_at > $2 and not exists (
  select 1 from agent_endpoint e where e.source_id = x.source_id and (e.valid_to is null or e.valid_to > $3)
    and e.valid_from <= $3 and ${bare('e.address')} = ${bare('x.address')})`;

/** What is known about the streams of sources; the caller has asked already whether they may be seen. */
@Injectable()
export class HealthReads {
  feeds(tx: Transaction, sourceIds: readonly string[]): Promise<FeedRow[]> {
    return rows<FeedRow>(
      tx,
      `select source_id as "sourceId", feed, state, since, last_received_at as "lastReceivedAt",
         last_occurred_at as "lastOccurredAt", clock_skew_ms as "clockSkewMs", uptime_seconds::float as "uptimeSeconds",
         received::float, kept::float, duplicates::float, garbled::float, refused::float, fault,
         fault_at as "faultAt", bookmark from telephony_feed where source_id = any ($1) order by feed`,
      [sourceIds],
    );
  }

  /** Differences nothing has mended, and telephones nobody owns, for each source that has any. */
  open(
    tx: Transaction,
    sourceIds: readonly string[],
  ): Promise<{ sourceId: string; differences: number; strange: number }[]> {
    return rows(
      tx,
      `select s.id as "sourceId",
         (select count(*)::integer from log_difference d where d.source_id = s.id and d.mended_at is null) as differences,
         (select count(*)::integer ${STRANGE} and x.source_id = s.id) as strange
       from telephony_source s where s.id = any ($1)`,
      [sourceIds, new Date(tx.now.getTime() - STRANGE_MS), tx.now],
    );
  }

  gaps(tx: Transaction, sourceId: string): Promise<GapRow[]> {
    return rows<GapRow>(
      tx,
      `select from_at as "from", to_at as "to", restarted, mended_at as "mendedAt" from feed_gap where source_id = $1
       order by from_at desc limit ${MOST_GAPS}`,
      [sourceId],
    );
  }

  differences(tx: Transaction, sourceId: string): Promise<DifferenceRow[]> {
    return rows<DifferenceRow>(
      tx,
      `select day::text, queue, figure, logged, kept, call_keys as "callKeys", found_at as "foundAt",
         mended_at as "mendedAt" from log_difference where source_id = $1
       order by mended_at is not null, day desc, queue, figure limit ${MOST_DIFFERENCES}`,
      [sourceId],
    );
  }

  strange(tx: Transaction, sourceId: string): Promise<StrangeExtension[]> {
    return rows<StrangeExtension>(
      tx,
      `select x.address, x.name, x.queues, x.last_seen_at as "lastSeenAt" ${STRANGE} and x.source_id = $1
       order by x.address limit ${MOST_STRANGE}`,
      [sourceId, new Date(tx.now.getTime() - STRANGE_MS), tx.now],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import type { CallCount, Difference } from '../domain/sources/compare-log.js';

/** An alert names no more calls than somebody would look at. */
const MOST_CALLS = 50;

/** What our rows say of the calls of a stretch, and where that differed from the log. */
@Injectable()
export class LogDifferences {
  /** The caller's leg is the first part of a visit's key. */
  kept(tx: Transaction, sourceId: string, from: Date, to: Date): Promise<CallCount[]> {
    return rows<CallCount>(
      tx,
      `with visit as (
         select split_part(visit_key, ':', 1) as "callId", queue, outcome, entered,
           extract(epoch from greatest(last_seen_at, left_at, talk_ended_at))::float * 1000000 as last
         from call_visit where source_id = $1 and counted_at >= $2 and counted_at < $3)
       select "callId", queue, figure, count(*)::integer as times, max(last) as "lastUs" from (
         select "callId", queue, 'entered' as figure, last from visit where entered
         union all select "callId", queue, outcome, last from visit
           where entered and outcome in ('answered', 'abandoned', 'limit', 'key', 'empty')) f
       group by 1, 2, 3`,
      [sourceId, from, to],
    );
  }

  /** What differs now stands open; what differed before and does no longer is mended. @returns how many stand open */
  async write(tx: Transaction, sourceId: string, day: string, found: readonly Difference[]): Promise<void> {
    const given = found.map(({ callIds, ...one }) => ({ ...one, calls: callIds.slice(0, MOST_CALLS) }));
    await changed(
      tx,
      `insert into log_difference as d (source_id, day, queue, figure, logged, kept, call_keys, found_at)
       select $1, $2::date, f.queue, f.figure, f.logged, f.kept, f.calls, $4 from jsonb_to_recordset($3::jsonb)
         as f(queue text, figure text, logged integer, kept integer, calls text[])
       on conflict (source_id, day, queue, figure) do update set logged = excluded.logged, kept = excluded.kept,
         call_keys = excluded.call_keys, found_at = case when d.mended_at is null then d.found_at else excluded.found_at end,
         mended_at = null`,
      [sourceId, day, JSON.stringify(given), tx.now],
    );
    await changed(
      tx,
      `update log_difference d set mended_at = $4 where source_id = $1 and day = $2::date and mended_at is null
         and not exists (select 1 from jsonb_to_recordset($3::jsonb) as f(queue text, figure text)
           where f.queue = d.queue and f.figure = d.figure)`,
      [sourceId, day, JSON.stringify(given), tx.now],
    );
  }
}

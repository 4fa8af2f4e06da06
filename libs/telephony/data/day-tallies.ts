import { Injectable } from '@nestjs/common';
import { type Instant, startOfShanghaiDay, type Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import { TALLY } from './tally-sql.js';

export interface LineDay {
  readonly sourceId: string;
  readonly day: string;
}

/** How the calls of days that are over ended, line by line. */
@Injectable()
export class DayTallies {
  /** Notes of changed days, which are gone with the commit. @returns their days, each once, and how many notes there were */
  async takeNotes(tx: Transaction, most: number): Promise<{ taken: number; days: LineDay[] }> {
    const found = await rows<LineDay & { n: number }>(
      tx,
      `with taken as (delete from call_day_due where seq in (select seq from call_day_due order by seq limit $1) returning *)
       select source_id as "sourceId", day::text, count(*)::int as n from taken group by 1, 2`,
      [most],
    );
    return { taken: found.reduce((sum, { n }) => sum + n, 0), days: found };
  }

  /** Days of lines that were never tallied, the newest first. @param before the first day that is not over */
  missing(tx: Transaction, before: string, most: number): Promise<LineDay[]> {
    return rows<LineDay & Record<string, unknown>>(
      tx,
      `select s.id as "sourceId", d.day::date::text as day from telephony_source s
       cross join lateral (select least((select min(arrived_at) from call where source_id = s.id),
         (select min(counted_at) from call_visit where source_id = s.id)) as first) f
       cross join lateral generate_series(shanghai_day(f.first), $1::date - 1, '1 day') as d(day)
       where f.first is not null and not exists (select 1 from call_day t where t.source_id = s.id and t.day = d.day::date)
       order by d.day desc, s.id limit $2`,
      [before, most],
    );
  }

  /** @returns the first day that may have changes without a note */
  async notYetOver(tx: Transaction): Promise<Instant> {
    const [found] = await rows<{ at: Date }>(
      tx,
      `select date_trunc('day', clock_timestamp() - interval '2 hours', 'Asia/Shanghai') as at`,
    );
    return found?.at ?? tx.now;
  }

  async tally(tx: Transaction, days: readonly LineDay[]): Promise<void> {
    if (days.length === 0) return;
    const given = days.map(({ sourceId, day }) => {
      const since = startOfShanghaiDay(day);
      return { source_id: sourceId, day, since, until: new Date(since.getTime() + 86_400_000) };
    });
    const text = JSON.stringify(given);
    await changed(
      tx,
      `delete from call_tally t using json_to_recordset($1::json) as g(source_id uuid, day date)
       where t.source_id = g.source_id and t.day = g.day`,
      [text],
    );
    await changed(tx, TALLY, [text]);
    await changed(
      tx,
      `insert into call_day (source_id, day, tallied_at)
       select source_id, day, $2 from json_to_recordset($1::json) as g(source_id uuid, day date)
       on conflict (source_id, day) do update set tallied_at = excluded.tallied_at`,
      [text, tx.now],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import { add, type Daily, dailyKey, NOTHING } from '../domain/daily.js';
import { DEFINITIONS, METRICS } from '../domain/metrics.js';

const SAME_KEY = 'm.metric = k.metric and m.unit_path = k.path and m.day = k.day';
const KEYS = 'jsonb_to_recordset($1::jsonb) as k(metric text, day date, path text)';

/** The sums of a day by unit, each with everything below it. */
@Injectable()
export class DailyStore {
  /** Adds changes to the sums as they stand; only under the lock of the fold. */
  async change(tx: Transaction, changes: readonly Daily[]): Promise<void> {
    if (changes.length === 0) return;
    const known = await this.read(tx, changes);
    const sums = changes.map((change) => ({
      ...change,
      ...add(known.get(dailyKey(change)) ?? NOTHING, change),
    }));
    await changed(
      tx,
      `insert into metric_daily as m (metric, day, unit_id, unit_path, denominator, numerator, excluded, bins)
       select d.metric, d.day, u.id, d.path, d.denominator, d.numerator, d.excluded, d.bins
       from jsonb_to_recordset($1::jsonb) as d(metric text, day date, path text, denominator integer,
         numerator integer, excluded jsonb, bins jsonb)
       join lateral (select coalesce((select u.id from unit u where u.path = d.path),
         -- a day before the unit moved
         (select h.unit_id from unit_name_history h where h.path = d.path limit 1)) as id) u on u.id is not null
       on conflict (metric, day, unit_id) do update set denominator = excluded.denominator,
         numerator = excluded.numerator, excluded = excluded.excluded, bins = excluded.bins`,
      [JSON.stringify(sums)],
    );
    await changed(
      tx,
      `delete from metric_daily m using ${KEYS} where ${SAME_KEY} and m.denominator = 0 and m.excluded = '{}'`,
      [JSON.stringify(changes.map(({ metric, day, path }) => ({ metric, day, path })))],
    );
  }

  private async read(tx: Transaction, changes: readonly Daily[]): Promise<Map<string, Daily>> {
    const found = await rows<Daily>(
      tx,
      `select m.metric, m.day::text as day, m.unit_path as path, m.denominator, m.numerator, m.excluded, m.bins
       from ${KEYS} join metric_daily m on ${SAME_KEY}`,
      [JSON.stringify(changes.map(({ metric, day, path }) => ({ metric, day, path })))],
    );
    return new Map(found.map((row) => [dailyKey(row), row]));
  }

  /** Copies the days before `today` that are not frozen yet; @returns how many rows. */
  freeze(tx: Transaction, today: string): Promise<number> {
    return changed(
      tx,
      `insert into metric_snapshot (metric, day, unit_id, unit_path, denominator, numerator, excluded, frozen_at,
         definition_version)
       select d.metric, d.day, d.unit_id, d.unit_path, d.denominator, d.numerator, d.excluded, $2, asked.version
       from unnest($3::text[], $4::integer[]) as asked(metric, version)
       join metric_daily d on d.metric = asked.metric and d.day < $1::date
         and d.day > coalesce((select max(s.day) from metric_snapshot s where s.metric = asked.metric), '-infinity')
       on conflict do nothing`,
      [today, tx.now, METRICS, METRICS.map((metric) => DEFINITIONS[metric].version)],
    );
  }

  /** Whether events of days before this instant wait to be counted. */
  async behind(tx: Transaction, startOfToday: Date): Promise<boolean> {
    const waiting = await rows(
      tx,
      `(select 1 from unfolded_event where at < $1 limit 1) union all
       (select 1 from uncounted_call u join call c on c.id = u.call_id where c.arrived_at < $1 limit 1)`,
      [startOfToday],
    );
    return waiting.length > 0;
  }
}

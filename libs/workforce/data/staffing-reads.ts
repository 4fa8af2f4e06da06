import { Injectable } from '@nestjs/common';
import { type Instant, MINUTE_MS, shanghaiDay, startOfShanghaiDay, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { PastInterval } from '../domain/forecast.js';
import { dayAfter } from '../domain/report-days.js';
import { bind, inSubtree, ofUnit } from './report-sql.js';

export interface StaffingSetting {
  readonly targetPercent: number;
  readonly withinSeconds: number;
  readonly shrinkagePercent: number;
  readonly weeks: number;
  readonly leastAgents: number;
}

export interface StoredSetting extends StaffingSetting {
  readonly unitId: string;
  readonly version: number;
}

const COLUMNS = `unit_id as "unitId", version, target_percent as "targetPercent", within_seconds as "withinSeconds",
  shrinkage_percent as "shrinkagePercent", weeks, least_agents as "leastAgents"`;

/** What the staffing of a day is reckoned from, and the settings it is reckoned by. */
@Injectable()
export class StaffingReads {
  /** The newest version of each of these units. */
  settings(tx: Transaction, unitIds: readonly string[]): Promise<StoredSetting[]> {
    return rows<StoredSetting & Record<string, unknown>>(
      tx,
      `select distinct on (unit_id) ${COLUMNS} from staffing_setting where unit_id = any ($1::uuid[])
       order by unit_id, version desc`,
      [unitIds],
    );
  }

  async lock(tx: Transaction, unitId: string): Promise<void> {
    await row(tx, 'select 1 from unit where id = $1 for no key update', [unitId]);
  }

  async keep(tx: Transaction, unitId: string, version: number, setting: StaffingSetting): Promise<void> {
    await rows(
      tx,
      `insert into staffing_setting (unit_id, version, target_percent, within_seconds, shrinkage_percent, weeks,
         least_agents, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        unitId,
        version,
        setting.targetPercent,
        setting.withinSeconds,
        setting.shrinkagePercent,
        setting.weeks,
        setting.leastAgents,
        tx.scope.accountId,
        tx.now,
      ],
    );
  }

  /** The day of the first call that came to a queue there; before it nobody was heard, which is not the same as nobody calling. */
  async firstDay(tx: Transaction, paths: readonly string[]): Promise<string | null> {
    const values: unknown[] = [];
    const found = await row<{ at: Date | null }>(
      tx,
      `select min(q.at) as at from queue_interval q
       where q.grain = 'day' and q.queue <> '' and ${inSubtree(values, paths)}`,
      values,
    );
    return found?.at ? shanghaiDay(found.at) : null;
  }

  /** Intervals of past days by day; days without a call have none. @param minutes length of an interval */
  async past(
    tx: Transaction,
    paths: readonly string[],
    days: readonly string[],
    minutes: number,
  ): Promise<Map<string, PastInterval[]>> {
    const found = new Map<string, PastInterval[]>(days.map((day) => [day, []]));
    if (days.length === 0) return found;
    const values: unknown[] = [days.map(startOfShanghaiDay), `${minutes} minutes`];
    const where = ofUnit(values, paths);
    const sums = await rows<{ day: Date; at: Date; asked: string; talked: string; us: string }>(
      tx,
      `select d.day, date_bin($2::interval, q.at, d.day) as at, sum(q.asked) as asked, sum(q.talked) as talked,
         sum(q.talk_us + q.wrap_us) as us
       from unnest($1::timestamptz[]) as d(day) cross join lateral (
         select * from queue_subtree q where q.grain = 'quarter' and q.at >= d.day and q.at < d.day + interval '1 day'
           and q.asked > 0 and ${where} offset 0) q group by 1, 2`,
      values,
    );
    for (const { day, at, asked, talked, us } of sums)
      found.get(shanghaiDay(day))?.push({
        minute: (at.getTime() - day.getTime()) / MINUTE_MS,
        offered: Number(asked),
        handled: Number(talked),
        handledUs: Number(us),
      });
    return found;
  }

  /** Agents on a shift on the mean of each interval of the day, by its beginning. */
  async rostered(
    tx: Transaction,
    paths: readonly string[],
    day: string,
    minutes: number,
  ): Promise<Map<number, number>> {
    const values: unknown[] = [
      startOfShanghaiDay(day),
      startOfShanghaiDay(dayAfter(day, 1)),
      `${minutes} minutes`,
    ];
    const found = await rows<{ at: Date; agents: number }>(
      tx,
      `select i.at, (sum(extract(epoch from least(q.to_at, i.at + $3::interval) - greatest(q.from_at, i.at)))
         / extract(epoch from $3::interval))::float8 as agents
       from generate_series($1::timestamptz, $2::timestamptz - interval '1 minute', $3::interval) as i(at)
       join shift q on q.from_at < i.at + $3::interval and q.to_at > i.at
         and q.from_at > i.at - interval '16 hours' and ${inSubtree(values, paths)} group by 1`,
      values,
    );
    return new Map(found.map(({ at, agents }) => [at.getTime(), agents]));
  }

  /** Agents signed in and not on a break on the mean of each past interval of the day. */
  async present(
    tx: Transaction,
    paths: readonly string[],
    day: string,
    minutes: number,
  ): Promise<Map<number, number>> {
    const values: unknown[] = [
      startOfShanghaiDay(day),
      startOfShanghaiDay(dayAfter(day, 1)),
      `${minutes} minutes`,
    ];
    const found = await rows<{ at: Date; us: string }>(
      tx,
      `select date_bin($3::interval, q.at, $1::timestamptz) as at, sum(q.signed_us - q.break_us) as us
       from agent_subtree q where q.grain = 'quarter' and q.at >= $1 and q.at < $2 and ${ofUnit(values, paths)}
       group by 1`,
      values,
    );
    const length = minutes * MINUTE_MS * 1000;
    return new Map(found.map(({ at, us }) => [at.getTime(), Number(us) / length]));
  }

  /** Holes that no log has filled, of any line of the subtree, on these days. */
  async unheard(
    tx: Transaction,
    paths: readonly string[],
    days: readonly string[],
  ): Promise<{ from: Instant; to: Instant }[]> {
    const values: unknown[] = [days.map(startOfShanghaiDay)];
    return rows<{ from: Date; to: Date }>(
      tx,
      `select distinct g.from_at as "from", coalesce(g.to_at, ${bind(values, tx.now)}) as "to" from feed_gap g
       join telephony_source s on s.id = g.source_id join unnest($1::timestamptz[]) as d(day)
         on g.from_at < d.day + interval '1 day' and coalesce(g.to_at, 'infinity') > d.day
       where g.mended_at is null and ${inSubtree(values, paths, 's.unit_path')} limit 1000`,
      values,
    );
  }
}

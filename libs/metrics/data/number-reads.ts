import { Injectable } from '@nestjs/common';
import { pathRange, startOfShanghaiDay, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import { add, type Bins, type Daily, NOTHING, type Sums } from '../domain/daily.js';
import { type DueByFigure, type DueToday, NOBODY_DUE } from '../domain/due.js';
import { type Deadline, DEADLINES, type MetricName, METRICS } from '../domain/metrics.js';
import { dayAfter, type Period } from '../domain/period.js';

interface TodayRow {
  path: string;
  ahead: boolean;
  hit: boolean;
  amount: number | null;
  tickets: number;
}

export interface UnitTotals {
  readonly path: string;
  readonly metric: MetricName;
  readonly denominator: number;
  readonly numerator: number;
}

/** The sums behind every board. Callers have checked that the unit lies inside the reader's scope. */
@Injectable()
export class NumberReads {
  /** Every day of every number of one unit, with everything below it; `paths` are where it hangs and once hung. */
  days(tx: Transaction, paths: readonly string[], { from, to }: Period): Promise<Daily[]> {
    return rows<Daily>(
      tx,
      `select metric, day::text as day, unit_path as path, denominator, numerator, excluded, bins
       from metric_daily where unit_path = any ($1::text[]) and day between $2 and $3 and metric = any ($4::text[])`,
      [paths, from, to, METRICS],
    );
  }

  /** Totals of several units; the number of days does not matter. */
  totals(
    tx: Transaction,
    paths: readonly string[],
    metric: MetricName,
    period: Period,
  ): Promise<UnitTotals[]> {
    return rows<UnitTotals>(
      tx,
      `select unit_path as path, metric, sum(denominator)::int as denominator, sum(numerator)::int as numerator
       from metric_daily where metric = $1 and unit_path = any ($2::text[]) and day between $3 and $4 group by 1, 2`,
      [metric, paths, period.from, period.to],
    );
  }

  /** How long closed tickets took, by unit. */
  async durations(
    tx: Transaction,
    paths: readonly string[],
    metric: Deadline,
    period: Period,
  ): Promise<Map<string, Bins>> {
    const found = await rows<{ path: string; bin: string; hits: number; others: number }>(
      tx,
      `select unit_path as path, b.key as bin, sum((b.value ->> 0)::int)::int as hits, sum((b.value ->> 1)::int)::int as others
       from metric_daily, jsonb_each(bins) b
       where metric = $4 and unit_path = any ($1::text[]) and day between $2 and $3 group by 1, 2`,
      [paths, period.from, period.to, metric],
    );
    const byPath = new Map<string, Record<string, readonly [number, number]>>();
    for (const { path, bin, hits, others } of found) {
      byPath.set(path, { ...byPath.get(path), [bin]: [hits, others] });
    }
    return byPath;
  }

  /** Today's deadlines below `path`, by the unit `labels` labels deep that they belong to. */
  async dueToday(
    tx: Transaction,
    path: string,
    labels: number,
    today: string,
    metric: Deadline = 'on-time',
  ): Promise<Map<string, DueToday>> {
    const { low, high } = pathRange(path);
    const found = await rows<TodayRow>(
      tx,
      `select array_to_string((string_to_array(unit_path, '/'))[1:$6], '/') || '/' as path, at > $5 as ahead, hit, amount,
         count(*)::int as tickets
       from metric_fact where metric = $7 and counted and at >= $1 and at < $2
         and unit_path >= $3 and unit_path < $4 group by 1, 2, 3, 4`,
      [startOfShanghaiDay(today), startOfShanghaiDay(dayAfter(today, 1)), low, high, tx.now, labels, metric],
    );
    const byPath = new Map<string, DueToday>();
    for (const row of found) {
      const key = row.path.replace(/\/+$/, '/');
      byPath.set(key, withRow(byPath.get(key) ?? { due: NOTHING, notYetDue: 0 }, row));
    }
    return byPath;
  }

  /** Today's deadlines of one unit with everything below it, in both figures. */
  async dueTodayOf(tx: Transaction, path: string, labels: number, today: string): Promise<DueByFigure> {
    const due: DueByFigure = {};
    for (const metric of DEADLINES) {
      due[metric] = (await this.dueToday(tx, path, labels, today, metric)).get(path) ?? NOBODY_DUE;
    }
    return due;
  }
}

function withRow({ due, notYetDue }: DueToday, { ahead, hit, amount, tickets }: TodayRow): DueToday {
  if (ahead) return { due, notYetDue: notYetDue + tickets };
  const sums: Sums = {
    denominator: tickets,
    numerator: hit ? tickets : 0,
    excluded: {},
    bins: amount === null ? {} : { [amount]: hit ? [tickets, 0] : [0, tickets] },
  };
  return { due: add(due, sums), notYetDue };
}

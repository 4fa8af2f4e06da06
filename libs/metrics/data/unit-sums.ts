import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { add, NOTHING, type Sums } from '../domain/daily.js';
import type { DueToday } from '../domain/due.js';
import { isDeadline, type MetricName } from '../domain/metrics.js';
import { dayAfter, type Period } from '../domain/period.js';
import { NumberReads } from './number-reads.js';

/** Sums of several units side by side, as they stand now. */
@Injectable()
export class UnitSums {
  constructor(private readonly reads: NumberReads) {}

  /** By the present path of each unit, whose history may lie at several. Deadlines of days that are over; those of today come from `dueToday`, later ones do not count yet. */
  async of(
    tx: Transaction,
    pathsOf: ReadonlyMap<string, readonly string[]>,
    metric: MetricName,
    period: Period,
    today: { readonly day: string; readonly due: ReadonlyMap<string, DueToday> },
  ): Promise<Map<string, Sums>> {
    const paths = [...pathsOf.values()].flat();
    const onTime = isDeadline(metric);
    const over = onTime && period.to >= today.day ? { ...period, to: dayAfter(today.day, -1) } : period;
    const totals = await this.reads.totals(tx, paths, metric, over);
    const bins = onTime
      ? await this.reads.durations(tx, paths, metric, over)
      : new Map<string, Sums['bins']>();
    const withToday = onTime && period.from <= today.day && today.day <= period.to;
    const byPath = new Map<string, Sums>(
      totals.map(({ path, numerator, denominator }) => [
        path,
        { numerator, denominator, excluded: {}, bins: bins.get(path) ?? {} },
      ]),
    );
    const sums = new Map<string, Sums>();
    for (const [unit, own] of pathsOf) {
      sums.set(
        unit,
        own.reduce((sum, path) => add(sum, byPath.get(path) ?? NOTHING), NOTHING),
      );
    }
    if (withToday) {
      for (const [path, { due }] of today.due) sums.set(path, add(sums.get(path) ?? NOTHING, due));
    }
    return sums;
  }
}

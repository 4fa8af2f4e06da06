import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { MetricName } from '../domain/metrics.js';
import type { Period } from '../domain/period.js';

export interface FrozenSums {
  readonly denominator: number;
  readonly numerator: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly frozenAt: Instant;
  readonly definitionVersion: number;
}

export interface RestatedDay {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly day: string;
  /** Null: when the day was frozen the unit had nothing to count. */
  readonly frozen: FrozenSums | null;
  readonly now: Pick<FrozenSums, 'denominator' | 'numerator' | 'excluded'>;
}

/** Days whose snapshots were made by one version of the definition. */
export interface FrozenBy {
  readonly definitionVersion: number;
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

interface Question {
  readonly metric: MetricName;
  readonly unitId: string;
  readonly period: Period;
}

interface RestatedRow {
  [column: string]: unknown;
  readonly day: string;
  readonly denominator: number | null;
  readonly numerator: number | null;
  readonly excluded: Record<string, number> | null;
  readonly frozen_at: Instant | null;
  readonly definition_version: number | null;
  readonly denominator_now: number;
  readonly numerator_now: number;
  readonly excluded_now: Record<string, number>;
}

/** Both tables by their primary keys; a day after the last frozen one has nothing to differ from. */
const RESTATED_SQL = `
with frozen as (
  select * from metric_snapshot where metric = $1 and unit_id = $2 and day between $3 and $4
), present as (
  select * from metric_daily where metric = $1 and unit_id = $2 and day between $3 and $4
    and day <= coalesce((select max(day) from metric_snapshot where metric = $1), '-infinity')
), both_sums as (
  select day, f.denominator, f.numerator, f.excluded, f.frozen_at, f.definition_version,
    coalesce(p.denominator, 0) as denominator_now, coalesce(p.numerator, 0) as numerator_now,
    coalesce(p.excluded, '{}') as excluded_now
  from frozen f full join present p using (day)
)
select b.*, b.day::text as day from both_sums b
where (b.denominator, b.numerator, b.excluded) is distinct from (b.denominator_now, b.numerator_now, b.excluded_now)
order by b.day desc`;

/** What days said when they were over, next to what they say now. */
@Injectable()
export class SnapshotReads {
  /** At most one row a day of the period. */
  async restated(tx: Transaction, { metric, unitId, period }: Question): Promise<RestatedDay[]> {
    const values = [metric, unitId, period.from, period.to];
    return (await rows<RestatedRow>(tx, RESTATED_SQL, values)).map(toDay);
  }

  frozenBy(tx: Transaction, { metric, unitId, period }: Question): Promise<FrozenBy[]> {
    return rows<FrozenBy & Record<string, unknown>>(
      tx,
      `select definition_version as "definitionVersion", min(day)::text as from, max(day)::text as to,
         count(*)::int as days
       from metric_snapshot where metric = $1 and unit_id = $2 and day between $3 and $4 group by 1 order by 1`,
      [metric, unitId, period.from, period.to],
    );
  }
}

function toDay(row: RestatedRow): RestatedDay {
  const { denominator, numerator, excluded, frozen_at: frozenAt, definition_version: version } = row;
  return {
    day: row.day,
    frozen:
      denominator === null || numerator === null || frozenAt === null || version === null
        ? null
        : { denominator, numerator, excluded: excluded ?? {}, frozenAt, definitionVersion: version },
    now: {
      denominator: row.denominator_now,
      numerator: row.numerator_now,
      excluded: row.excluded_now,
    },
  };
}

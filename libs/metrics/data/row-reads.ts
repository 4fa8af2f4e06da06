import { Injectable } from '@nestjs/common';
import { type Instant, pathRange, startOfShanghaiDay, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import { DEADLINES, type Exclusion, type MetricName } from '../domain/metrics.js';
import { dayAfter, type Period } from '../domain/period.js';

export const ROW_RESULTS = ['hit', 'miss', 'excluded', 'open-overdue', 'all'] as const;
export type RowResult = (typeof ROW_RESULTS)[number];

export interface RowsQuestion {
  readonly metric: MetricName;
  /** Where the unit hangs and once hung. */
  readonly paths: readonly string[];
  readonly period: Period;
  readonly result: RowResult;
  readonly after: RowPlace | null;
  readonly limit: number;
}

/** Where a page ended: rows go from the newest to the oldest. */
export interface RowPlace {
  readonly at: string;
  readonly subjectId: string;
}

export interface NumberRow {
  subject_id: string;
  ticket_id: string | null;
  unit_id: string;
  at: Instant;
  counted: boolean;
  hit: boolean;
  excluded: Exclusion | null;
  closed_at: Instant | null;
  no: string | null;
  title: string | null;
  field: string | null;
  /** Of calls that the telephone told of. */
  call_id: string | null;
  caller_masked: string | null;
  withheld: boolean | null;
}

const OF_A_DEADLINE = `f.metric in (${DEADLINES.map((metric) => `'${metric}'`).join(', ')})`;

/** Deadlines that lie ahead are left out like every other exclusion. */
const CONDITION: Readonly<Record<RowResult, string>> = {
  all: 'f.counted and f.at <= $4',
  hit: 'f.counted and f.hit and f.at <= $4',
  miss: 'f.counted and not f.hit and f.at <= $4',
  'open-overdue': `${OF_A_DEADLINE} and f.counted and not f.hit and f.closed_at is null and f.at <= $4`,
  excluded: '(not f.counted or f.at > $4)',
};

/** The rows behind a number. */
@Injectable()
export class RowReads {
  list(tx: Transaction, { metric, paths, period, result, after, limit }: RowsQuestion): Promise<NumberRow[]> {
    const ranges = paths.map(pathRange);
    const bounds = ranges.flatMap(({ low, high }) => [low, high]);
    const lies = ranges.map((_, n) => `f.unit_path >= $${8 + 2 * n} and f.unit_path < $${9 + 2 * n}`);
    const [from, to] = [startOfShanghaiDay(period.from), startOfShanghaiDay(dayAfter(period.to, 1))];
    return rows<NumberRow>(
      tx,
      `select p.*, coalesce(t.no, c.no) as no, coalesce(t.title, c.summary) as title, coalesce(t.field, c.field) as field,
         k.id as call_id, k.caller_masked, k.withheld
       from (
         select f.subject_id, f.ticket_id, f.contact_id, f.unit_id, f.at, f.counted, f.hit, f.excluded, f.closed_at
         from metric_fact f
         where f.metric = $1 and f.at >= $2 and f.at < $3 and (${lies.join(' or ')})
           and ${CONDITION[result]} and ($5::timestamptz is null or (f.at, f.subject_id) < ($5, $6::uuid))
         order by f.at desc, f.subject_id desc limit $7
       ) p left join ticket t on t.id = p.ticket_id left join contact c on c.id = p.contact_id
       left join call k on k.id = p.subject_id and $1 = 'connection'
       order by p.at desc, p.subject_id desc`,
      [metric, from, to, tx.now, after?.at ?? null, after?.subjectId ?? null, limit, ...bounds],
    );
  }
}

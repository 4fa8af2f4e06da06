import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import { QUARTER_MS } from '../domain/interval.js';
import { sumOf } from '../domain/row-results.js';
import { type RowDay, type Stretch, wholeDay } from '../domain/row-stretches.js';
import type { CallRowsQuestion } from './call-row-reads.js';
import { bind, inSubtree, ofUnit } from './report-sql.js';

/** So few days are read in the order of their rows, whatever they hold. */
const FEW_DAYS = 2;

/** Where rows of one kind are, by the sums: so that few of a kind are found without reading all there are. */
@Injectable()
export class RowDays {
  /**
   * Days with such rows, newest first; days whose sums are not yet those of the rows are among them.
   * @returns null where no sum says: then all time is to be read
   */
  async days(tx: Transaction, question: CallRowsQuestion): Promise<RowDay[] | null> {
    const sums = sumsOf(question);
    if (sums === null) return null;
    return rows<RowDay & Record<string, unknown>>(
      tx,
      `select at, case when bool_or(due) then null else sum(n)::float8 end as count from (
         select q.at, ${sums.sum} as n, false as due from ${sums.from} q
         where q.grain = 'day' and q.at > $1::timestamptz - interval '1 day' and q.at < $2 and ${sums.where}
         union all
         select date_trunc('day', i.from_at, 'Asia/Shanghai'), 0, true from interval_due i
         where i.source_id is not null and i.from_at >= $1 and i.from_at < $2 group by 1) d
       group by 1 order by 1 desc`,
      sums.values,
    );
  }

  /** The time in which the rows of some days are: quarters, but days where they are few or being counted again. */
  async stretches(tx: Transaction, question: CallRowsQuestion, days: readonly RowDay[]): Promise<Stretch[]> {
    const sums = sumsOf(question);
    const [newest, oldest] = [days[0], days.at(-1)];
    if (sums === null || !newest || !oldest) return [];
    if (days.length <= FEW_DAYS) return [{ since: oldest.at, until: wholeDay(newest).until }];
    const counted = bind(
      sums.values,
      days.filter(({ count }) => count !== null).map(({ at }) => at),
    );
    const quarters = await rows<{ at: Date }>(
      tx,
      `select distinct q.at from unnest(${counted}::timestamptz[]) d(at) cross join lateral (
         select q.at from ${sums.from} q where q.grain = 'quarter' and q.at >= d.at and q.at < d.at + interval '1 day'
           and q.at > $1::timestamptz - interval '1 day' and q.at < $2 and ${sums.where} offset 0) q`,
      sums.values,
    );
    return [
      ...days.filter(({ count }) => count === null).map(wholeDay),
      ...quarters.map(({ at }) => ({ since: at, until: new Date(at.getTime() + QUARTER_MS) })),
    ];
  }
}

/** The table and the sum that says whether there are such rows; $1 and $2 are the time that is asked for. */
function sumsOf({
  paths,
  sourceId,
  queue,
  accountId,
  result,
  shortAbandonS,
  since,
  until,
}: CallRowsQuestion) {
  const sum = sumOf(result, shortAbandonS);
  // One person's rows have an index of their own.
  if (sum === null || accountId !== null) return null;
  const values: unknown[] = [since, until];
  const whole = sourceId === null && queue === null;
  const where = [`${sum} > 0`, whole ? ofUnit(values, paths) : inSubtree(values, paths)];
  if (sourceId !== null) where.push(`q.source_id = ${bind(values, sourceId)}`);
  if (queue !== null) where.push(`q.queue = ${bind(values, queue)}`);
  return { sum, from: whole ? 'queue_subtree' : 'queue_interval', where: where.join(' and '), values };
}

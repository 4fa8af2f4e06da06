import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import { FORMULA_KINDS, type FormulaKind } from '@hotline/telephony';
import { type Bucket, piecesOf, type ReportStep } from '../domain/interval.js';
import type { FormulaStretch, Within } from '../domain/rates.js';
import { nothingOf, QUEUE_SUMS, type QueueSum, type Sums } from '../domain/sums.js';
import {
  bind,
  grainOf,
  inPieces,
  inSubtree,
  lineOf,
  ofUnit,
  stretchTable,
  withinSums,
} from './report-sql.js';

export interface QueueQuestion {
  /** the unit's path, and while units move its other spellings */
  readonly paths: readonly string[];
  readonly sourceId: string | null;
  readonly queue: string | null;
}

/** Sums of one line or queue, of the days of one definition. */
export interface QueuePart {
  readonly at: Instant;
  readonly sourceId: string;
  readonly queue: string;
  readonly stretch: number;
  readonly sums: Sums<QueueSum>;
  readonly within: Readonly<Record<FormulaKind, Within>>;
  /** steps of the longest wait of one who was answered or gave up */
  readonly longestStep: number;
}

type PartRow = Record<string, string | number | Date | null> & {
  at?: Date;
  source_id?: string;
  queue?: string;
};

/** Sums of queues for reports. Callers have checked that the unit lies inside the reader's scope. */
@Injectable()
export class QueueReads {
  /** One part for each line of the report and definition in force. */
  lines(
    tx: Transaction,
    question: QueueQuestion,
    step: ReportStep,
    buckets: readonly Bucket[],
    stretches: readonly FormulaStretch[],
  ): Promise<QueuePart[]> {
    const [first, last] = [buckets[0], buckets.at(-1)];
    if (!first || !last) return Promise.resolve([]);
    const values: unknown[] = [];
    const piece = { grain: grainOf(step, stretches), from: first.at, to: last.until };
    const whole = question.sourceId === null && question.queue === null;
    const from = whole ? 'queue_subtree' : 'queue_interval';
    return this.parts(
      tx,
      question,
      values,
      stretches,
      from,
      inPieces(values, [piece]),
      `${lineOf(step)} as at`,
    );
  }

  /** One part for each queue and definition, of whole days. */
  queues(
    tx: Transaction,
    question: QueueQuestion,
    days: { readonly from: string; readonly to: string },
    stretches: readonly FormulaStretch[],
  ): Promise<QueuePart[]> {
    const values: unknown[] = [];
    const pieces = stretches.flatMap(({ from, to }) =>
      piecesOf(from < days.from ? days.from : from, to > days.to ? days.to : to),
    );
    const by = 'q.source_id, q.queue';
    return this.parts(tx, question, values, stretches, 'queue_interval', inPieces(values, pieces), by);
  }

  private async parts(
    tx: Transaction,
    { paths, sourceId, queue }: QueueQuestion,
    values: unknown[],
    stretches: readonly FormulaStretch[],
    from: 'queue_interval' | 'queue_subtree',
    inTime: string,
    by: string,
  ): Promise<QueuePart[]> {
    const conditions = [inTime, from === 'queue_subtree' ? ofUnit(values, paths) : inSubtree(values, paths)];
    if (sourceId !== null) conditions.push(`q.source_id = ${bind(values, sourceId)}`);
    if (queue !== null) conditions.push(`q.queue = ${bind(values, queue)}`);
    // Lines are wide: with the usual memory they would be sorted on the disk before they are summed.
    await changed(tx, `set local work_mem = '64MB'`);
    const groups = by.includes('queue') ? '1, 2, 3' : '1, 2';
    const found = await rows<PartRow>(
      tx,
      `select ${by}, s.n as stretch, ${QUEUE_SUMS.map((name) => `sum(q.${name}) as ${name}`).join(', ')}, ${withinSums()},
         max(greatest(cardinality(q.answered_waits), cardinality(q.abandoned_waits))) as longest
       from ${from} q join ${stretchTable(values, stretches)} on q.at >= s.since and q.at < s.until
       where ${conditions.join(' and ')} group by ${groups} order by ${groups}`,
      values,
    );
    return found.map(partOf);
  }
}

function partOf(row: PartRow): QueuePart {
  const sums = nothingOf(QUEUE_SUMS);
  for (const name of QUEUE_SUMS) sums[name] = Number(row[name]);
  const within = Object.fromEntries(
    FORMULA_KINDS.map((kind, n) => [
      kind,
      {
        answered: Number(row[`answered${n}`]),
        abandoned: Number(row[`abandoned${n}`]),
        short: Number(row[`short${n}`]),
      },
    ]),
  );
  return {
    at: row.at ?? new Date(0),
    sourceId: row.source_id ?? '',
    queue: row.queue ?? '',
    stretch: Number(row.stretch),
    sums,
    within: within as Record<FormulaKind, Within>,
    longestStep: Number(row.longest ?? 0),
  };
}

import { Injectable } from '@nestjs/common';
import { pathRange, startOfShanghaiDay, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Formula } from '../domain/definitions/formula.js';
import type { SubjectEnd } from '../domain/definitions/subject.js';
import { bind, callSubjects, partSql, visitSubjects, weightSql } from './subject-sql.js';

export interface FigureQuestion {
  readonly path: string;
  /** Days in Asia/Shanghai, both included. */
  readonly from: string;
  readonly to: string;
  /** Calls for the public rate, visits for the rate of queues: a call that was passed on is answered twice there. */
  readonly per: 'calls' | 'visits';
  /** Only with `visits`. */
  readonly queue: string | null;
}

/** A formula over some of the days of the question. */
export interface FigureSpan {
  readonly formula: Pick<Formula, 'numerator' | 'denominator' | 'seconds' | 'shortAbandonS'>;
  readonly from: string;
  readonly to: string;
}

/** Subjects that ended alike: how many, how many stand for a call, and what each span counts of them. */
export interface FigureGroup {
  readonly ended: SubjectEnd;
  readonly entered: boolean;
  readonly asked: boolean;
  readonly short: boolean;
  readonly subjects: number;
  readonly arrived: number;
  readonly provisional: number;
  /** By span: above the line, below it, and beside it. */
  readonly counted: readonly (readonly [number, number, number])[];
}

type GroupRow = Omit<FigureGroup, 'counted'> & Record<string, number | string | boolean>;

const dayStart = (day: string): Date => startOfShanghaiDay(day);
const dayEnd = (day: string): Date => new Date(startOfShanghaiDay(day).getTime() + 86_400_000);

/** The subjects of a question, as a selection whose parameters join `values`. */
export function subjectsOf({ path, from, to, per, queue }: FigureQuestion, values: unknown[]): string {
  const { low, high } = pathRange(path);
  const [lowest, highest] = [bind(values, low), bind(values, high)];
  const [start, end] = [bind(values, dayStart(from)), bind(values, dayEnd(to))];
  const lies = (alias: string, at: string): string =>
    `${alias}.unit_path >= ${lowest} and ${alias}.unit_path < ${highest} and ${alias}.${at} >= ${start} and ${alias}.${at} < ${end}`;
  if (per === 'calls') return callSubjects(lies('c', 'arrived_at'));
  const inQueue = queue === null ? '' : ` and v.queue = ${bind(values, queue)}`;
  return visitSubjects(lies('v', 'counted_at') + inQueue, lies('c', 'arrived_at'));
}

/** Rates of calls, counted over the rows themselves. For the question of a page, not for a board of many units. */
@Injectable()
export class CallFigures {
  async measure(
    tx: Transaction,
    question: FigureQuestion,
    spans: readonly FigureSpan[],
    shortAbandonS: number,
  ): Promise<FigureGroup[]> {
    const values: unknown[] = [];
    const subjects = subjectsOf(question, values);
    const short = partSql('short_abandoned', { seconds: null, shortAbandonS }, values);
    const weights = spans.map((span, n) => weighed(span, n, values));
    const sums = spans.map(
      (_, n) =>
        `, sum(n${n})::int as n${n}, sum(d${n})::int as d${n}, count(*) filter (where d${n} = 0)::int as o${n}`,
    );
    const found = await rows<GroupRow>(
      tx,
      `select ended, entered, asked, short, count(*)::int as subjects, count(*) filter (where arrived)::int as arrived,
         count(*) filter (where provisional)::int as provisional${sums.join('')}
       from (select s.*, ${short} as short${weights.join('')} from (${subjects}) s) s group by 1, 2, 3, 4`,
      values,
    );
    return found.map((group) => ({
      ...group,
      counted: spans.map(
        (_, n) => [Number(group[`n${n}`]), Number(group[`d${n}`]), Number(group[`o${n}`])] as const,
      ),
    }));
  }
}

// A subject of another day than the span's is null there: counted neither above, below nor beside.
function weighed({ formula, from, to }: FigureSpan, n: number, values: unknown[]): string {
  const [start, end] = [bind(values, dayStart(from)), bind(values, dayEnd(to))];
  const inSpan = (weight: string): string =>
    `case when s.at >= ${start} and s.at < ${end} then ${weight} end`;
  const above = inSpan(weightSql(formula.numerator, formula, values));
  const below = inSpan(weightSql(formula.denominator, formula, values));
  return `, ${above} as n${n}, ${below} as d${n}`;
}

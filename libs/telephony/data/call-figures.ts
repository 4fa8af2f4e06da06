import { Injectable } from '@nestjs/common';
import { pathRange, startOfShanghaiDay, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Formula } from '../domain/definitions/formula.js';
import type { SubjectEnd } from '../domain/definitions/subject.js';
import { bind, partSql, weightSql } from './subject-sql.js';
import { callsIn, daysOf, visitsIn } from './tally-sql.js';
import { talliedSubjects } from './tallied-subjects.js';

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
export const dayEnd = (day: string): Date => new Date(startOfShanghaiDay(day).getTime() + 86_400_000);

const lies =
  (values: unknown[], path: string) =>
  (alias: string): string => {
    const { low, high } = pathRange(path);
    return `${alias}.unit_path >= ${bind(values, low)} and ${alias}.unit_path < ${bind(values, high)}`;
  };

/** A call has arrived with the first of its visits in the period, or in the period and the queue. */
const arrived = ({ queue, from }: FigureQuestion, values: unknown[]): string =>
  `${queue === null ? 'after' : 'after_here'} < ${bind(values, from)}::date as arrived`;

/**
 * The subjects of a question in stretches of lines' time, as a selection whose parameters join `values`.
 * @param days a table like `open_day` (`tally-sql`)
 */
export function subjectsIn(days: string, question: FigureQuestion, values: unknown[]): string {
  const inPath = lies(values, question.path);
  if (question.per === 'calls') return callsIn(days, inPath('c'));
  const inQueue = question.queue === null ? '' : ` and v.queue = ${bind(values, question.queue)}`;
  const where = (alias: string): string => inPath(alias) + (alias === 'v' ? inQueue : '');
  return `select s.*, ${arrived(question, values)} from (${visitsIn(days, where)}) s`;
}

/** Rates of calls: of days that are over and unchanged from their tallies, of all others counted over the rows. */
@Injectable()
export class CallFigures {
  async measure(
    tx: Transaction,
    question: FigureQuestion,
    spans: readonly FigureSpan[],
    shortAbandonS: number,
  ): Promise<FigureGroup[]> {
    const values: unknown[] = [question.from, question.to];
    const open = `select at, asked, entered, ended, wait_us, provisional::int as provisional, 1 as times, arrived
      from (${subjectsIn('open_day', question, values)}) o`;
    const tallied = talliedSubjects(question, spans, shortAbandonS, values);
    const short = partSql('short_abandoned', { seconds: null, shortAbandonS }, values);
    const weights = spans.map((span, n) => weighed(span, n, values));
    const sums = spans.map(
      (_, n) =>
        `, coalesce(sum(n${n} * times), 0)::int as n${n}, coalesce(sum(d${n} * times), 0)::int as d${n},
         coalesce(sum(times) filter (where d${n} = 0), 0)::int as o${n}`,
    );
    const found = await rows<GroupRow>(
      tx,
      `with ${daysOf('$1', '$2')}
       select ended, entered, asked, short, sum(times)::int as subjects,
         coalesce(sum(times) filter (where arrived), 0)::int as arrived, sum(provisional)::int as provisional${sums.join('')}
       from (select s.*, ${short} as short${weights.join('')} from (${open} union all ${tallied}) s) s group by 1, 2, 3, 4`,
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

import { type Instant, pathRange, startOfShanghaiDay, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Column } from '../domain/definitions/figure.js';
import type { FigureQuestion } from './call-figures.js';
import { bind } from './subject-sql.js';
import { daysOf } from './tally-sql.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Back from the end: what is common is found in the first of them. */
const WINDOWS = [1, 2, 4, 8, 16];

/** Where rows may be: a stretch of time of all lines, or days of some lines. */
export type RowPlace =
  | { readonly kind: 'time'; readonly from: Instant; readonly until: Instant }
  | { readonly kind: 'days'; readonly lines: readonly PlacedDay[]; readonly until: Instant };

interface PlacedDay {
  readonly source_id: string;
  readonly day: string;
  readonly since: Instant;
  readonly until: Instant;
}

/** What a tally says of the rows of a column; short abandons are among the abandoned. */
const TALLIED: Readonly<Record<Column, string>> = {
  answered: `t.ended = 'answered'`,
  abandoned: `t.ended = 'abandoned'`,
  short_abandoned: `t.ended = 'abandoned'`,
  limit: `t.ended = 'limit'`,
  key: `t.ended = 'key'`,
  refused_full: `t.ended = 'full'`,
  refused_empty: `t.ended = 'empty' and not t.entered`,
  left_empty: `t.ended = 'empty' and t.entered`,
  withdrawn: `t.ended = 'withdrawn'`,
  unknown: `t.ended in ('lost', 'open')`,
  left_ivr: `t.ended = 'left_ivr'`,
  closed: `t.ended = 'closed'`,
};

export interface PlacesAsked extends FigureQuestion {
  readonly column: Column | null;
  readonly limit: number;
}

/** Places in which rows of a question may be, newest first; together they leave none out. @param end before which they are */
export async function* placesOf(tx: Transaction, asked: PlacesAsked, end: Instant): AsyncGenerator<RowPlace> {
  const start = startOfShanghaiDay(asked.from);
  let until = end;
  for (const hours of WINDOWS) {
    if (until <= start) return;
    const from = new Date(Math.max(start.getTime(), until.getTime() - hours * HOUR_MS));
    yield { kind: 'time', from, until };
    until = from;
  }
  if (until <= start) return;
  const days = await lineDays(tx, asked, until);
  let most = asked.limit;
  for (let at = 0; at < days.length; most *= 4) {
    let count = 0;
    let next = at;
    // Whole days, or a row of one line would come before a later one of another.
    while (next < days.length && (count < most || days[next]?.day === days[next - 1]?.day)) {
      count += days[next]?.count ?? 0;
      next += 1;
    }
    yield { kind: 'days', lines: days.slice(at, next).map(placed), until };
    at = next;
  }
}

const placed = ({ sourceId, day }: LineDay): PlacedDay => {
  const since = startOfShanghaiDay(day);
  return { source_id: sourceId, day, since, until: new Date(since.getTime() + DAY_MS) };
};

interface LineDay {
  readonly sourceId: string;
  readonly day: string;
  readonly count: number;
}

/** Days of lines that hold such rows by their tallies, and those that are not tallied. */
function lineDays(tx: Transaction, asked: PlacesAsked, until: Instant): Promise<LineDay[]> {
  const { path, per, queue, column } = asked;
  const { low, high } = pathRange(path);
  const values: unknown[] = [asked.from, asked.to];
  const where = [
    `t.unit_path >= ${bind(values, low)} and t.unit_path < ${bind(values, high)} and t.per = ${bind(values, per)}`,
    column === null ? 'true' : TALLIED[column],
    queue === null ? 'true' : `(t.queue = ${bind(values, queue)} or not t.asked)`,
  ];
  return rows<LineDay & Record<string, unknown>>(
    tx,
    `with ${daysOf('$1', '$2')}
     select source_id as "sourceId", day::text, sum(n)::int as count from (
       select t.source_id, t.day, t.subjects as n from call_tally t join tallied using (source_id, day) where ${where.join(' and ')}
       union all select source_id, day, 0 from open_day) d
     where day <= shanghai_day(${bind(values, until)}::timestamptz) group by 1, 2 order by 2 desc, 1`,
    values,
  );
}

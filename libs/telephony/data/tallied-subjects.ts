import { pathRange, startOfShanghaiDay } from '@hotline/kernel';
import type { FigureQuestion, FigureSpan } from './call-figures.js';
import { bind } from './subject-sql.js';

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Days on which a formula begins or has ended, and the first day: from each to the next all days are counted alike. */
const startsOf = ({ from, to }: FigureQuestion, spans: readonly FigureSpan[]): string[] =>
  [...new Set([from, ...spans.flatMap((span) => [span.from, dayAfter(span.to)])])]
    .filter((day) => day >= from && day <= to)
    .sort();

/** Elements of the waits that the formulas ask for, ascending: up to whole seconds, and under them. */
const elementsOf = (spans: readonly FigureSpan[], shortAbandonS: number): number[] => {
  const asked = spans.flatMap(({ formula }) => [
    ...(formula.seconds === null ? [] : [2 * formula.seconds + 1]),
    2 * formula.shortAbandonS,
  ]);
  return [...new Set([...asked, 2 * shortAbandonS])].filter((element) => element > 0).sort((a, b) => a - b);
};

/** A wait that lies in that element of the array and in none before it, microseconds. */
const waitIn = (element: number): number =>
  Math.floor((element - 1) / 2) * 1_000_000 + ((element - 1) % 2) * 500_000;

/**
 * Tallies as subjects that stand for many (`times`): one for each way to end and each stretch of waits between two
 * thresholds, so that the words that weigh a row weigh them. Reads `tallied`.
 */
export function talliedSubjects(
  question: FigureQuestion,
  spans: readonly FigureSpan[],
  shortAbandonS: number,
  values: unknown[],
): string {
  const { path, per, queue, from } = question;
  const { low, high } = pathRange(path);
  const starts = startsOf(question, spans);
  const elements = elementsOf(spans, shortAbandonS);
  const where = [
    `t.unit_path >= ${bind(values, low)} and t.unit_path < ${bind(values, high)} and t.per = ${bind(values, per)}`,
    `t.day >= $1::date and t.day <= $2::date`,
    `exists (select 1 from tallied d where d.source_id = t.source_id and d.day = t.day)`,
  ];
  if (queue !== null) where.push(`(t.queue = ${bind(values, queue)} or not t.asked)`);
  const after = queue === null ? 't.after' : 't.after_here';
  const upTo = elements.map(
    (element, n) => `coalesce(sum(t.waits[least(${element}, cardinality(t.waits))]), 0)::int as w${n}`,
  );
  const summed = `select width_bucket(t.day, ${bind(values, starts)}::date[]) as stretch, t.ended, t.entered, t.asked,
      ${after} < ${bind(values, from)}::date as arrived, sum(t.subjects)::int as subjects, sum(t.provisional)::int as provisional,
      coalesce(sum(t.waits[cardinality(t.waits)]), 0)::int as waited${upTo.map((one) => `, ${one}`).join('')}
    from call_tally t where ${where.join(' and ')} group by 1, 2, 3, 4, 5`;
  const parts = elements.map(
    (element, n) => `(${waitIn(element)}::bigint, w${n}${n > 0 ? ` - w${n - 1}` : ''}, 0)`,
  );
  const beyond = elements.length > 0 ? `waited - w${elements.length - 1}` : 'waited';
  const begins = bind(values, starts.map(startOfShanghaiDay));
  return `select (${begins}::timestamptz[])[t.stretch] as at, t.asked, t.entered, t.ended, b.wait_us, b.provisional, b.times, t.arrived
    from (${summed}) t cross join lateral (values ${[
      ...parts,
      `(601000000::bigint, ${beyond}, 0)`,
      `(null, subjects - waited, provisional)`,
    ].join(', ')}) as b(wait_us, times, provisional) where b.times > 0 or b.provisional > 0`;
}

import type { Instant } from '@hotline/kernel';
import { pathRange, startOfShanghaiDay } from '@hotline/kernel';
import { FORMULA_KINDS } from '@hotline/telephony';
import type { Grain, Piece, ReportStep } from '../domain/interval.js';
import type { FormulaStretch } from '../domain/rates.js';
import { underElement, upToElement } from '../domain/waits.js';

/** Puts a value among the parameters; @returns its place, as `$3`. */
export const bind = (values: unknown[], value: unknown): string => `$${values.push(value)}`;

/** Rows of a subtree; while units move, under each of its spellings. */
export function inSubtree(values: unknown[], paths: readonly string[], column = 'q.unit_path'): string {
  const ranges = paths.map((path) => {
    const { low, high } = pathRange(path);
    return `${column} >= ${bind(values, low)} and ${column} < ${bind(values, high)}`;
  });
  return `(${ranges.join(' or ')})`;
}

/**
 * The sums of one unit as a whole, which stand for its subtree. Of spellings that lie within each other the outer one
 * says it all.
 */
export const ofUnit = (values: unknown[], paths: readonly string[]): string =>
  `q.under = any (${bind(
    values,
    paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(other))),
  )}::text[])`;

export const inPieces = (values: unknown[], pieces: readonly Piece[]): string =>
  `(${pieces
    .map(
      ({ grain, from, to }) =>
        `q.grain = ${bind(values, grain)} and q.at >= ${bind(values, from)} and q.at < ${bind(values, to)}`,
    )
    .join(' or ')})`;

/** The beginning of the line that a row belongs to. */
export function lineOf(step: ReportStep): string {
  if (step === 'month') return `date_trunc('month', q.at, 'Asia/Shanghai')`;
  if (step === 'day') return 'q.at';
  return `date_bin('${step} minutes', q.at, '2000-01-01T00:00:00Z')`;
}

/** The sums a report of this step is read from. */
export function grainOf(step: ReportStep, stretches: readonly FormulaStretch[]): Grain {
  if (step === '15' || step === '30' || step === '60') return 'quarter';
  const whole = stretches.slice(1).every(({ from }) => from.endsWith('-01'));
  return step === 'month' && whole ? 'month' : 'day';
}

const nextDay = (day: string): Instant => new Date(startOfShanghaiDay(day).getTime() + 86_400_000);

/** A table of the days of each definition, with the elements of the waits that its formulas ask for. */
export function stretchTable(values: unknown[], stretches: readonly FormulaStretch[]): string {
  const lines = stretches.map(({ from, to, formulas }, n) => {
    const elements = FORMULA_KINDS.flatMap((kind) => {
      const { seconds, shortAbandonS } = formulas[kind];
      const upTo = seconds === null ? 0 : upToElement(seconds);
      return [upTo, underElement(shortAbandonS)];
    });
    const days = `${bind(values, startOfShanghaiDay(from))}::timestamptz, ${bind(values, nextDay(to))}::timestamptz`;
    return `(${n}, ${days}, ${elements.join(', ')})`;
  });
  const names = FORMULA_KINDS.map((_, n) => `up${n}, short${n}`).join(', ');
  return `(values ${lines.join(', ')}) as s(n, since, until, ${names})`;
}

/** Waits under each formula's thresholds, as answered0, abandoned0, short0, answered1 … */
export const withinSums = (): string =>
  FORMULA_KINDS.map((_, n) => {
    const element = (column: string, place: string): string =>
      `coalesce(sum(q.${column}[least(s.${place}${n}, cardinality(q.${column}))]), 0)`;
    return `${element('answered_waits', 'up')} as answered${n}, ${element('abandoned_waits', 'up')} as abandoned${n},
      ${element('abandoned_waits', 'short')} as short${n}`;
  }).join(', ');

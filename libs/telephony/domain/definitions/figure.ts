import { type FormulaKind, percentOf } from './formula.js';
import type { SubjectEnd } from './subject.js';

/** Why a subject stands beside a rate; also the names of the columns calls are shown in. */
export const COLUMNS = [
  'answered',
  'abandoned',
  'short_abandoned',
  'limit',
  'key',
  'refused_full',
  'refused_empty',
  'left_empty',
  'withdrawn',
  'unknown',
  'left_ivr',
  'closed',
] as const;
export type Column = (typeof COLUMNS)[number];

interface Grouped {
  readonly ended: SubjectEnd;
  readonly entered: boolean;
  readonly asked: boolean;
  readonly short: boolean;
  readonly subjects: number;
  readonly arrived: number;
  readonly counted: readonly (readonly [number, number, number])[];
}

export type Columns = Readonly<Record<Column | 'arrived' | 'asked' | 'entered', number>>;

/** Every subject is in exactly one column; short abandons are a column of their own, next to the others. */
export function columnOf({ ended, entered, short }: Pick<Grouped, 'ended' | 'entered' | 'short'>): Column {
  switch (ended) {
    case 'abandoned':
      return short ? 'short_abandoned' : 'abandoned';
    case 'full':
      return 'refused_full';
    case 'empty':
      return entered ? 'left_empty' : 'refused_empty';
    case 'lost':
    case 'open':
      return 'unknown';
    default:
      return ended;
  }
}

export function columnsOf(groups: readonly Grouped[]): Columns {
  const columns: Record<string, number> = { arrived: 0, asked: 0, entered: 0 };
  for (const column of COLUMNS) columns[column] = 0;
  const book = (name: string, count: number) => (columns[name] = (columns[name] ?? 0) + count);
  for (const group of groups) {
    book('arrived', group.arrived);
    book(columnOf(group), group.subjects);
    if (group.asked) book('asked', group.subjects);
    if (group.entered) book('entered', group.subjects);
  }
  return columns as Columns;
}

export interface Figure {
  readonly numerator: number;
  readonly denominator: number;
  /** Percent, two decimals; null when nothing counts. */
  readonly rate: number | null;
  /** What stands beside the rate instead of in it, by column; none where it is nothing. */
  readonly beside: { readonly column: Column; readonly count: number }[];
}

/** The figure of some spans together, for example the versions of one formula over a period. */
export function figureOf(groups: readonly Grouped[], spans: readonly number[]): Figure {
  let [numerator, denominator] = [0, 0];
  const beside = new Map<Column, number>();
  for (const group of groups) {
    for (const span of spans) {
      const [above, below, out] = group.counted[span] ?? [0, 0, 0];
      numerator += above;
      denominator += below;
      if (out > 0) beside.set(columnOf(group), (beside.get(columnOf(group)) ?? 0) + out);
    }
  }
  return {
    numerator,
    denominator,
    rate: percentOf(numerator, denominator),
    beside: COLUMNS.flatMap((column) => {
      const count = beside.get(column) ?? 0;
      return count > 0 ? [{ column, count }] : [];
    }),
  };
}

/** Where a definition changes inside a period: charts and figures carry the mark. */
export interface FormulaMark {
  readonly kind: FormulaKind;
  readonly day: string;
  readonly letter: string;
  readonly version: number;
  readonly backwards: boolean;
}

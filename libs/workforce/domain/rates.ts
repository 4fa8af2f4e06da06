import { type Formula, type FormulaKind, type FormulaPart, type Term } from '@hotline/telephony';
import type { QueueSum, Sums } from './sums.js';

/** The waits under the thresholds of one formula. */
export interface Within {
  /** answered within the formula's seconds; 0 where it has none */
  readonly answered: number;
  readonly abandoned: number;
  /** abandoned under its short-abandon threshold */
  readonly short: number;
}

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

type Amounts = Readonly<Record<FormulaPart, number>>;

const amountsOf = (sums: Sums<QueueSum>, within: Within): Amounts => ({
  arrived: sums.arrived,
  asked: sums.asked,
  entered: sums.entered,
  answered: sums.answered,
  answered_within: within.answered,
  abandoned: sums.abandoned,
  abandoned_within: within.abandoned,
  short_abandoned: within.short,
  limit: sums.limits,
  key: sums.keys,
  refused_full: sums.refused_full,
  refused_empty: sums.refused_empty,
  left_empty: sums.left_empty,
});

/** Both halves of a rate, from sums: they add up over intervals even where a definition changed between them. */
export function shareOf(
  formula: Pick<Formula, 'numerator' | 'denominator'>,
  sums: Sums<QueueSum>,
  within: Within,
): Share {
  const amounts = amountsOf(sums, within);
  const total = (terms: readonly Term[]): number =>
    terms.reduce((sum, { part, sign }) => sum + sign * amounts[part], 0);
  return { numerator: total(formula.numerator), denominator: total(formula.denominator) };
}

/** One version of each kind for a stretch of days. */
export interface FormulaStretch {
  readonly from: string;
  /** the last day, included */
  readonly to: string;
  readonly formulas: Readonly<Record<FormulaKind, Formula>>;
}

export type Shares = Readonly<Record<FormulaKind, Share>>;

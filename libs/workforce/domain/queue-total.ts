import { FORMULA_KINDS, type FormulaKind } from '@hotline/telephony';
import { type QueueFigures, queueFigures } from './figures.js';
import { addShares, type FormulaStretch, NO_SHARES, shareOf, type Shares, type Within } from './rates.js';
import { nothingOf, plus, QUEUE_SUMS, type QueueSum, type Sums } from './sums.js';

/** Sums that were counted by one definition. */
export interface StretchSums {
  /** which of the stretches of days */
  readonly stretch: number;
  readonly sums: Sums<QueueSum>;
  readonly within: Readonly<Record<FormulaKind, Within>>;
  readonly longestStep: number;
}

/** Adds sums up, each with the shares its own definition makes of them. */
export function queueTotal(
  parts: readonly StretchSums[],
  stretches: readonly FormulaStretch[],
): QueueFigures {
  let sums: Sums<QueueSum> = nothingOf(QUEUE_SUMS);
  let shares: Shares = NO_SHARES;
  let short = 0;
  let longest = 0;
  for (const part of parts) {
    const formulas = stretches[part.stretch]?.formulas;
    if (!formulas) continue;
    sums = plus(QUEUE_SUMS, sums, part.sums);
    const own = FORMULA_KINDS.map((kind) => [kind, shareOf(formulas[kind], part.sums, part.within[kind])]);
    shares = addShares(shares, Object.fromEntries(own) as Shares);
    short += part.within.abandonment.short;
    longest = Math.max(longest, part.longestStep);
  }
  return queueFigures(sums, shares, short, Math.ceil(Math.max(0, longest - 1) / 2));
}

import { FORMULA_KINDS, type FormulaKind } from '@hotline/telephony';
import { type QueueFigures, queueFigures } from './figures.js';
import { type FormulaStretch, shareOf, type Shares, type Within } from './rates.js';
import { nothingOf, QUEUE_SUMS, type QueueSum, type Sums } from './sums.js';

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
  // Seven hundred lines of a report are added up at once: in place.
  const sums: Record<QueueSum, number> = nothingOf(QUEUE_SUMS);
  const shares = FORMULA_KINDS.map(() => ({ numerator: 0, denominator: 0 }));
  let short = 0;
  let longest = 0;
  for (const part of parts) {
    const formulas = stretches[part.stretch]?.formulas;
    if (!formulas) continue;
    for (const name of QUEUE_SUMS) sums[name] += part.sums[name];
    for (const [n, kind] of FORMULA_KINDS.entries()) {
      const { numerator, denominator } = shareOf(formulas[kind], part.sums, part.within[kind]);
      const share = shares[n];
      if (!share) continue;
      share.numerator += numerator;
      share.denominator += denominator;
    }
    short += part.within.abandonment.short;
    longest = Math.max(longest, part.longestStep);
  }
  const byKind = Object.fromEntries(FORMULA_KINDS.map((kind, n) => [kind, shares[n]])) as Shares;
  return queueFigures(sums, byKind, short, Math.ceil(Math.max(0, longest - 1) / 2));
}

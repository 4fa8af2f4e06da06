import { BESIDE_BIN, IN_TIME_BIN, type Sums, TELEPHONE_BIN } from './daily.js';
import { rateOf } from './rate.js';

export interface PrintedFormula {
  /** The form it is known by; printed beside the figure. */
  readonly letter: string;
  readonly version: number;
  readonly seconds: number | null;
}

export interface FormulaChange extends PrintedFormula {
  readonly kind: string;
  /** First day it counts. */
  readonly day: string;
  /** It was added later than that day: what the days said before stands in their restatements. */
  readonly backwards: boolean;
}

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
}

/** What the telephone tells of a connection rate. */
export interface CallPart {
  /** Whose word the rate is; `mixed`: the telephone began, or tells of some units only. Null when nothing was counted. */
  readonly source: 'telephone' | 'contacts' | 'mixed' | null;
  /** Calls in the rate that the telephone told of. */
  readonly calls: number;
  readonly ofArrived: Fraction;
  readonly inTime: Fraction;
}

const fraction = ([hits, others]: readonly [number, number], beside = 0): Fraction => ({
  numerator: hits,
  denominator: hits + others + beside,
  rate: rateOf(hits, hits + others + beside),
});

export function callPartOf({ denominator, bins }: Pick<Sums, 'denominator' | 'bins'>): CallPart {
  const own = bins[TELEPHONE_BIN] ?? [0, 0];
  const calls = own[0] + own[1];
  const beside = bins[BESIDE_BIN]?.[1] ?? 0;
  return {
    source: sourceOf(denominator, calls, beside),
    calls,
    ofArrived: fraction(own, beside),
    inTime: fraction(bins[IN_TIME_BIN] ?? [0, 0]),
  };
}

function sourceOf(counted: number, calls: number, beside: number): CallPart['source'] {
  if (counted === 0 && beside === 0) return null;
  if (calls === 0 && beside === 0) return 'contacts';
  return calls === counted ? 'telephone' : 'mixed';
}

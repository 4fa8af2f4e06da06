/** Percent with two decimals, half up from the exact fraction; null when nothing counts. */
export function rateOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.round((numerator * 10_000) / denominator) / 100;
}

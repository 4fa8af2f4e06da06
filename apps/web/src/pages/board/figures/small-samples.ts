/**
 * Small samples (look of the board, section 2): ten or more due have a rate; five to nine show counts, no rate, no rank, no change;
 * fewer than five show "<5" to people who do not handle the tickets. Where a single hidden cell could be found by subtracting the
 * shown ones from their total, the next smallest is hidden too.
 */
export const RATE_FROM = 10;
export const COUNT_FROM = 5;

export type Showing = 'rate' | 'counts' | 'few' | 'withheld' | 'none';

export interface Sample {
  numerator: number;
  denominator: number;
}

/** How one figure may be shown by itself. `handles`: the reader works on these tickets and sees small counts as they are. */
export function showingOf(denominator: number, handles: boolean): Showing {
  if (denominator <= 0) return 'none';
  if (denominator >= RATE_FROM) return 'rate';
  return denominator >= COUNT_FROM || handles ? 'counts' : 'few';
}

/** How each figure of a group with a shown total may be shown. The answer keeps the order of the input. */
export function showingsOf(denominators: readonly number[], handles: boolean): Showing[] {
  const showings = denominators.map((denominator) => showingOf(denominator, handles));
  if (showings.filter((showing) => showing === 'few').length !== 1) return showings;
  const next = smallestShown(denominators, showings);
  if (next !== -1) showings[next] = 'withheld';
  return showings;
}

function smallestShown(denominators: readonly number[], showings: readonly Showing[]): number {
  let best = -1;
  denominators.forEach((denominator, index) => {
    const shown = showings[index] === 'rate' || showings[index] === 'counts';
    if (shown && (best === -1 || denominator < (denominators[best] ?? Infinity))) best = index;
  });
  return best;
}

export function isRanked(showing: Showing): boolean {
  return showing === 'rate';
}

import { DAY_MS, type Instant } from '@hotline/kernel';

/** A day that has rows of the kind that is asked for. */
export interface RowDay {
  readonly at: Instant;
  /** null: it is being counted again, there may be any number */
  readonly count: number | null;
}

/** [since, until) */
export interface Stretch {
  readonly since: Instant;
  readonly until: Instant;
}

/**
 * Days that together hold a page of rows, as their sums say; then the next ones.
 * @param days newest first
 */
export function pagesOf(days: readonly RowDay[], limit: number): RowDay[][] {
  const pages: RowDay[][] = [];
  let count = limit;
  for (const day of days) {
    if (count >= limit) {
      pages.push([]);
      count = 0;
    }
    pages.at(-1)?.push(day);
    count += day.count ?? 0;
  }
  return pages;
}

/** As much of each stretch as was asked for, newest first. */
export const within = (stretches: readonly Stretch[], { since, until }: Stretch): Stretch[] =>
  stretches
    .map((one) => ({
      since: one.since > since ? one.since : since,
      until: one.until < until ? one.until : until,
    }))
    .filter((one) => one.since < one.until)
    .sort((a, b) => b.since.getTime() - a.since.getTime());

export const wholeDay = ({ at }: RowDay): Stretch => ({ since: at, until: new Date(at.getTime() + DAY_MS) });

import type { Bins } from './daily.js';

/** Named unequal classes of working days; a class holds durations from its first day up to the next class. */
const CLASSES = [
  ['0', 0],
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['5', 5],
  ['6-10', 6],
  ['11-15', 11],
  ['16-30', 16],
  ['31+', 31],
] as const;

export interface DurationClass {
  readonly bin: string;
  readonly onTime: number;
  readonly overdue: number;
}

/** `bins`: tenths of working days. */
export function durationClasses(bins: Bins): DurationClass[] {
  const counts = CLASSES.map(([bin]) => ({ bin, onTime: 0, overdue: 0 }));
  for (const [tenths, [onTime, overdue]] of Object.entries(bins)) {
    const days = Math.floor(Number(tenths) / 10);
    const place = counts[CLASSES.findLastIndex(([, first]) => first <= days)];
    if (!place) continue;
    place.onTime += onTime;
    place.overdue += overdue;
  }
  return counts;
}

/** Working days at or under which `share` of the closed tickets lie (nearest rank), to one tenth; null without any. */
export function percentile(bins: Bins, share: number): number | null {
  const ranked = Object.entries(bins)
    .map(([tenths, [hits, others]]) => ({ tenths: Number(tenths), count: hits + others }))
    .sort((a, b) => a.tenths - b.tenths);
  const total = ranked.reduce((sum, { count }) => sum + count, 0);
  let left = Math.ceil(total * share);
  for (const { tenths, count } of ranked) {
    left -= count;
    if (left <= 0 && count > 0) return tenths / 10;
  }
  return null;
}

/** Closed after the promised time. */
export const closedLate = (bins: Bins): number =>
  Object.values(bins).reduce((sum, [, overdue]) => sum + overdue, 0);

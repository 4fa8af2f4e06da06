/** Durations in named unequal bins, and calls by weekday and hour. */

/** First and last working day of each bin; `31+` is open and drawn over thirty days. */
const BINS: Record<string, readonly [number, number]> = {
  '0': [0, 0],
  '1': [1, 1],
  '2': [2, 2],
  '3': [3, 3],
  '4': [4, 4],
  '5': [5, 5],
  '6-10': [6, 10],
  '11-15': [11, 15],
  '16-30': [16, 30],
  '31+': [31, 60],
};

/** Where a duration in working days stands on an axis of equal slots, 0 = left edge of the first bin: 8.9 days → 6.58. */
export function binPosition(days: number, bins: readonly string[]): number {
  for (const [index, bin] of bins.entries()) {
    const [first, last] = BINS[bin] ?? [0, 0];
    const width = last - first + 1;
    if (days < first + width) return index + Math.max(0, (days - first) / width);
  }
  return bins.length;
}

export function binLabel(bin: string, sameDay: string): string {
  if (bin === '0') return sameDay;
  if (bin === '31+') return '>30';
  return bin.replace('-', '–');
}

export interface HourCount {
  weekday: number;
  hour: number;
  calls: number;
  answered: number;
}

/** How often each weekday (1 = Monday) falls between two days, both included. Days are YYYY-MM-DD and carry no zone. */
export function weekdaysBetween(from: string, to: string): number[] {
  const occurrences = [0, 0, 0, 0, 0, 0, 0];
  const last = Date.parse(`${to}T00:00:00Z`);
  for (let day = Date.parse(`${from}T00:00:00Z`); day <= last; day += 86_400_000) {
    const index = (new Date(day).getUTCDay() + 6) % 7;
    occurrences[index] = (occurrences[index] ?? 0) + 1;
  }
  return occurrences;
}

/** Calls of an average hour: the total of the period over the number of such weekdays in it. */
export function callsPerHour(cell: HourCount, occurrences: readonly number[]): number | null {
  const times = occurrences[cell.weekday - 1] ?? 0;
  return times > 0 ? cell.calls / times : null;
}

/** The busiest hour; null when nobody called. */
export function busiestHour(cells: readonly HourCount[], occurrences: readonly number[]): HourCount | null {
  let best: HourCount | null = null;
  let most = 0;
  for (const cell of cells) {
    const calls = callsPerHour(cell, occurrences) ?? 0;
    if (calls > most) [best, most] = [cell, calls];
  }
  return best;
}

const STEPS = 6;

/** Which of six equal steps up to the maximum a value falls in, 0–5. */
export function stepOf(value: number, most: number): number {
  if (!(most > 0)) return 0;
  return Math.min(STEPS - 1, Math.floor((value / most) * STEPS));
}

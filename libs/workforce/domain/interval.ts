import { HOUR_MS, type Instant, MINUTE_MS, shanghaiDay, startOfShanghaiDay } from '@hotline/kernel';

export const GRAINS = ['quarter', 'day', 'month'] as const;
export type Grain = (typeof GRAINS)[number];

export const QUARTER_MS = 15 * MINUTE_MS;

/** Quarters of UTC are quarters of Shanghai: the zone is whole hours away. */
export const quarterOf = (at: Instant): Instant =>
  new Date(Math.floor(at.getTime() / QUARTER_MS) * QUARTER_MS);

/** The beginning of the day or month, in Shanghai, that a quarter lies in. */
export function beginningOf(grain: Grain, quarter: Instant): Instant {
  if (grain === 'quarter') return quarter;
  const day = shanghaiDay(quarter);
  return startOfShanghaiDay(grain === 'day' ? day : `${day.slice(0, 7)}-01`);
}

/** Every quarter that [from, to) touches; one moment touches its own. */
export function quartersIn(from: Instant, to: Instant): Instant[] {
  const first = quarterOf(from).getTime();
  const length = Math.max(1, Math.ceil((to.getTime() - first) / QUARTER_MS));
  return Array.from({ length }, (_, n) => new Date(first + n * QUARTER_MS));
}

export const REPORT_STEPS = ['15', '30', '60', 'day', 'month'] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

/** How many days a report of this step may cover: about seven hundred lines at most. */
export const MOST_DAYS: Readonly<Record<ReportStep, number>> = {
  '15': 7,
  '30': 14,
  '60': 31,
  day: 366,
  month: 731,
};

/** One line of a report: [at, until). */
export interface Bucket {
  readonly at: Instant;
  readonly until: Instant;
}

const dayAfter = (day: string, days: number): string =>
  shanghaiDay(new Date(startOfShanghaiDay(day).getTime() + days * 24 * HOUR_MS));

const monthAfter = (day: string): string => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return `${month === 12 ? year + 1 : year}-${String(month === 12 ? 1 : month + 1).padStart(2, '0')}-01`;
};

/** The lines of a report from the first to the last day, both included; months are whole months. */
export function bucketsOf(step: ReportStep, from: string, to: string): Bucket[] {
  if (step === '15' || step === '30' || step === '60') {
    const length = Number(step) * MINUTE_MS;
    const start = startOfShanghaiDay(from).getTime();
    const count = (startOfShanghaiDay(dayAfter(to, 1)).getTime() - start) / length;
    return Array.from({ length: count }, (_, n) => ({
      at: new Date(start + n * length),
      until: new Date(start + (n + 1) * length),
    }));
  }
  const next = step === 'day' ? (day: string) => dayAfter(day, 1) : monthAfter;
  const buckets: Bucket[] = [];
  for (let day = step === 'day' ? from : `${from.slice(0, 7)}-01`; day <= to; day = next(day))
    buckets.push({ at: startOfShanghaiDay(day), until: startOfShanghaiDay(next(day)) });
  return buckets;
}

/** A stretch that sums of one grain cover. */
export interface Piece {
  readonly grain: Grain;
  readonly from: Instant;
  readonly to: Instant;
}

/** Whole days as few rows: whole months where there are, days at both ends. */
export function piecesOf(from: string, to: string): Piece[] {
  const start = (day: string): Instant => startOfShanghaiDay(day);
  const end = dayAfter(to, 1);
  const firstMonth = from.endsWith('-01') ? from : monthAfter(from);
  const lastMonth = `${end.slice(0, 7)}-01`;
  if (firstMonth >= lastMonth) return [{ grain: 'day', from: start(from), to: start(end) }];
  const pieces: Piece[] = [
    { grain: 'day', from: start(from), to: start(firstMonth) },
    { grain: 'month', from: start(firstMonth), to: start(lastMonth) },
    { grain: 'day', from: start(lastMonth), to: start(end) },
  ];
  return pieces.filter((piece) => piece.from < piece.to);
}

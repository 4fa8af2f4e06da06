import { DAY_MS, HOUR_MS, type Instant, shanghaiDay, startOfShanghaiDay } from '@hotline/kernel';

/** A day of the line begins when the night watch goes home. */
const BEGINS_MS = 7.5 * HOUR_MS;

/** A day of the line: from half past seven in the morning on, ms since 1970. */
export interface LineDay {
  /** YYYY-MM-DD on which it begins */
  readonly day: string;
  readonly from: number;
  /** not included; earlier than the next morning where the past ends within the day */
  readonly until: number;
  /** where the whole past ends: who is at the line then is about to be heard live */
  readonly isLast: boolean;
}

export const dayAfter = (day: string, days: number): string =>
  shanghaiDay(new Date(startOfShanghaiDay(day).getTime() + days * DAY_MS));

/** 1 is Monday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;

export const mondayOf = (day: string): string => dayAfter(day, 1 - weekdayOf(day));

/** Days since some Monday long ago, for rotas that go on from week to week. */
export const numberOf = (day: string): number =>
  Math.round((Date.parse(day) - Date.parse('2024-01-01')) / DAY_MS);

/** @param time HH:MM on that day in Asia/Shanghai @returns ms since 1970 */
export function momentOf(day: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfShanghaiDay(day).getTime() + hours * HOUR_MS + minutes * 60_000;
}

/** The days of the line that end with `until`, oldest first. @param days how many at most */
export function lineDays(until: Instant, days: number): LineDay[] {
  const last = shanghaiDay(new Date(until.getTime() - BEGINS_MS));
  return Array.from({ length: days }, (_, back) => {
    const day = dayAfter(last, back - days + 1);
    const from = startOfShanghaiDay(day).getTime() + BEGINS_MS;
    const isLast = day === last;
    return { day, from, until: isLast ? until.getTime() : from + DAY_MS, isLast };
  });
}

/** The day of the fault: a working day of the week before, so that this week's and last week's pages show it. */
export function badDay(days: readonly LineDay[]): string | null {
  const found = days
    .slice(0, -4)
    .map(({ day }) => day)
    .findLast((day) => weekdayOf(day) <= 5);
  return found ?? null;
}

import { dayAfter, weekdayOf } from './report-days.js';

/** What a day is against the usual week: a holiday on a weekday, or a weekend day that is worked (调休). */
export type DayKind = 'usual' | 'holiday' | 'make-up';

export const dayKind = (day: string, isWorkday: (day: string) => boolean): DayKind => {
  const usual = weekdayOf(day) <= 5;
  return isWorkday(day) === usual ? 'usual' : usual ? 'holiday' : 'make-up';
};

/**
 * The past days a day is expected to be like: the same weekday of the last weeks, holidays and worked weekends left out.
 * A holiday is taken to be like Sundays, a worked weekend day like all usual workdays.
 * @param today days from it on are not over and teach nothing
 */
export function likeDays(
  day: string,
  today: string,
  weeks: number,
  isWorkday: (day: string) => boolean,
): string[] {
  const kind = dayKind(day, isWorkday);
  const wanted = (one: string): boolean => {
    if (kind === 'holiday') return weekdayOf(one) === 7;
    return kind === 'make-up' ? weekdayOf(one) <= 5 : weekdayOf(one) === weekdayOf(day);
  };
  const last = day <= today ? dayAfter(day, -1) : dayAfter(today, -1);
  const days = Array.from({ length: weeks * 7 }, (_, n) => dayAfter(last, -n));
  return days.filter((one) => wanted(one) && dayKind(one, isWorkday) === 'usual').sort();
}

/** The middle one; the mean of both middle ones; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** What one interval of one past day says; null where the line was not heard. */
export interface PastInterval {
  /** minutes after midnight at which it begins */
  readonly minute: number;
  readonly offered: number;
  /** calls whose handling is known, and how long they took together */
  readonly handled: number;
  readonly handledUs: number;
}

export interface Expected {
  /** median of the calls that asked for an agent; null without any day to learn from */
  readonly offered: number | null;
  readonly days: number;
  /** seconds a call takes: of this interval, else of the whole sample; null where none was handled */
  readonly handlingSeconds: number | null;
}

/**
 * @param past by day; an interval that is missing had no calls
 * @param unheard days and minutes of intervals to leave out
 */
export function expectation(
  minute: number,
  past: ReadonlyMap<string, readonly PastInterval[]>,
  unheard: (day: string, minute: number) => boolean,
): Expected {
  const days = [...past].filter(([day]) => !unheard(day, minute));
  const own = days.map(([, intervals]) => intervals.find((one) => one.minute === minute));
  const mean = (of: readonly (PastInterval | undefined)[]): number | null => {
    const handled = of.reduce((sum, one) => sum + (one?.handled ?? 0), 0);
    const us = of.reduce((sum, one) => sum + (one?.handledUs ?? 0), 0);
    return handled > 0 ? us / handled / 1_000_000 : null;
  };
  return {
    offered: median(own.map((one) => one?.offered ?? 0)),
    days: days.length,
    handlingSeconds: mean(own) ?? mean([...past.values()].flat()),
  };
}

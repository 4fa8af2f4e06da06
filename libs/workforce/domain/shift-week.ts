import {
  allow,
  DAY_MS,
  type Decision,
  deny,
  HOUR_MS,
  type Instant,
  MINUTE_MS,
  startOfShanghaiDay,
} from '@hotline/kernel';
import { dayAfter } from './report-days.js';

/** A shift as it is written down: on its day, past midnight where it ends no later than it begins. */
export interface WrittenShift {
  readonly accountId: string;
  readonly day: string;
  /** HH:MM in Asia/Shanghai */
  readonly from: string;
  readonly to: string;
}

export interface ShiftTimes {
  readonly from: Instant;
  readonly to: Instant;
}

export const LONGEST_SHIFT_MS = 16 * HOUR_MS;
const SHORTEST_SHIFT_MS = 15 * MINUTE_MS;

/** Minutes after midnight; 24:00 is the end of the day. */
export const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

export function timesOf({ day, from, to }: Omit<WrittenShift, 'accountId'>): ShiftTimes {
  const midnight = startOfShanghaiDay(day).getTime();
  const begins = midnight + minuteOf(from) * MINUTE_MS;
  const ends = midnight + minuteOf(to) * MINUTE_MS;
  return { from: new Date(begins), to: new Date(ends <= begins ? ends + DAY_MS : ends) };
}

/** The seven days of a week. */
export const weekOf = (monday: string): string[] => Array.from({ length: 7 }, (_, n) => dayAfter(monday, n));

/**
 * May the week be written so? Days that are over stay as they were.
 * @param beside shifts of the same people outside of what is rewritten: other units, the nights before and after
 */
export function checkWeek(
  shifts: readonly WrittenShift[],
  { monday, today }: { readonly monday: string; readonly today: string },
  beside: readonly (ShiftTimes & { readonly accountId: string })[],
): Decision<true> {
  const days = weekOf(monday);
  const placed: (ShiftTimes & { accountId: string })[] = [...beside];
  for (const [row, shift] of shifts.entries()) {
    const wrong = (part: string, problem: string): Decision<never> =>
      deny('invalid-input', { field: `shifts.${row}.${part}`, facts: { row, problem } });
    if (!days.includes(shift.day)) return wrong('day', 'not-in-the-week');
    if (shift.day < today) return wrong('day', 'over');
    const times = timesOf(shift);
    const length = times.to.getTime() - times.from.getTime();
    if (length > LONGEST_SHIFT_MS) return wrong('to', 'too-long');
    if (length < SHORTEST_SHIFT_MS) return wrong('to', 'too-short');
    const over = placed.some(
      (one) => one.accountId === shift.accountId && one.from < times.to && one.to > times.from,
    );
    if (over) return wrong('from', 'over-another');
    placed.push({ ...times, accountId: shift.accountId });
  }
  return allow(true);
}

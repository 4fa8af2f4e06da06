import { DAY_MS } from '@hotline/kernel';
import type { CompiledCalendar } from './compiled-calendar.js';

/** Day number of an instant (epoch ms); may lie outside the compiled days. */
export const dayAt = (calendar: CompiledCalendar, at: number): number =>
  Math.floor((at - calendar.origin) / DAY_MS);

/** Local midnight opening a day, epoch ms. */
export const openOf = (calendar: CompiledCalendar, day: number): number => calendar.origin + day * DAY_MS;

/** End of the day's last slot, epoch ms; the next midnight on a day off (民法典 203). */
export const closeOf = (calendar: CompiledCalendar, day: number): number =>
  openOf(calendar, day) + (calendar.shapes[day]?.close ?? DAY_MS);

/** Whether the compiled days hold this instant; nothing else may be asked about other instants. */
export const holds = (calendar: CompiledCalendar, at: number): boolean =>
  at >= calendar.origin && at < openOf(calendar, calendar.days);

/** Working days before a day, counted from day 0; clamps beyond the compiled days. */
export function workdaysBefore(calendar: CompiledCalendar, day: number): number {
  return calendar.workdaysBefore[Math.min(Math.max(day, 0), calendar.days)] ?? 0;
}

/** The k-th working day (from 0) as a day number; undefined beyond the compiled days. */
export const workday = (calendar: CompiledCalendar, k: number): number | undefined => calendar.workdays[k];

/** First working day at or after `day`; undefined beyond the compiled days. */
export const workdayFrom = (calendar: CompiledCalendar, day: number): number | undefined =>
  workday(calendar, workdaysBefore(calendar, day));

/** Working ms already passed within the instant's own day. */
export function workedToday(calendar: CompiledCalendar, at: number): number {
  const day = dayAt(calendar, at);
  const time = at - openOf(calendar, day);
  let worked = 0;
  for (const slot of calendar.shapes[day]?.slots ?? []) {
    if (time <= slot.from) break;
    worked += Math.min(time, slot.to) - slot.from;
  }
  return worked;
}

/** Working ms from day 0 to an instant. */
const workedAt = (calendar: CompiledCalendar, at: number): number =>
  (calendar.workBefore[dayAt(calendar, at)] ?? 0) + workedToday(calendar, at);

/** Working ms in [from, to); both held by the calendar, from ≤ to. */
export const workedBetween = (calendar: CompiledCalendar, from: number, to: number): number =>
  workedAt(calendar, to) - workedAt(calendar, from);

/** Smallest k such that the first k+1 working days hold at least `work` ms. */
function workdayReaching(calendar: CompiledCalendar, work: number): number {
  let low = 0;
  let high = calendar.workdays.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const worked = calendar.workBefore[(calendar.workdays[middle] ?? 0) + 1] ?? 0;
    if (worked < work) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The earliest instant at which `amount` working ms have passed since `from`: the end of a slot, not the start of the
 * next one. Infinity when the compiled days end first. `amount` 0 gives `from` itself.
 */
export function afterWork(calendar: CompiledCalendar, from: number, amount: number): number {
  if (amount <= 0) return from;
  const work = workedAt(calendar, from) + amount;
  const day = workday(calendar, workdayReaching(calendar, work));
  if (day === undefined) return Number.POSITIVE_INFINITY;
  let left = work - (calendar.workBefore[day] ?? 0);
  for (const slot of calendar.shapes[day]?.slots ?? []) {
    if (left <= slot.to - slot.from) return openOf(calendar, day) + slot.from + left;
    left -= slot.to - slot.from;
  }
  return Number.POSITIVE_INFINITY;
}

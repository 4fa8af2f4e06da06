import { DAY_MS } from '@hotline/kernel';

/** A local day `YYYY-MM-DD`. Law counts in days of the calendar, so nothing here knows an hour or a zone. */
export type Day = string;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const ms = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`);
const dayOf = (at: number): Day => new Date(at).toISOString().slice(0, 10);

/** True for a day that exists: 2026-02-29 does not. */
export function isDay(text: string): boolean {
  return SHAPE.test(text) && !Number.isNaN(ms(text)) && dayOf(ms(text)) === text;
}

export const addDays = (day: Day, days: number): Day => dayOf(ms(day) + days * DAY_MS);

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((ms(b) - ms(a)) / DAY_MS);

/**
 * The corresponding day `months` later; where that month has no such day, its last one (民法典 202).
 * 2024-02-29 and twelve months: 2025-02-28.
 */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return dayOf(last.getTime());
}

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(ms(day)).getUTCDay());
}

export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

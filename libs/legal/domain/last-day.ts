import { type CompiledCalendar, provisionalDeadline } from '@hotline/calendar';
import { shanghaiDay, startOfShanghaiDay } from '@hotline/kernel';
import { addDays, addMonths, type Day, isWeekend } from './day.js';

export const SPAN_UNITS = ['years', 'months', 'days', 'working-days'] as const;
export interface Span {
  readonly amount: number;
  readonly unit: (typeof SPAN_UNITS)[number];
}

/** The end of a span before and after a day off has moved it. */
export interface LastDay {
  /** By plain counting: the corresponding day, or so many days later. */
  readonly counted: Day;
  /** The first working day at or after it. */
  readonly lastDay: Day;
  /** Years without published holidays, where plain weekdays were assumed. */
  readonly unknownYears: readonly number[];
}

/** The day on which a span of years, months or days ends; the day it starts is not counted (民法典 201, 202). */
export function counted(start: Day, { amount, unit }: Span): Day {
  if (unit === 'years') return addMonths(start, amount * 12);
  if (unit === 'months') return addMonths(start, amount);
  return addDays(start, amount);
}

/** The `amount`th working day after `start` by this calendar; beyond its years Saturdays and Sundays alone are off. */
function workingDay(
  calendar: CompiledCalendar,
  start: Day,
  amount: number,
): Pick<LastDay, 'lastDay' | 'unknownYears'> {
  const found = provisionalDeadline(calendar, startOfShanghaiDay(start), { amount, unit: 'working-days' });
  if (found.ok) {
    // The end of the last slot may be 24:00, which already opens the next day.
    const close = new Date(found.value.dueAt.getTime() - 1);
    return { lastDay: shanghaiDay(close), unknownYears: found.value.unknownYears };
  }
  let day = start;
  for (let left = amount; left > 0; left -= isWeekend(day) ? 0 : 1) day = addDays(day, 1);
  return { lastDay: day, unknownYears: [Number(day.slice(0, 4))] };
}

/** A last day that is a day off moves to the next working day (民法典 203). */
export function movedOn(calendar: CompiledCalendar, day: Day): LastDay {
  return { counted: day, ...workingDay(calendar, addDays(day, -1), 1) };
}

/** The last day of a span that starts on `start`. */
export function lastDayOf(calendar: CompiledCalendar, start: Day, span: Span): LastDay {
  if (span.unit !== 'working-days') return movedOn(calendar, counted(start, span));
  const found = workingDay(calendar, start, span.amount);
  return { counted: found.lastDay, ...found };
}

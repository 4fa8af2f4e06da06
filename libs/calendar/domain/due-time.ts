import { DAY_MS } from '@hotline/kernel';
import type { CompiledCalendar } from './compiled-calendar.js';
import { lengthOf, paceOf, type Limit } from './limit.js';
import { heldPauses, pausedDays, ranBetween, runFor, wallPace, workingPace } from './pause.js';
import type { DayRange, Pace, Span } from './pause.js';
import { closeOf, dayAt, workday, workdayFrom, workdaysBefore } from './working-days.js';

/** Due and yellow in epoch ms; Infinity when the compiled days end before. */
export interface DueTime {
  readonly due: number;
  readonly yellow: number;
}

const BEYOND: DueTime = { due: Number.POSITIVE_INFINITY, yellow: Number.POSITIVE_INFINITY };

/** Minute and hour limits: the moment of the start counts (民法典 201 第二款), and holidays move only working time. */
function dueByLength(
  pace: Pace,
  oneDay: number,
  start: number,
  limit: Limit,
  spans: readonly Span[],
): DueTime {
  const length = lengthOf(limit);
  const beforeYellow = length > oneDay ? length - oneDay : Math.floor(length / 2);
  return { due: runFor(pace, start, length, spans), yellow: runFor(pace, start, beforeYellow, spans) };
}

/** Days of the limit's kind in [from, to). */
function countDays(calendar: CompiledCalendar, limit: Limit, from: number, to: number): number {
  if (to <= from) return 0;
  if (limit.unit === 'calendar-days') return to - from;
  return workdaysBefore(calendar, to) - workdaysBefore(calendar, from);
}

/** First working day at or after `day` that no pause takes out. */
function openWorkday(
  calendar: CompiledCalendar,
  day: number,
  paused: readonly DayRange[],
): number | undefined {
  let found = workdayFrom(calendar, day);
  for (const range of paused) {
    if (found === undefined || found < range.first) break;
    if (found <= range.last) found = workdayFrom(calendar, range.last + 1);
  }
  return found;
}

/** The day on which a day limit ends: the first day is not counted (201), a day off moves it on (203). */
function dueDay(
  calendar: CompiledCalendar,
  startDay: number,
  limit: Limit,
  paused: readonly DayRange[],
): number | undefined {
  let cursor = startDay;
  let left = limit.amount;
  for (const range of paused) {
    const counted = countDays(calendar, limit, cursor + 1, range.first);
    if (counted >= left) break;
    left -= counted;
    cursor = Math.max(cursor, range.last);
  }
  if (limit.unit === 'calendar-days') return openWorkday(calendar, cursor + left, paused);
  return workday(calendar, workdaysBefore(calendar, cursor + 1) + left - 1);
}

/** Closing of the last counted working day before `day`; -Infinity when the compiled days begin after it. */
function closingBefore(calendar: CompiledCalendar, day: number, paused: readonly DayRange[]): number {
  let found = workday(calendar, workdaysBefore(calendar, day) - 1);
  for (const range of paused.toReversed()) {
    if (found === undefined || found > range.last) continue;
    if (found >= range.first) found = workday(calendar, workdaysBefore(calendar, range.first) - 1);
  }
  return found === undefined ? Number.NEGATIVE_INFINITY : closeOf(calendar, found);
}

function dueByDays(calendar: CompiledCalendar, start: number, limit: Limit, spans: readonly Span[]): DueTime {
  const paused = pausedDays(calendar, spans);
  const day = dueDay(calendar, dayAt(calendar, start), limit, paused);
  if (day === undefined) return BEYOND;
  const due = closeOf(calendar, day);
  const oneDayLeft = closingBefore(calendar, day, paused);
  if (oneDayLeft > start) return { due, yellow: oneDayLeft };
  const pace = workingPace(calendar);
  const half = Math.floor(ranBetween(pace, start, due, spans) / 2);
  return { due, yellow: runFor(pace, start, half, spans) };
}

/**
 * When a limit that started at `start` is due, and when it turns yellow: with one day left (a working day; 24 hours for
 * wall-clock limits), or half-way through its own running time where that moment would not lie after the start.
 * `start` must be held by the compiled days unless the limit runs by the wall clock.
 */
export function dueTime(
  calendar: CompiledCalendar,
  start: number,
  limit: Limit,
  spans: readonly Span[],
): DueTime {
  const pace = paceOf(limit.unit);
  if (pace === 'wall') return dueByLength(wallPace, DAY_MS, start, limit, spans);
  const held = heldPauses(calendar, spans);
  if (pace === 'days') return dueByDays(calendar, start, limit, held);
  return dueByLength(workingPace(calendar), calendar.usualDay, start, limit, held);
}

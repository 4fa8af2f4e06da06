import type { Instant } from '@hotline/kernel';
import type { CompiledCalendar } from './compiled-calendar.js';
import { provisionalDeadline } from './deadline.js';
import { type Limit, type LimitUnit, LIMIT_UNITS, paceOf } from './limit.js';
import {
  afterWork,
  closeOf,
  dayAt,
  holds,
  workday,
  workdayFrom,
  workdaysBefore,
  workedBetween,
} from './working-days.js';

/** A running clock whose deadline was computed with plain weekdays for a year nobody had published. */
export interface ProvisionalClock {
  readonly startedAt: Instant;
  readonly originalDueAt: Instant;
  readonly dueAt: Instant;
  readonly yellowAt: Instant;
  readonly limitAmount: number;
  readonly limitUnit: string;
  /** How time granted on top is counted; a petition's extension is calendar days (信访工作条例 34), all others working days. */
  readonly grantedIn?: 'working-days' | 'calendar-days';
}

export interface RestatedClock {
  readonly dueAt: Instant;
  readonly yellowAt: Instant;
  /** Still reaches a year that is not published. */
  readonly provisional: boolean;
  /** False when the year turned out as assumed: the promise is confirmed, not moved. */
  readonly moved: boolean;
}

/** Working days up to and with the day that closes at `at`; a day closing at 24:00 closes in itself, not in the next. */
const workdaysUpTo = (calendar: CompiledCalendar, at: number): number =>
  workdaysBefore(calendar, dayAt(calendar, at - 1) + 1);

/** One working day left, as for every day limit. */
const yellowBefore = (calendar: CompiledCalendar, due: number): number => {
  const day = workday(calendar, workdaysUpTo(calendar, due) - 2);
  return day === undefined ? due : closeOf(calendar, day);
};

/**
 * Extensions and pauses gave the clock time on top of its first promise. The same time, counted in working days (or
 * working time) of the calendar it was granted by, is kept on top of the new promise.
 */
function grantedSince(
  before: CompiledCalendar,
  after: CompiledCalendar,
  clock: ProvisionalClock,
  due: number,
  unit: LimitUnit,
): number {
  const [first, granted] = [clock.originalDueAt.getTime(), clock.dueAt.getTime()];
  if (granted <= first || !holds(before, first) || !holds(before, granted)) return due;
  // Calendar days pass on holidays too: only the last one moves on when the new plan makes it a day off.
  if (clock.grantedIn === 'calendar-days') {
    const last = workdayFrom(after, dayAt(after, granted - 1));
    return last === undefined ? granted : closeOf(after, last);
  }
  if (paceOf(unit) === 'working') return afterWork(after, due, workedBetween(before, first, granted));
  const days = workdaysUpTo(before, granted) - workdaysUpTo(before, first);
  const day = workday(after, workdaysUpTo(after, due) + days - 1);
  return day === undefined ? due : closeOf(after, day);
}

/**
 * Computes a provisional deadline again with the version that knows the year; undefined where the limit cannot be read
 * any more or no calendar reaches it, so that a promise is never replaced by a guess.
 * @param before the version the deadline was computed with; @param after the one just published
 */
export function restateClock(
  before: CompiledCalendar,
  after: CompiledCalendar,
  clock: ProvisionalClock,
): RestatedClock | undefined {
  const unit = LIMIT_UNITS.find((one) => one === clock.limitUnit);
  if (!unit) return undefined;
  const limit: Limit = { amount: clock.limitAmount, unit };
  const found = provisionalDeadline(after, clock.startedAt, limit);
  if (!found.ok) return undefined;
  const { dueAt: promised, provisional, yellowAt } = found.value;
  const due = grantedSince(before, after, clock, promised.getTime(), unit);
  const dueAt = new Date(due);
  const asPromised = due === promised.getTime();
  return {
    dueAt,
    yellowAt: asPromised ? yellowAt : new Date(Math.max(yellowBefore(after, due), yellowAt.getTime())),
    provisional: provisional || !(due <= after.knownEnd),
    moved: dueAt.getTime() !== clock.dueAt.getTime(),
  };
}

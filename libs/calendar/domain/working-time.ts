import { allow, deny, HOUR_MS, MINUTE_MS, type Decision, type Instant } from '@hotline/kernel';
import type { CompiledCalendar } from './compiled-calendar.js';
import { unknownYears, yearUnknown } from './deadline.js';
import { paceOf, type LimitUnit } from './limit.js';
import { dayAt, holds, workdaysBefore, workedBetween, workedToday } from './working-days.js';

/** Whole working minutes from `a` to `b`, negative when `b` is earlier; refuses `calendar-year-unknown`. */
export function workingBetween(calendar: CompiledCalendar, a: Instant, b: Instant): Decision<number> {
  const [from, to] = a <= b ? [a.getTime(), b.getTime()] : [b.getTime(), a.getTime()];
  if (Number.isNaN(from + to)) return deny('invalid-input', { facts: { problem: 'not-a-time' } });
  const [year] = unknownYears(calendar, from, to);
  if (year !== undefined) return yearUnknown(calendar, year);
  const minutes = Math.floor(workedBetween(calendar, from, to) / MINUTE_MS);
  return allow(a <= b || minutes === 0 ? minutes : -minutes);
}

/**
 * Time left until a deadline, or past it, as people say it: 还剩 2 个工作日 3 小时, 超期 3 小时. `hours` and `minutes`
 * come on top of `workingDays` and are rounded down. For wall-clock limits `workingDays` is 0 and hours pass 24.
 */
export interface TimeLeft {
  readonly overdue: boolean;
  readonly workingDays: number;
  readonly hours: number;
  readonly minutes: number;
  /** Reaches a year whose holidays are not published; counted there with plain weekdays. */
  readonly provisional: boolean;
}

/**
 * Splits working time into whole working days and the rest. A day worked through from its first to its last minute is
 * one working day however long it is (a half day counts); the two cut days at the ends add up by the usual day.
 */
function spread(calendar: CompiledCalendar, from: number, to: number): { days: number; rest: number } {
  const first = dayAt(calendar, from);
  const last = dayAt(calendar, to);
  const whole = (day: number): number => calendar.shapes[day]?.total ?? 0;
  const parts =
    first === last
      ? [{ day: first, work: workedBetween(calendar, from, to) }]
      : [
          { day: first, work: whole(first) - workedToday(calendar, from) },
          { day: last, work: workedToday(calendar, to) },
        ];
  let days = Math.max(workdaysBefore(calendar, last) - workdaysBefore(calendar, first + 1), 0);
  let rest = 0;
  for (const part of parts) {
    if (part.work > 0 && part.work === whole(part.day)) days += 1;
    else rest += part.work;
  }
  return { days: days + Math.floor(rest / calendar.usualDay), rest: rest % calendar.usualDay };
}

/**
 * What stands between `now` and `dueAt`, in the pace of the limit's unit. A clock is overdue after `dueAt`, not at it.
 * Unknown years are counted provisionally and marked; beyond the provisional years `calendar-year-unknown`.
 */
export function remaining(
  calendar: CompiledCalendar,
  now: Instant,
  dueAt: Instant,
  unit: LimitUnit = 'working-days',
): Decision<TimeLeft> {
  const overdue = now > dueAt;
  const [from, to] = overdue ? [dueAt.getTime(), now.getTime()] : [now.getTime(), dueAt.getTime()];
  const wall = paceOf(unit) === 'wall';
  if (!wall && !(holds(calendar, from) && holds(calendar, to))) {
    return yearUnknown(
      calendar,
      holds(calendar, from) ? calendar.knownToYear + 1 : calendar.knownFromYear - 1,
    );
  }
  const { days, rest } = wall ? { days: 0, rest: to - from } : spread(calendar, from, to);
  return allow({
    overdue,
    workingDays: days,
    hours: Math.floor(rest / HOUR_MS),
    minutes: Math.floor((rest % HOUR_MS) / MINUTE_MS),
    provisional: !wall && unknownYears(calendar, from, to).length > 0,
  });
}

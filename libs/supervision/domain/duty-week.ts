import { DAY_MS, type Instant, MINUTE_MS, shanghaiDay, startOfShanghaiDay } from '@hotline/kernel';
import { beginsOn, type DutyLine, minutes } from './duty-roster.js';

/** A line of the roster on one of its days. */
export interface Watch<L extends DutyLine = DutyLine> {
  readonly line: L;
  /** `YYYY-MM-DD` on which it begins. */
  readonly day: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Time in which nobody leads; never across midnight. */
export interface Gap {
  readonly day: string;
  readonly from: Instant;
  readonly to: Instant;
}

export const dayAfter = (day: string, days: number): string =>
  shanghaiDay(new Date(startOfShanghaiDay(day).getTime() + days * DAY_MS));

/** `length` days from `first` on. */
export const daysFrom = (first: string, length: number): string[] =>
  Array.from({ length }, (_, n) => dayAfter(first, n));

/** Every watch that begins on one of these days, by its beginning, first ranks before second. */
export function watchesOf<L extends DutyLine>(
  lines: readonly L[],
  days: readonly string[],
  isWorkday: (day: string) => boolean,
): Watch<L>[] {
  const found = days.flatMap((day) =>
    lines
      .filter((line) => beginsOn(line, day, isWorkday))
      .map((line) => {
        const midnight = startOfShanghaiDay(day).getTime();
        const [from, to] = [minutes(line.fromTime), minutes(line.toTime)];
        const end = to <= from ? to * MINUTE_MS + DAY_MS : to * MINUTE_MS;
        return { line, day, from: new Date(midnight + from * MINUTE_MS), to: new Date(midnight + end) };
      }),
  );
  return found.sort((a, b) => a.from.getTime() - b.from.getTime() || a.line.rank.localeCompare(b.line.rank));
}

/** Where these watches leave a day without a leader, whatever their rank; overnight ones reach into the next day. */
export function gapsOf(watches: readonly Watch[], days: readonly string[]): Gap[] {
  const sorted = [...watches].sort((a, b) => a.from.getTime() - b.from.getTime());
  return days.flatMap((day) => {
    const start = startOfShanghaiDay(day).getTime();
    const end = start + DAY_MS;
    const gaps: Gap[] = [];
    let covered = start;
    for (const { from, to } of sorted) {
      if (from.getTime() > covered && covered < end) {
        const until = Math.min(from.getTime(), end);
        if (until > covered) gaps.push({ day, from: new Date(covered), to: new Date(until) });
      }
      covered = Math.max(covered, to.getTime());
    }
    if (covered < end) gaps.push({ day, from: new Date(covered), to: new Date(end) });
    return gaps;
  });
}

export interface Span {
  readonly fromDay: string;
  readonly toDay: string | null;
}

/**
 * What is left of a line without one of its days: up to the day before, and from the day after on. A piece on whose days
 * no watch can begin is left out.
 */
export function without(line: Pick<DutyLine, 'fromDay' | 'toDay' | 'weekdays'>, day: string): Span[] {
  const before = { fromDay: line.fromDay, toDay: dayAfter(day, -1) };
  const after = { fromDay: dayAfter(day, 1), toDay: line.toDay };
  return [before, after].filter((span) => holdsWatch(line.weekdays, span));
}

/** Can a watch of these weekdays begin in the span? */
export function holdsWatch(weekdays: readonly number[], { fromDay, toDay }: Span): boolean {
  if (toDay !== null && toDay < fromDay) return false;
  const week = daysFrom(fromDay, 7).filter((one) => toDay === null || one <= toDay);
  return week.some((one) => weekdays.includes(weekdayOf(one)));
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;

import { allow, deny, SHANGHAI_OFFSET_MS, type Decision, type Instant } from '@hotline/kernel';
import type { CompiledCalendar } from './compiled-calendar.js';
import { dueTime, type DueTime } from './due-time.js';
import { limitProblem, paceOf, type Limit } from './limit.js';
import { mergePauses, type Pause } from './pause.js';
import { holds } from './working-days.js';

/** What a clock row keeps; the calendar named here makes the promise reproducible after the calendar changes. */
export interface Deadline {
  readonly dueAt: Instant;
  /** In (startedAt, dueAt): from here on the card is yellow. */
  readonly yellowAt: Instant;
  readonly calendarId: string;
  readonly calendarVersion: number;
}

/** `provisional`: reaches `unknownYears`, computed there with plain weekdays, to be marked and computed again. */
export interface ProvisionalDeadline extends Deadline {
  readonly provisional: boolean;
  readonly unknownYears: readonly number[];
}

const shanghaiYear = (at: number): number => new Date(at + SHANGHAI_OFFSET_MS).getUTCFullYear();

/** The years of [from, to] that the calendar does not know; a moment at the very end of a known year belongs to it. */
export function unknownYears(calendar: CompiledCalendar, from: number, to: number): readonly number[] {
  if (from >= calendar.knownFrom && to <= calendar.knownEnd) return [];
  const years: number[] = [];
  for (let year = shanghaiYear(from); year <= shanghaiYear(to - 1); year++) {
    if (year < calendar.knownFromYear || year > calendar.knownToYear) years.push(year);
  }
  return years;
}

/** The refusal for a year without published holidays; `facts.year` is what an administrator has to publish. */
export const yearUnknown = (calendar: CompiledCalendar, year: number): Decision<never> =>
  deny('calendar-year-unknown', { facts: { year, calendar: calendar.id, version: calendar.version } });

function computed(
  calendar: CompiledCalendar,
  startedAt: Instant,
  limit: Limit,
  pauses: readonly Pause[],
): Decision<DueTime> {
  const start = startedAt.getTime();
  const problem = limitProblem(limit);
  if (problem) return { ok: false, refusal: problem };
  if (Number.isNaN(start))
    return deny('invalid-input', { field: 'startedAt', facts: { problem: 'not-a-time' } });
  if (paceOf(limit.unit) !== 'wall' && !holds(calendar, start))
    return yearUnknown(calendar, shanghaiYear(start));
  const merged = mergePauses(pauses);
  if (!merged.ok) return merged;
  const time = dueTime(calendar, start, limit, merged.value);
  return Number.isFinite(time.due) ? allow(time) : yearUnknown(calendar, calendar.knownToYear + 1);
}

function deadlineOf(calendar: CompiledCalendar, time: DueTime): Deadline {
  return {
    dueAt: new Date(time.due),
    yellowAt: new Date(time.yellow),
    calendarId: calendar.id,
    calendarVersion: calendar.version,
  };
}

/**
 * A deadline on known ground. Refuses `calendar-year-unknown` as soon as start or due date leave the known years:
 * weekdays alone would be a wrong promise. Wall-clock limits need no calendar and are never refused for a year.
 * `invalid-input` names a bad limit, start or pause.
 */
export function deadlineWithPauses(
  calendar: CompiledCalendar,
  startedAt: Instant,
  limit: Limit,
  pauses: readonly Pause[],
): Decision<Deadline> {
  const time = computed(calendar, startedAt, limit, pauses);
  if (!time.ok) return time;
  if (paceOf(limit.unit) === 'wall') return allow(deadlineOf(calendar, time.value));
  const [year] = unknownYears(calendar, startedAt.getTime(), time.value.due);
  return year === undefined ? allow(deadlineOf(calendar, time.value)) : yearUnknown(calendar, year);
}

/** `deadlineWithPauses` for a clock that never stood still. */
export const deadline = (calendar: CompiledCalendar, startedAt: Instant, limit: Limit): Decision<Deadline> =>
  deadlineWithPauses(calendar, startedAt, limit, []);

/**
 * The same, but a year not yet published is computed with plain weekdays and said so. The caller stores the mark, shows
 * it and computes again when the year is published. Refuses only beyond the few provisional years.
 */
export function provisionalDeadline(
  calendar: CompiledCalendar,
  startedAt: Instant,
  limit: Limit,
  pauses: readonly Pause[] = [],
): Decision<ProvisionalDeadline> {
  const time = computed(calendar, startedAt, limit, pauses);
  if (!time.ok) return time;
  const wall = paceOf(limit.unit) === 'wall';
  const years = wall ? [] : unknownYears(calendar, startedAt.getTime(), time.value.due);
  return allow({ ...deadlineOf(calendar, time.value), provisional: years.length > 0, unknownYears: years });
}

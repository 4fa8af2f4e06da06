import { DAY_MS } from '@hotline/kernel';
import { type Calendar, type CalendarOverride, usualSlots } from './calendar.js';
import { timeOfDay } from './check-calendar.js';
import { dutySlots, workingSlots } from './duty.js';
import { slotsText } from './plan-changes.js';

/** Plain working day, plain free weekday, day off by plan, make-up workday 调休, day with other hours than usual. */
export const DAY_MARKS = ['work', 'rest', 'holiday', 'make-up', 'half'] as const;
export type DayMark = (typeof DAY_MARKS)[number];

export interface CalendarDay {
  readonly date: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly mark: DayMark;
  /** Name of the dated exception, empty on plain days. */
  readonly name: string;
  /** The exception is the calendar's own, not taken from its base. */
  readonly own: boolean;
  readonly slots: string;
  readonly duty: string;
}

/** A year as people look at it; without days when its plan is not published, never with plain weekdays instead. */
export interface CalendarYear {
  readonly year: number;
  readonly known: boolean;
  readonly workingDays: number;
  readonly days: readonly CalendarDay[];
}

const minutes = (slots: readonly { from: string; to: string }[]): number =>
  slots.reduce((sum, { from, to }) => sum + timeOfDay(to) - timeOfDay(from), 0);

function markOf(calendar: Calendar, entry: CalendarOverride | undefined, day: string): DayMark {
  const slots = workingSlots(calendar, day);
  if (entry?.kind === 'off') return 'holiday';
  if (!entry) return slots.length > 0 ? 'work' : 'rest';
  return minutes(slots) < minutes(usualSlots(calendar)) ? 'half' : 'make-up';
}

/** @param own dates the calendar names itself; every exception when it has no base */
export function calendarYear(
  calendar: Calendar,
  year: number,
  own: ReadonlySet<string> | 'all' = 'all',
): CalendarYear {
  const known = year >= calendar.knownFrom && year <= calendar.knownTo;
  if (!known) return { year, known, workingDays: 0, days: [] };
  const first = Date.UTC(year, 0, 1);
  const count = (Date.UTC(year + 1, 0, 1) - first) / DAY_MS;
  const entries = new Map(calendar.overrides.map((entry) => [entry.date, entry]));
  const days = Array.from({ length: count }, (_, n): CalendarDay => {
    const at = new Date(first + n * DAY_MS);
    const date = at.toISOString().slice(0, 10);
    const entry = entries.get(date);
    return {
      date,
      weekday: at.getUTCDay() || 7,
      mark: markOf(calendar, entry, date),
      name: entry?.name ?? '',
      own: entry !== undefined && (own === 'all' || own.has(date)),
      slots: slotsText(workingSlots(calendar, date)),
      duty: slotsText(dutySlots(calendar, date)),
    };
  });
  const workingDays = days.filter((day) => day.slots !== '').length;
  return { year, known, workingDays, days };
}

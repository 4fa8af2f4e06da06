import { DAY_MS, refuse } from '@hotline/kernel';
import type { Calendar, CalendarOverride, Slot } from './calendar.js';
import type { Festival, HolidayYear } from './holidays-cn.js';

/** Office hours of the union organs; 7.5 hours make a working day. */
const OFFICE_HOURS: readonly Slot[] = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
];

function overridesOf({ name, off, makeUp }: Festival): CalendarOverride[] {
  const [first, last] = off.map((date) => Date.parse(`${date}T00:00:00.000Z`)) as [number, number];
  const days = Array.from({ length: (last - first) / DAY_MS + 1 }, (_, day) => ({
    date: new Date(first + day * DAY_MS).toISOString().slice(0, 10),
    kind: 'off' as const,
    name,
  }));
  return [...days, ...makeUp.map((date) => ({ date, kind: 'workday' as const, name }))];
}

/**
 * The calendar every unit starts with: office hours Monday to Friday over the announced holidays. It knows exactly the
 * announced years; make-up days work the usual office hours. A year missing between two others is refused as
 * `calendar-year-unknown`, for inside the known years a gap would pass for a year without holidays.
 */
export function nationalCalendar(holidays: readonly HolidayYear[], version = 1): Calendar {
  const years = holidays.map((plan) => plan.year).sort((a, b) => a - b);
  const gap = years.find((year, index) => index > 0 && year !== (years[index - 1] ?? 0) + 1);
  if (gap !== undefined) refuse('calendar-year-unknown', { facts: { year: gap - 1 } });
  return {
    id: 'national',
    version,
    zone: 'Asia/Shanghai',
    weekly: {
      1: OFFICE_HOURS,
      2: OFFICE_HOURS,
      3: OFFICE_HOURS,
      4: OFFICE_HOURS,
      5: OFFICE_HOURS,
      6: [],
      7: [],
    },
    overrides: holidays
      .flatMap((plan) => plan.festivals.flatMap(overridesOf))
      .sort((a, b) => a.date.localeCompare(b.date)),
    knownFrom: years.at(0) ?? Number.NaN,
    knownTo: years.at(-1) ?? Number.NaN,
  };
}

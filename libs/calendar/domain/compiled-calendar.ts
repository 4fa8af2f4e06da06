import { DAY_MS, orRefuse, SHANGHAI_OFFSET_MS, startOfShanghaiDay } from '@hotline/kernel';
import { usualSlots, WEEKDAYS, type Calendar, type Slot, type Weekday } from './calendar.js';
import { shapeFaults, timeOfDay } from './check-calendar.js';
import { orFaults } from './fault.js';

/** Plain-weekday years compiled around the known ones; only answers marked provisional may come from them. */
const PROVISIONAL_YEARS = { before: 1, after: 5 } as const;

/** One pattern of working time, in ms after local midnight; days with the same slots share it. */
interface DayShape {
  readonly slots: readonly { readonly from: number; readonly to: number }[];
  /** Working ms of the whole day; 0 on a day off. */
  readonly total: number;
  /** When the day's business ends (民法典 203: 停止业务活动的时间); 24:00 on a day off. */
  readonly close: number;
}

/**
 * A calendar unrolled into one entry a day with prefix sums, so that measuring is O(1) and adding is O(log days).
 * Days are numbered from 0 = 1 January of the first compiled year; instants are epoch ms (UTC).
 */
export interface CompiledCalendar {
  readonly id: string;
  readonly version: number;
  readonly knownFromYear: number;
  readonly knownToYear: number;
  readonly knownFrom: number;
  /** First instant after the known years. */
  readonly knownEnd: number;
  /** Local midnight opening day 0, as epoch ms. */
  readonly origin: number;
  readonly days: number;
  /** Length of the usual working day in ms; "one working day" of an hour limit. */
  readonly usualDay: number;
  readonly shapes: readonly DayShape[];
  /** Working ms before each day; one entry more than there are days. */
  readonly workBefore: Float64Array;
  /** Working days before each day; one entry more than there are days. */
  readonly workdaysBefore: Int32Array;
  /** Day number of the k-th working day. */
  readonly workdays: Int32Array;
}

function shapeOf(slots: readonly Slot[]): DayShape {
  const parsed = slots.map((slot) => ({ from: timeOfDay(slot.from), to: timeOfDay(slot.to) }));
  const total = parsed.reduce((sum, slot) => sum + slot.to - slot.from, 0);
  return { slots: parsed, total, close: parsed.at(-1)?.to ?? DAY_MS };
}

/** Day number since 1970-01-01 of a local date. */
const epochDay = (date: string): number => Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;

/** 1970-01-01 was a Thursday, ISO weekday 4. */
const weekdayOf = (day: number): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;

/** The shape of every day from `first` (epoch day) on: weekly slots, then the dated overrides over them. */
function shapesOf(calendar: Calendar, first: number, days: number): DayShape[] {
  const weekly = WEEKDAYS.map((weekday) => shapeOf(calendar.weekly[weekday]));
  const off = shapeOf([]);
  const weeklyOn = (day: number): DayShape => weekly[weekdayOf(day) - 1] ?? off;
  const shapes = Array.from({ length: days }, (_, index) => weeklyOn(first + index));
  const usual = shapeOf(usualSlots(calendar));
  for (const override of calendar.overrides) {
    const day = epochDay(override.date);
    // Dates beyond the provisional years would fall off the end.
    if (day < first || day >= first + days) continue;
    const own = weeklyOn(day);
    const worked = override.slots ? shapeOf(override.slots) : own.total > 0 ? own : usual;
    shapes[day - first] = override.kind === 'off' ? off : worked;
  }
  return shapes;
}

/**
 * Unrolls a calendar; throws `Refused` (`invalid-input` naming the row) on one that cannot be read. Dates of years it
 * does not know are unrolled too: a calendar derived from another keeps the holidays of the other for its provisional
 * answers.
 */
export function compileCalendar(source: Calendar): CompiledCalendar {
  const calendar = orRefuse(orFaults(source, shapeFaults(source)));
  const first = epochDay(`${calendar.knownFrom - PROVISIONAL_YEARS.before}-01-01`);
  const days = epochDay(`${calendar.knownTo + PROVISIONAL_YEARS.after + 1}-01-01`) - first;
  const shapes = shapesOf(calendar, first, days);
  const workBefore = new Float64Array(days + 1);
  const workdaysBefore = new Int32Array(days + 1);
  const workdays: number[] = [];
  for (const [day, shape] of shapes.entries()) {
    workBefore[day + 1] = (workBefore[day] ?? 0) + shape.total;
    if (shape.total > 0) workdays.push(day);
    workdaysBefore[day + 1] = workdays.length;
  }
  return {
    id: calendar.id,
    version: calendar.version,
    knownFromYear: calendar.knownFrom,
    knownToYear: calendar.knownTo,
    knownFrom: startOfShanghaiDay(`${calendar.knownFrom}-01-01`).getTime(),
    knownEnd: startOfShanghaiDay(`${calendar.knownTo + 1}-01-01`).getTime(),
    origin: first * DAY_MS - SHANGHAI_OFFSET_MS,
    days,
    usualDay: shapeOf(usualSlots(calendar)).total,
    shapes,
    workBefore,
    workdaysBefore,
    workdays: Int32Array.from(workdays),
  };
}

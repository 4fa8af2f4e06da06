import { DAY_MS, MINUTE_MS, type Decision } from '@hotline/kernel';
import {
  OVERRIDE_KINDS,
  usualSlots,
  WEEKDAYS,
  type Calendar,
  type CalendarOverride,
  type Slot,
  type Week,
} from './calendar.js';
import { type Fault, faultAt, orFaults } from './fault.js';

/** More years than any published plan; keeps a mistyped year from compiling into millions of days. */
const MAX_KNOWN_YEARS = 30;

/** Milliseconds after local midnight of `HH:MM` (`24:00` allowed), NaN when it is not a time of day. */
export function timeOfDay(text: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) return Number.NaN;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes * MINUTE_MS <= DAY_MS ? minutes * MINUTE_MS : Number.NaN;
}

/** True for a date that exists, written `YYYY-MM-DD`; refuses 2026-02-30, which Date.parse would roll over. */
export function isDate(text: string): boolean {
  const parsed = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().slice(0, 10) === text;
}

/** Slots of one day: real times, each with a length, in order and apart. */
export function slotFaults(slots: readonly Slot[], field: string): Fault[] {
  const faults: Fault[] = [];
  let free = 0;
  for (const [index, slot] of slots.entries()) {
    const from = timeOfDay(slot.from);
    const to = timeOfDay(slot.to);
    const row = `${field}.${index}`;
    if (Number.isNaN(from) || Number.isNaN(to)) faults.push(faultAt(row, 'not-a-time'));
    else if (from >= to) faults.push(faultAt(row, 'empty-slot'));
    else if (from < free) faults.push(faultAt(row, 'overlap-or-disorder'));
    if (!Number.isNaN(to)) free = Math.max(free, to);
  }
  return faults;
}

export const weekFaults = (week: Week, field: string): Fault[] =>
  WEEKDAYS.flatMap((weekday) => slotFaults(week[weekday], `${field}.${weekday}`));

export function yearFaults(knownFrom: number, knownTo: number): Fault[] {
  if (!Number.isInteger(knownFrom) || knownFrom < 1992) return [faultAt('knownFrom', 'not-a-year')];
  const span = knownTo - knownFrom;
  const wrong = !Number.isInteger(knownTo) || span < 0 || span >= MAX_KNOWN_YEARS;
  return wrong ? [faultAt('knownTo', 'not-a-year')] : [];
}

function headFaults({ id, version, zone, knownFrom, knownTo }: Calendar): Fault[] {
  const faults: Fault[] = [];
  if (id === '') faults.push(faultAt('id', 'empty'));
  if (!Number.isInteger(version) || version < 1) faults.push(faultAt('version', 'not-a-version'));
  if ((zone as string) !== 'Asia/Shanghai') faults.push(faultAt('zone', 'unknown-zone'));
  return [...faults, ...yearFaults(knownFrom, knownTo)];
}

function overrideFaults(entry: CalendarOverride, field: string): Fault[] {
  const faults: Fault[] = [];
  if (!isDate(entry.date)) faults.push(faultAt(`${field}.date`, 'not-a-date'));
  if (!OVERRIDE_KINDS.includes(entry.kind)) return [...faults, faultAt(`${field}.kind`, 'unknown-kind')];
  if (entry.slots === undefined) return faults;
  const wanted = entry.kind === 'workday';
  if (entry.slots.length > 0 !== wanted) {
    return [...faults, faultAt(`${field}.slots`, wanted ? 'workday-without-slots' : 'off-with-slots')];
  }
  return [...faults, ...slotFaults(entry.slots, `${field}.slots`)];
}

/** Every row by itself, and no date twice; `rows` are numbered from 0 as the editor numbers them. */
export function overridesFaults(overrides: readonly CalendarOverride[]): Fault[] {
  const rowOf = new Map<string, number>();
  return overrides.flatMap((entry, row) => {
    const field = `overrides.${row}`;
    const first = rowOf.get(entry.date);
    if (first === undefined) rowOf.set(entry.date, row);
    const twice = first === undefined ? [] : [faultAt(`${field}.date`, 'date-twice', { row: first + 1 })];
    return [...overrideFaults(entry, field), ...twice];
  });
}

/** Dates of years the calendar does not claim to know: a typing error, or a year that was forgotten in `knownTo`. */
export function strayDateFaults({ overrides, knownFrom, knownTo }: YearsAndDates): Fault[] {
  return overrides.flatMap(({ date }, row) => {
    const year = Number(date.slice(0, 4));
    const stray = isDate(date) && (year < knownFrom || year > knownTo);
    return stray ? [faultAt(`overrides.${row}.date`, 'outside-known-years', { year })] : [];
  });
}
type YearsAndDates = Pick<Calendar, 'overrides' | 'knownFrom' | 'knownTo'>;

/** What keeps a calendar from being unrolled at all. */
export function shapeFaults(calendar: Calendar): Fault[] {
  const times = weekFaults(calendar.weekly, 'weekly');
  const idle = usualSlots(calendar).length === 0 ? [faultAt('weekly', 'no-working-time')] : [];
  return [...headFaults(calendar), ...times, ...idle, ...overridesFaults(calendar.overrides)];
}

/**
 * Whether a calendar may be used. A broken one is refused as `invalid-input`: `field` names the first wrong row
 * (`weekly.3.1`, `overrides.4.date`), `facts.problem` says what is wrong with it, `faults` lists them all.
 */
export function checkCalendar(calendar: Calendar): Decision<Calendar> {
  return orFaults(calendar, [...shapeFaults(calendar), ...strayDateFaults(calendar)]);
}

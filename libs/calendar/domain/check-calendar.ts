import { allow, DAY_MS, deny, MINUTE_MS, type Decision } from '@hotline/kernel';
import {
  OVERRIDE_KINDS,
  usualSlots,
  WEEKDAYS,
  type Calendar,
  type CalendarOverride,
  type Slot,
} from './calendar.js';

/** More years than any published plan; keeps a mistyped year from compiling into millions of days. */
const MAX_KNOWN_YEARS = 30;

interface Problem {
  readonly field: string;
  readonly problem: string;
}

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

function slotProblem(slots: readonly Slot[], field: string): Problem | undefined {
  let free = 0;
  for (const [index, slot] of slots.entries()) {
    const from = timeOfDay(slot.from);
    const to = timeOfDay(slot.to);
    const row = `${field}[${index}]`;
    if (Number.isNaN(from) || Number.isNaN(to)) return { field: row, problem: 'not-a-time' };
    if (from >= to) return { field: row, problem: 'empty-slot' };
    if (from < free) return { field: row, problem: 'overlap-or-disorder' };
    free = to;
  }
  return undefined;
}

function headProblem(calendar: Calendar): Problem | undefined {
  const { id, version, knownFrom, knownTo } = calendar;
  const zone: string = calendar.zone;
  if (id === '') return { field: 'id', problem: 'empty' };
  if (!Number.isInteger(version) || version < 1) return { field: 'version', problem: 'not-a-version' };
  if (zone !== 'Asia/Shanghai') return { field: 'zone', problem: 'unknown-zone' };
  if (!Number.isInteger(knownFrom) || knownFrom < 1992) return { field: 'knownFrom', problem: 'not-a-year' };
  const span = knownTo - knownFrom;
  if (!Number.isInteger(knownTo) || span < 0 || span >= MAX_KNOWN_YEARS) {
    return { field: 'knownTo', problem: 'not-a-year' };
  }
  return undefined;
}

function weeklyProblem(calendar: Calendar): Problem | undefined {
  for (const weekday of WEEKDAYS) {
    const problem = slotProblem(calendar.weekly[weekday], `weekly.${weekday}`);
    if (problem) return problem;
  }
  return usualSlots(calendar).length === 0 ? { field: 'weekly', problem: 'no-working-time' } : undefined;
}

function overrideProblem(calendar: Calendar, entry: CalendarOverride, field: string): Problem | undefined {
  if (!isDate(entry.date)) return { field: `${field}.date`, problem: 'not-a-date' };
  const year = Number(entry.date.slice(0, 4));
  if (year < calendar.knownFrom || year > calendar.knownTo) {
    return { field: `${field}.date`, problem: 'outside-known-years' };
  }
  if (!OVERRIDE_KINDS.includes(entry.kind)) return { field: `${field}.kind`, problem: 'unknown-kind' };
  if (entry.slots === undefined) return undefined;
  const wanted = entry.kind === 'workday';
  if (entry.slots.length > 0 !== wanted) {
    return { field: `${field}.slots`, problem: wanted ? 'workday-without-slots' : 'off-with-slots' };
  }
  return slotProblem(entry.slots, `${field}.slots`);
}

function overridesProblem(calendar: Calendar): Problem | undefined {
  const rowOf = new Map<string, number>();
  for (const [row, entry] of calendar.overrides.entries()) {
    const field = `overrides[${row}]`;
    const problem = overrideProblem(calendar, entry, field);
    if (problem) return problem;
    const first = rowOf.get(entry.date);
    if (first !== undefined) return { field: `${field}.date`, problem: `duplicate-of-overrides[${first}]` };
    rowOf.set(entry.date, row);
  }
  return undefined;
}

/**
 * Whether a calendar may be published. A broken one is refused as `invalid-input`: `field` names the first wrong row
 * (`weekly.3[1]`, `overrides[4].date`), `facts.problem` says what is wrong with it.
 */
export function checkCalendar(calendar: Calendar): Decision<Calendar> {
  const found = headProblem(calendar) ?? weeklyProblem(calendar) ?? overridesProblem(calendar);
  return found
    ? deny('invalid-input', { field: found.field, facts: { problem: found.problem } })
    : allow(calendar);
}

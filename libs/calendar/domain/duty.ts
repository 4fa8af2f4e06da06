import { type Instant, MINUTE_MS, SHANGHAI_OFFSET_MS } from '@hotline/kernel';
import { type Calendar, type Slot, usualSlots, type Weekday } from './calendar.js';
import { timeOfDay } from './check-calendar.js';

const isoWeekday = (day: string): Weekday => (new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7) as Weekday;

/** Slots in which people work on a local day `YYYY-MM-DD`: weekly ones, and the dated exceptions over them. */
export function workingSlots(calendar: Calendar, day: string): readonly Slot[] {
  const weekly = calendar.weekly[isoWeekday(day)];
  const override = calendar.overrides.find((entry) => entry.date === day);
  if (!override) return weekly;
  if (override.kind === 'off') return [];
  return override.slots ?? (weekly.length > 0 ? weekly : usualSlots(calendar));
}

/** Slots in which the duty desk is staffed on a local day; those of working time where nothing else is published. */
export function dutySlots(calendar: Calendar, day: string): readonly Slot[] {
  if (!calendar.duty) return workingSlots(calendar, day);
  const off = calendar.overrides.some((entry) => entry.date === day && entry.kind === 'off');
  return off ? calendar.duty.off : calendar.duty.weekly[isoWeekday(day)];
}

/** Whether somebody sits at the duty desk now; half-open like every slot, so at 17:30 sharp nobody does any more. */
export function isOnDuty(calendar: Calendar, now: Instant): boolean {
  const local = new Date(now.getTime() + SHANGHAI_OFFSET_MS);
  const time = local.getUTCHours() * 60 + local.getUTCMinutes();
  return dutySlots(calendar, local.toISOString().slice(0, 10)).some(
    ({ from, to }) => timeOfDay(from) <= time * MINUTE_MS && time * MINUTE_MS < timeOfDay(to),
  );
}

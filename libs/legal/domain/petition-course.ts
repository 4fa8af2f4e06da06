import type { CompiledCalendar } from '@hotline/calendar';
import { addDays, type Day, daysBetween } from './day.js';
import { counted, type LastDay, lastDayOf, movedOn } from './last-day.js';
import { lastOf, PERIOD_IDS, type PeriodId, type PetitionFacts, type PetitionRecord } from './petition.js';
import { periodRow } from './petition-periods.js';

/** The calendar each period is counted by: that of its clock, whatever its unit is given later. */
export type PeriodCalendars = (period: PeriodId) => CompiledCalendar;

export const PERIOD_STATES = ['running', 'over', 'met', 'late', 'lapsed'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/** One period of a petition as it ran or runs. */
export interface Period {
  readonly id: PeriodId;
  readonly startedOn: Day;
  /** Included. */
  readonly lastDay: Day;
  readonly extensionDays: number;
  /** The day of the act that ended it; null while it runs. */
  readonly doneOn: Day | null;
  readonly state: PeriodState;
  /** Days of the calendar up to the last day, negative behind it; null once done. */
  readonly daysLeft: number | null;
  readonly provisional: boolean;
}

/** When the period's time began; null while it has not. */
export function startOf(petition: PetitionFacts, id: PeriodId): Day | null {
  const { from, only } = periodRow(id);
  if (only !== undefined && only !== petition.source) return null;
  if (from === 'register') return petition.registeredOn;
  return lastOf(petition, from)?.doneOn ?? null;
}

/** The last day of a period, with what an extension has added before a holiday moves it. */
export function endOf(calendar: CompiledCalendar, id: PeriodId, start: Day, extensionDays: number): LastDay {
  const { span } = periodRow(id);
  if (span.unit === 'working-days') return lastDayOf(calendar, start, span);
  return movedOn(calendar, addDays(counted(start, span), extensionDays));
}

/** To ask on and to object are rights: whoever does not use one is not late, it has lapsed. */
function stateOf(id: PeriodId, done: PetitionRecord | undefined, lastDay: Day, today: Day): PeriodState {
  const { by, until, isRight } = periodRow(id);
  const right = by === 'petitioner' || isRight;
  if (!done) return today <= lastDay ? 'running' : right ? 'lapsed' : 'over';
  if (right && done.act !== until[0]) return 'lapsed';
  return done.doneOn <= lastDay ? 'met' : 'late';
}

/** Every period that has begun, in the order of the instances. */
export function periodsOf(petition: PetitionFacts, calendars: PeriodCalendars, today: Day): Period[] {
  return PERIOD_IDS.flatMap((id) => {
    const startedOn = startOf(petition, id);
    if (startedOn === null) return [];
    const { extendedBy, until } = periodRow(id);
    const extensionDays = (extendedBy && lastOf(petition, extendedBy)?.extensionDays) ?? 0;
    const { lastDay, unknownYears } = endOf(calendars(id), id, startedOn, extensionDays);
    const done = petition.acts.find((one) => until.includes(one.act));
    const doneOn = done?.doneOn ?? null;
    const state = stateOf(id, done, lastDay, today);
    const daysLeft = doneOn === null ? daysBetween(today, lastDay) : null;
    const provisional = unknownYears.length > 0;
    return [{ id, startedOn, lastDay, extensionDays, doneOn, state, daysLeft, provisional }];
  });
}

import { DAY_MS, type Instant } from '@hotline/kernel';
import type { CompiledCalendar } from './compiled-calendar.js';
import { provisionalDeadline } from './deadline.js';
import {
  type ClockKind,
  limitFor,
  type LimitLevel,
  type LimitQuestion,
  type LimitsPreset,
} from './limits-preset.js';

export type StartableClock = ClockKind;

/** What the limit of a clock depends on. */
export interface ClockSubject {
  readonly kind: string;
  readonly field: string;
  readonly difficulty: LimitQuestion['difficulty'];
  readonly urgency: LimitQuestion['urgency'];
  readonly level: LimitLevel;
}

/** The times of a clock and the facts they were computed from, as a clock row keeps them. */
export interface StartedTimes {
  readonly startedAt: Instant;
  readonly yellowAt: Instant;
  readonly dueAt: Instant;
  readonly calendarVersion: number;
  /** Reaches a year without published holidays: counted with plain weekdays, to be computed again. */
  readonly provisional: boolean;
  readonly limitId: string;
  readonly limitAmount: number;
  readonly limitUnit: string;
}

// Only for the instants no calendar reaches (six years ahead): a ticket is never left without a deadline.
const BEYOND_EVERY_CALENDAR_DAYS = 7;

export function startClock(
  calendar: CompiledCalendar,
  preset: LimitsPreset,
  clock: StartableClock,
  about: ClockSubject,
  at: Instant,
): StartedTimes {
  const { kind, field, difficulty, urgency, level } = about;
  const { limit, limitId } = limitFor(preset, { clock, kind, field, difficulty, urgency, level });
  const found = provisionalDeadline(calendar, at, limit);
  const due = found.ok
    ? found.value
    : {
        dueAt: new Date(at.getTime() + BEYOND_EVERY_CALENDAR_DAYS * DAY_MS),
        yellowAt: new Date(at.getTime() + (BEYOND_EVERY_CALENDAR_DAYS - 1) * DAY_MS),
        provisional: true,
      };
  return {
    startedAt: at,
    yellowAt: due.yellowAt,
    dueAt: due.dueAt,
    calendarVersion: calendar.version,
    provisional: due.provisional,
    limitId,
    limitAmount: limit.amount,
    limitUnit: limit.unit,
  };
}

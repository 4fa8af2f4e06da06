import { Injectable } from '@nestjs/common';
import { movedDeadline, type Moves, provisionalDeadline, RuleBook } from '@hotline/calendar';
import { DAY_MS, type Instant } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import type { OpenClock } from '../domain/facts.js';
import type { ClockChange } from '../domain/step.js';

export type MovedTo = Pick<ClockChange, 'dueAt' | 'yellowAt' | 'calendarVersion' | 'provisional'>;

/** Computes a running deadline again; pure steps receive it as an argument. Null where no calendar reaches it. */
export type MoveClock = (clock: OpenClock, moves: Moves) => MovedTo | null;

/** Binds the calendar room's arithmetic to the units the clocks run for. */
@Injectable()
export class MovingClocks {
  constructor(
    private readonly rules: RuleBook,
    private readonly units: UnitTree,
  ) {}

  readonly move: MoveClock = (clock, moves) => {
    const calendar = this.rules.calendar(this.units.current().get(clock.unitId).calendarId);
    const found = movedDeadline(calendar, clock, moves);
    if (!found.ok) return null;
    const { dueAt, yellowAt, calendarVersion, provisional } = found.value;
    return { dueAt, yellowAt, calendarVersion, provisional };
  };

  /** The end of the `days`th working day of the unit after `now`. */
  workingDaysLater(unitId: string, days: number, now: Instant): Instant {
    const calendar = this.rules.calendar(this.units.current().get(unitId).calendarId);
    const end = provisionalDeadline(calendar, now, { amount: days, unit: 'working-days' });
    return end.ok ? end.value.dueAt : new Date(now.getTime() + days * DAY_MS);
  }

  /** Extensions (延期) a ticket may be granted by the limits in force. */
  maxExtensions(now: Instant): number {
    return this.rules.presetAt(now).maxExtensions;
  }
}

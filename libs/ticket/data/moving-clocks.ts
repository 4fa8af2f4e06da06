import { Injectable } from '@nestjs/common';
import { movedDeadline, provisionalDeadline, RuleBook } from '@hotline/calendar';
import { DAY_MS, type Instant } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import type { MoveClock } from '../domain/clock-moves.js';

/** Binds the calendar room's arithmetic to the calendar each clock was promised by. */
@Injectable()
export class MovingClocks {
  constructor(
    private readonly rules: RuleBook,
    private readonly units: UnitTree,
  ) {}

  readonly move: MoveClock = (clock, moves) => {
    const calendar = this.rules.calendar(
      clock.calendarId ?? this.units.current().get(clock.unitId).calendarId,
    );
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

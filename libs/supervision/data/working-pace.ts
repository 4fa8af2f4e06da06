import { Injectable } from '@nestjs/common';
import { provisionalDeadline, RuleBook, workingBetween } from '@hotline/calendar';
import { DAY_MS, type Instant, startOfShanghaiDay } from '@hotline/kernel';
import { type Unit, UnitTree } from '@hotline/organization';
import type { LadderPace } from '../domain/ladder.js';

/** Working time of a unit by its own calendar; beyond every calendar plain days, so that nothing is ever left undue. */
@Injectable()
export class WorkingPace {
  constructor(
    private readonly rules: RuleBook,
    private readonly units: UnitTree,
  ) {}

  /** `wall` for the clocks of urgent cases, which run day and night. */
  of(unit: Pick<Unit, 'calendarId'>, wall: boolean): LadderPace {
    const calendar = this.rules.calendar(unit.calendarId);
    const after = (
      from: Instant,
      amount: number,
      unit: 'working-hours' | 'working-days' | 'working-minutes',
    ): Instant => {
      const end = provisionalDeadline(calendar, from, { amount, unit });
      return end.ok ? end.value.dueAt : new Date(from.getTime() + amount * DAY_MS);
    };
    const halfway = (from: Instant, to: Instant): Instant => {
      const worked = wall ? null : workingBetween(calendar, from, to);
      const minutes = worked?.ok ? Math.floor(worked.value / 2) : 0;
      if (minutes > 0) return after(from, minutes, 'working-minutes');
      return new Date((from.getTime() + to.getTime()) / 2);
    };
    return { after, halfway };
  }

  /** The end of a limit for a unit. */
  deadline(
    unit: Pick<Unit, 'calendarId'>,
    from: Instant,
    limit: { amount: number; unit: 'working-hours' | 'working-days' },
  ): Instant {
    return this.of(unit, false).after(from, limit.amount, limit.unit);
  }

  /** Does somebody sit at the duty desk of the unit, by its published duty hours? */
  staffed({ calendarId }: Pick<Unit, 'calendarId'>, at: Instant): boolean {
    return this.rules.staffed(calendarId, at);
  }

  /** A year not yet published counts by its weekdays. */
  isWorkday(unitId: string, day: string): boolean {
    const calendar = this.rules.calendar(this.units.current().get(unitId).calendarId);
    const start = startOfShanghaiDay(day);
    const worked = workingBetween(calendar, start, new Date(start.getTime() + DAY_MS));
    return worked.ok ? worked.value > 0 : start.getUTCDay() < 5;
  }
}

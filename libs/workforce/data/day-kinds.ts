import { Injectable } from '@nestjs/common';
import { RuleBook, workingBetween } from '@hotline/calendar';
import { DAY_MS, startOfShanghaiDay } from '@hotline/kernel';
import type { Unit } from '@hotline/organization';

/** Workdays and days off by the calendar of the unit: holidays and the worked weekends (调休) are in it. */
@Injectable()
export class DayKinds {
  constructor(private readonly rules: RuleBook) {}

  /** A year not yet published counts by its weekdays. */
  isWorkday({ calendarId }: Unit): (day: string) => boolean {
    const calendar = this.rules.calendar(calendarId);
    return (day) => {
      const start = startOfShanghaiDay(day);
      const worked = workingBetween(calendar, start, new Date(start.getTime() + DAY_MS));
      return worked.ok ? worked.value > 0 : start.getUTCDay() < 5;
    };
  }
}

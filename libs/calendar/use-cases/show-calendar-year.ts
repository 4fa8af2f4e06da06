import { Injectable } from '@nestjs/common';
import { refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { draftOf, newestCalendar } from '../data/calendar-store.js';
import { type PublishedCalendar, planOf, resolvePlan } from '../domain/calendar-plan.js';
import { calendarYear, type CalendarYear } from '../domain/calendar-year.js';
import { isDate } from '../domain/check-calendar.js';

/** The days of one year as published, or as a draft would have them. */
@Injectable()
export class ShowCalendarYear {
  constructor(private readonly work: UnitOfWork) {}

  run(actor: Actor, id: string, year: number, asDrafted: boolean): Promise<CalendarYear> {
    return this.work.read(scopeOf(actor, 'calendar.read'), async (tx) => {
      const calendar = asDrafted ? await this.drafted(tx, id) : await newestCalendar(tx, id);
      if (!calendar) return refuse('not-found');
      const { baseId, overrides } = planOf(calendar);
      return calendarYear(
        calendar,
        year,
        baseId === null ? 'all' : new Set(overrides.map((one) => one.date)),
      );
    });
  }

  /** Rows that are not dates yet are left out of the picture; the check names them. */
  private async drafted(tx: Transaction, id: string): Promise<PublishedCalendar | null> {
    const draft = await draftOf(tx, id);
    if (!draft) return null;
    const { baseId, overrides } = draft.plan;
    const base = baseId === null ? null : await newestCalendar(tx, baseId);
    const readable = overrides.filter((entry) => isDate(entry.date));
    return resolvePlan({ ...draft.plan, overrides: readable }, base, (draft.basedOn ?? 0) + 1);
  }
}

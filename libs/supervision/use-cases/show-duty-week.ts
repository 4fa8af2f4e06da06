import { Injectable } from '@nestjs/common';
import { DAY_MS, refuse, shanghaiDay, startOfShanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, overrules, scopeOf, UnitTree } from '@hotline/organization';
import { DutyLeaders } from '../data/duty-leaders.js';
import type { DutyWeekBody } from '../http/duty-week-bodies.js';

// A roster is looked at for the weeks around now; centuries would only read calendars that do not exist.
const FURTHEST_DAYS = 800;

/** Seven days of a roster as they will be: every watch on its day, and the hours in which nobody leads. */
@Injectable()
export class ShowDutyWeek {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leaders: DutyLeaders,
    private readonly units: UnitTree,
  ) {}

  /** @param from the first of the seven days; today when left out */
  run(actor: Actor, unitId: string, from?: string): Promise<DutyWeekBody> {
    const unit = this.units.current().find(unitId) ?? refuse('not-found');
    if (!overrules(actor, 'duty.read', unit.path)) return refuse('not-in-your-units');
    return this.work.read(scopeOf(actor, 'duty.read'), async (tx) => {
      const today = shanghaiDay(tx.now);
      const first = from ?? today;
      const away = Math.abs(startOfShanghaiDay(first).getTime() - tx.now.getTime());
      if (away > FURTHEST_DAYS * DAY_MS) return refuse('invalid-input', { field: 'from' });
      const { days } = await this.leaders.week(tx, unit, first);
      return {
        unit: this.units.brief(unitId),
        editable: overrules(actor, 'duty.manage', unit.path),
        today,
        days: days.map(({ day, workday, watches, gaps }) => ({
          day,
          workday,
          past: day < today,
          watches: watches.map(({ line, from: begins, to }) => ({
            lineId: line.id,
            accountId: line.accountId,
            name: line.name,
            rank: line.rank,
            phoneMasked: line.phoneMasked,
            from: begins,
            to,
            onDuty: begins <= tx.now && tx.now < to,
            past: to <= tx.now,
            once: line.fromDay === line.toDay,
          })),
          gaps: gaps.map(({ from: begins, to, instead }) => ({
            from: begins,
            to,
            past: to <= tx.now,
            instead: instead && { unit: this.units.brief(instead.unit.id), name: instead.line.name },
          })),
        })),
      };
    });
  }
}

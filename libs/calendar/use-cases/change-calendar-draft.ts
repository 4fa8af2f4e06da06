import { Injectable } from '@nestjs/common';
import { orRefuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { changeDraft, deleteDraft, lockDraft } from '../data/calendar-store.js';
import { CalendarViews } from '../data/calendar-views.js';
import type { CalendarPlan } from '../domain/calendar-plan.js';
import { mayEditCalendar } from '../domain/rule-rights.js';

/** Saves a draft, wrong or right, or throws it away. Whose calendar it is never changes. */
@Injectable()
export class ChangeCalendarDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly views: CalendarViews,
  ) {}

  run(actor: Actor, id: string, version: number, plan: Omit<CalendarPlan, 'id' | 'unitId'>): Promise<void> {
    return this.work.run(scopeOf(actor, 'calendar.edit'), async (tx) => {
      const draft = await lockDraft(tx, id, version);
      const { unitId } = draft.plan;
      orRefuse(mayEditCalendar(actor, this.views.ownerPath(draft.plan)));
      await changeDraft(tx, { ...plan, id, unitId });
    });
  }

  discard(actor: Actor, id: string, version: number): Promise<void> {
    return this.work.run(scopeOf(actor, 'calendar.edit'), async (tx) => {
      const draft = await lockDraft(tx, id, version);
      orRefuse(mayEditCalendar(actor, this.views.ownerPath(draft.plan)));
      await deleteDraft(tx, id);
    });
  }
}

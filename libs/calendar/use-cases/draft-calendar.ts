import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { draftOf, insertDraft, newestCalendar } from '../data/calendar-store.js';
import { CalendarViews } from '../data/calendar-views.js';
import { type CalendarPlan, planOf, type PublishedCalendar } from '../domain/calendar-plan.js';
import { mayEditCalendar } from '../domain/rule-rights.js';

export interface DraftOrder {
  readonly id: string;
  readonly name?: string | undefined;
  readonly unitId?: string | undefined;
  readonly baseId?: string | undefined;
}

/** Opens a draft: a copy of what is published, or a calendar that is new. */
@Injectable()
export class DraftCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly views: CalendarViews,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, order: DraftOrder): Promise<void> {
    if (order.unitId !== undefined && !this.units.current().find(order.unitId)) {
      return refuse('unknown-unit', { field: 'unitId' });
    }
    return this.work.run(scopeOf(actor, 'calendar.edit'), async (tx) => {
      const published = await newestCalendar(tx, order.id);
      const plan = published ? planOf(published) : await this.newPlan(tx, order);
      orRefuse(mayEditCalendar(actor, this.views.ownerPath(plan)));
      if (await draftOf(tx, order.id)) refuse('duplicate', { field: 'id' });
      await insertDraft(tx, plan, published?.version ?? null);
    });
  }

  /** Derived: nothing of its own yet. Otherwise a copy of the national one, so that nobody starts from plain weekdays. */
  private async newPlan(tx: Transaction, { id, name, unitId, baseId }: DraftOrder): Promise<CalendarPlan> {
    const from = await newestCalendar(tx, baseId ?? 'national');
    if (!from) return refuse('invalid-input', { field: 'baseId' });
    const head = { id, name: name ?? id, unitId: unitId ?? null };
    const { knownFrom, knownTo } = from;
    if (baseId !== undefined)
      return { ...head, baseId, weekly: null, duty: null, overrides: [], knownFrom, knownTo };
    return { ...head, baseId: null, ...wholeOf(from) };
  }
}

function wholeOf({ weekly, duty, overrides, knownFrom, knownTo }: PublishedCalendar) {
  return { weekly, duty: duty ?? null, overrides, knownFrom, knownTo };
}

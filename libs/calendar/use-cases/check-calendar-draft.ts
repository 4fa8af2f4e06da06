import { Injectable } from '@nestjs/common';
import { refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { draftOf, newestCalendar, publishedPlans } from '../data/calendar-store.js';
import { CalendarViews } from '../data/calendar-views.js';
import { type CalendarPlan, planOf, type PublishedCalendar, standingOn } from '../domain/calendar-plan.js';
import { planFaults } from '../domain/check-plan.js';
import type { Fault } from '../domain/fault.js';
import { type PlanChange, planChanges, yearsAdded } from '../domain/plan-changes.js';

export interface CalendarVerdict {
  readonly faults: readonly Fault[];
  readonly changes: readonly PlanChange[];
  readonly yearsAdded: readonly number[];
  readonly derived: readonly string[];
  readonly unitCount: number;
}

/** What is judged and what it is judged against, read once for checking and for publishing. */
export interface JudgedPlan {
  readonly plan: CalendarPlan;
  readonly base: PublishedCalendar | null;
  readonly published: PublishedCalendar | null;
  readonly derived: readonly CalendarPlan[];
  readonly faults: readonly Fault[];
}

/** Says what is wrong with a draft, row by row, and what publishing it would change. */
@Injectable()
export class CheckCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly views: CalendarViews,
  ) {}

  run(actor: Actor, id: string): Promise<CalendarVerdict> {
    return this.work.read(scopeOf(actor, 'calendar.edit'), async (tx) => {
      const draft = (await draftOf(tx, id)) ?? refuse('not-found');
      const { plan, published, derived, faults } = await this.judge(tx, draft.plan);
      const before = published && planOf(published);
      return {
        faults,
        changes: planChanges(before, plan),
        yearsAdded: before ? yearsAdded(before, plan) : [],
        derived: derived.map((one) => one.id),
        unitCount: this.views.unitsOf(new Set([id, ...derived.map((one) => one.id)])).length,
      };
    });
  }

  async judge(tx: Transaction, plan: CalendarPlan): Promise<JudgedPlan> {
    const base = plan.baseId === null ? null : await newestCalendar(tx, plan.baseId);
    const published = await newestCalendar(tx, plan.id);
    const plans = await publishedPlans(tx);
    const derived = standingOn(plan.id, plans);
    return { plan, base, published, derived, faults: planFaults(plan, { base, published, plans }) };
  }
}

import { Injectable } from '@nestjs/common';
import { orRefuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf } from '@hotline/organization';
import { deleteDraft, insertVersion, lockDraft, newestCalendar } from '../data/calendar-store.js';
import { CalendarViews } from '../data/calendar-views.js';
import { Recomputations } from '../data/recomputations.js';
import { RuleBook } from '../data/rule-book.js';
import { planOf, type PublishedCalendar, resolvePlan } from '../domain/calendar-plan.js';
import { orFaults } from '../domain/fault.js';
import { yearsAdded } from '../domain/plan-changes.js';
import { mayEditCalendar } from '../domain/rule-rights.js';
import { CheckCalendar, type JudgedPlan } from './check-calendar-draft.js';

/**
 * A draft becomes the next version, and the calendars derived from it are published again on top of it. Promises already
 * made stay as they are; only those computed provisionally for a year that is known now are computed again, by a job.
 */
@Injectable()
export class PublishCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly checks: CheckCalendar,
    private readonly views: CalendarViews,
    private readonly recomputations: Recomputations,
    private readonly rules: RuleBook,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: Actor, id: string, version: number, note: string): Promise<void> {
    await this.work.run(scopeOf(actor, 'calendar.edit'), async (tx) => {
      const draft = await lockDraft(tx, id, version);
      orRefuse(mayEditCalendar(actor, this.views.ownerPath(draft.plan)));
      const judged = await this.checks.judge(tx, draft.plan);
      orRefuse(orFaults(draft.plan, judged.faults, 'calendar-broken'));
      const fresh = resolvePlan(draft.plan, judged.base, (judged.published?.version ?? 0) + 1);
      await this.publish(tx, judged.published, fresh, note);
      const derived = await this.publishDerived(tx, judged, note);
      await deleteDraft(tx, id);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'calendar-published',
        objectKind: 'calendar',
        objectId: id,
        reason: note,
        facts: { version: fresh.version, knownFrom: fresh.knownFrom, knownTo: fresh.knownTo, derived },
      });
    });
    await this.rules.refresh();
  }

  private async publish(
    tx: Transaction,
    before: PublishedCalendar | null,
    fresh: PublishedCalendar,
    note: string,
  ): Promise<void> {
    await insertVersion(tx, fresh, note);
    if (before && yearsAdded(before, fresh).length > 0)
      await this.recomputations.begin(tx, fresh.id, fresh.version);
  }

  /** Nearer ones first, so that each finds its base already published. */
  private async publishDerived(tx: Transaction, { derived }: JudgedPlan, note: string): Promise<string[]> {
    for (const { id } of derived) {
      const before = await newestCalendar(tx, id);
      if (!before) continue;
      const plan = planOf(before);
      const base = plan.baseId === null ? null : await newestCalendar(tx, plan.baseId);
      await this.publish(tx, before, resolvePlan(plan, base, before.version + 1), note);
    }
    return derived.map((one) => one.id);
  }
}

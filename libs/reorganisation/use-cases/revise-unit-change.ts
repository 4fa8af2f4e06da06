import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf, UnitTree } from '@hotline/organization';
import { ChangeStore } from '../data/change-store.js';
import { mayReorganise } from '../domain/may-reorganise.js';
import { isPlanned } from '../domain/plan.js';
import { ChangePreview } from './change-preview.js';
import type { PlanOrder } from './plan-unit-change.js';

/** Another plan in the same record before anything has been touched; a time that was set stays set. */
@Injectable()
export class ReviseUnitChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly changes: ChangeStore,
    private readonly preview: ChangePreview,
    private readonly audit: AuditLog,
  ) {}

  async run(
    actor: Actor,
    id: string,
    version: number,
    { plan, reason, documentNo }: PlanOrder,
  ): Promise<void> {
    await this.units.refresh();
    await this.work.run(scopeOf(actor, 'unit.reorganise'), async (tx) => {
      const change = await this.changes.lock(tx, id, version);
      orRefuse(mayReorganise(actor, change.plan, this.units.current()));
      if (!isPlanned(change.state)) refuse('wrong-state', { facts: { state: change.state } });
      this.preview.orRefuseGaps(plan);
      orRefuse(mayReorganise(actor, plan, this.units.current()));
      if (change.state === 'scheduled') this.preview.orRefuse(plan);
      const preview = await this.preview.of(tx, plan, await this.changes.otherRunning(tx));
      await this.changes.revise(tx, { id, plan, reason, documentNo, preview });
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'unit-change-revised',
        objectKind: 'unit-change',
        objectId: id,
        facts: { kind: plan.kind, unitIds: plan.unitIds },
      });
    });
  }
}

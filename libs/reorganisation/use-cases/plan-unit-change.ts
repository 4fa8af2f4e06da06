import { Injectable } from '@nestjs/common';
import { newId, orRefuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf, UnitTree } from '@hotline/organization';
import { ChangeStore } from '../data/change-store.js';
import { mayReorganise } from '../domain/may-reorganise.js';
import type { ChangePlan } from '../domain/plan.js';
import { ChangePreview } from './change-preview.js';

export interface PlanOrder {
  readonly plan: ChangePlan;
  readonly reason: string;
  readonly documentNo: string | null;
}

/** Writes down what is to be done and counts what it would touch; nothing changes yet. */
@Injectable()
export class PlanUnitChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly changes: ChangeStore,
    private readonly preview: ChangePreview,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the id of the draft */
  async run(actor: Actor, { plan, reason, documentNo }: PlanOrder): Promise<string> {
    await this.units.refresh();
    this.preview.orRefuseGaps(plan);
    orRefuse(mayReorganise(actor, plan, this.units.current()));
    const id = newId();
    await this.work.run(scopeOf(actor, 'unit.reorganise'), async (tx) => {
      const preview = await this.preview.of(tx, plan, await this.changes.otherRunning(tx));
      await this.changes.insert(tx, { id, plan, reason, documentNo, plannedBy: actor.accountId, preview });
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'unit-change-planned',
        objectKind: 'unit-change',
        objectId: id,
        facts: { kind: plan.kind, unitIds: plan.unitIds },
      });
    });
    return id;
  }
}

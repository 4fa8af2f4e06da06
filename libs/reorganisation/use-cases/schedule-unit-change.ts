import { Injectable } from '@nestjs/common';
import { type Instant, Live, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf, UnitTree } from '@hotline/organization';
import { ChangeStore } from '../data/change-store.js';
import { mayReorganise } from '../domain/may-reorganise.js';
import { isPlanned } from '../domain/plan.js';
import { mayWaitUntil } from '../domain/schedule.js';
import { ChangePreview } from './change-preview.js';

/**
 * Sets the day and hour at which a change starts by itself, or sets another one. The preview of this moment is what the
 * change must still come to then.
 */
@Injectable()
export class ScheduleUnitChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly changes: ChangeStore,
    private readonly preview: ChangePreview,
    private readonly audit: AuditLog,
    private readonly live: Live,
  ) {}

  async run(actor: Actor, id: string, version: number, at: Instant): Promise<void> {
    await this.units.refresh();
    await this.work.run(scopeOf(actor, 'unit.reorganise'), async (tx) => {
      const change = await this.changes.lock(tx, id, version);
      orRefuse(mayReorganise(actor, change.plan, this.units.current()));
      if (!isPlanned(change.state)) refuse('wrong-state', { facts: { state: change.state } });
      orRefuse(mayWaitUntil(at, tx.now));
      this.preview.orRefuse(change.plan);
      const preview = await this.preview.of(tx, change.plan, false);
      await this.changes.schedule(tx, id, at, actor.accountId, preview);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'unit-change-scheduled',
        objectKind: 'unit-change',
        objectId: id,
        reason: change.reason,
        facts: { kind: change.plan.kind, at: at.toISOString() },
      });
      tx.afterCommit(() => this.live.publish({ kind: 'units' }));
    });
  }
}

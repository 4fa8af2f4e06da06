import { Injectable } from '@nestjs/common';
import { Live, orRefuse, Outbox, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf, UnitTree } from '@hotline/organization';
import { ChangeStore } from '../data/change-store.js';
import { mayReorganise } from '../domain/may-reorganise.js';
import { treeEditOf } from '../domain/tree-edit.js';
import { RUN_UNIT_CHANGE } from '../jobs/run-unit-change.js';
import { ChangePreview } from './change-preview.js';

/** Starts a draft: one change of the tree at a time, and none with a conflict. */
@Injectable()
export class StartUnitChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly changes: ChangeStore,
    private readonly preview: ChangePreview,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly live: Live,
  ) {}

  async run(actor: Actor, id: string, version: number): Promise<void> {
    await this.units.refresh();
    await this.work.run(scopeOf(actor, 'unit.reorganise'), async (tx) => {
      const change = await this.changes.lock(tx, id, version);
      orRefuse(mayReorganise(actor, change.plan, this.units.current()));
      if (change.state !== 'draft') refuse('wrong-state', { facts: { state: change.state } });
      if (await this.changes.otherRunning(tx))
        refuse('wrong-state', { facts: { problem: 'other-change-running' } });
      const [conflict] = this.preview.conflicts(change.plan);
      if (conflict) refuse('invalid-input', { field: conflict.field, facts: { problem: conflict.problem } });
      await this.changes.start(tx, id, actor.accountId, await this.preview.of(tx, change.plan, false));
      await this.changes.announce(tx, id, treeEditOf(change.plan, this.units.current()).moves);
      await this.outbox.add(tx, RUN_UNIT_CHANGE, { changeId: id }, 'urgent');
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'unit-change-started',
        objectKind: 'unit-change',
        objectId: id,
        reason: change.reason,
        facts: { kind: change.plan.kind, unitIds: change.plan.unitIds },
      });
      tx.afterCommit(() => this.live.publish({ kind: 'units' }));
    });
    await this.units.refresh();
  }
}

import { Injectable } from '@nestjs/common';
import { Live, Outbox, type Transaction } from '@hotline/kernel';
import { AuditLog, UnitTree } from '@hotline/organization';
import { ChangeStore } from '../data/change-store.js';
import type { UnitChange } from '../domain/plan.js';
import { treeEditOf } from '../domain/tree-edit.js';
import { RUN_UNIT_CHANGE } from '../jobs/run-unit-change.js';
import type { Preview } from './change-preview.js';

/** The start itself, by a person or by the clock: announced, on the record, and a job to carry it out. */
@Injectable()
export class BeginUnitChange {
  constructor(
    private readonly units: UnitTree,
    private readonly changes: ChangeStore,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly live: Live,
  ) {}

  async begin(tx: Transaction, change: UnitChange, by: string, preview: Preview): Promise<void> {
    await this.changes.start(tx, change.id, by, preview);
    await this.changes.announce(tx, change.id, treeEditOf(change.plan, this.units.current()).moves);
    await this.outbox.add(tx, RUN_UNIT_CHANGE, { changeId: change.id }, 'urgent');
    await this.audit.append(tx, {
      actorId: by,
      action: 'unit-change-started',
      objectKind: 'unit-change',
      objectId: change.id,
      reason: change.reason,
      facts: { kind: change.plan.kind, unitIds: change.plan.unitIds },
    });
    tx.afterCommit(() => this.live.publish({ kind: 'units' }));
  }
}

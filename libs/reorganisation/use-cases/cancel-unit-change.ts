import { Injectable } from '@nestjs/common';
import { Live, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf, UnitTree } from '@hotline/organization';
import { ChangeStore } from '../data/change-store.js';
import { mayReorganise } from '../domain/may-reorganise.js';
import { isPlanned } from '../domain/plan.js';

/** Gives a draft or a scheduled change up, or stops a started change while the tree still stands; afterwards there is only forward. */
@Injectable()
export class CancelUnitChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly changes: ChangeStore,
    private readonly audit: AuditLog,
    private readonly live: Live,
  ) {}

  async run(actor: Actor, id: string, version: number): Promise<void> {
    await this.work.run(scopeOf(actor, 'unit.reorganise'), async (tx) => {
      const change = await this.changes.lock(tx, id, version);
      orRefuse(mayReorganise(actor, change.plan, this.units.current()));
      const stands = isPlanned(change.state) || (change.state === 'running' && change.effectiveAt === null);
      if (!stands) refuse('wrong-state', { facts: { state: change.state } });
      await this.changes.end(tx, id, 'cancelled');
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'unit-change-cancelled',
        objectKind: 'unit-change',
        objectId: id,
        facts: { kind: change.plan.kind },
      });
      tx.afterCommit(() => this.live.publish({ kind: 'units' }));
    });
    await this.units.refresh();
  }
}

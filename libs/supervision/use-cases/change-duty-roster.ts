import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, overrules, scopeOf, UnitTree } from '@hotline/organization';
import { MOST_LINES, type NewDutyLine, RosterStore } from '../data/roster-store.js';
import { checkLines } from '../domain/check-roster.js';

export interface RosterChange {
  readonly remove: readonly string[];
  readonly add: readonly NewDutyLine[];
}

/** Lines are taken off and put on in one go; nobody outside the unit's line of command is put on duty. */
@Injectable()
export class ChangeDutyRoster {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: RosterStore,
    private readonly units: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  run(actor: Actor, unitId: string, { remove, add }: RosterChange): Promise<void> {
    const unit = this.units.current().find(unitId) ?? refuse('not-found');
    if (!overrules(actor, 'duty.manage', unit.path)) return refuse('not-in-your-units');
    orRefuse(checkLines(add));
    return this.work.run(scopeOf(actor, 'duty.manage'), async (tx) => {
      const serving = await this.store.serving(
        tx,
        unit.path,
        add.map(({ accountId }) => accountId),
      );
      const stranger = add.findIndex(({ accountId }) => !serving.has(accountId));
      if (stranger >= 0) refuse('unknown-account', { field: `add.${stranger}.accountId` });
      if (!(await this.store.remove(tx, unitId, remove))) refuse('not-found', { field: 'remove' });
      await this.store.add(tx, unitId, add);
      const lines = await this.store.of(tx, [unitId]);
      if (lines.length > MOST_LINES) refuse('invalid-input', { field: 'add', facts: { most: MOST_LINES } });
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'duty-roster-changed',
        objectKind: 'unit',
        objectId: unitId,
        reason: null,
        facts: { added: add.length, removed: remove.length },
      });
    });
  }
}

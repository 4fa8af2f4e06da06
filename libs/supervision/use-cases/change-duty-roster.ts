import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, overrules, scopeOf, UnitTree } from '@hotline/organization';
import { MOST_LINES, type NewDutyLine, RosterStore } from '../data/roster-store.js';
import { checkLines } from '../domain/check-roster.js';
import { without } from '../domain/duty-week.js';

export interface RosterChange {
  readonly remove: readonly string[];
  /** Lines that lose one of their days, each line once; what is left of them stays as it was. */
  readonly except: readonly { readonly lineId: string; readonly day: string }[];
  readonly add: readonly NewDutyLine[];
}

/** Lines are taken off and put on in one go, so that a watch is moved and never lost between two steps; nobody outside the unit's line of command is put on duty. */
@Injectable()
export class ChangeDutyRoster {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: RosterStore,
    private readonly units: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  run(actor: Actor, unitId: string, { remove, except, add }: RosterChange): Promise<void> {
    const unit = this.units.current().find(unitId) ?? refuse('not-found');
    if (!overrules(actor, 'duty.manage', unit.path)) return refuse('not-in-your-units');
    orRefuse(checkLines(add));
    return this.work.run(scopeOf(actor, 'duty.manage'), async (tx) => {
      await this.store.lock(tx, unitId);
      const serving = await this.store.serving(
        tx,
        unit.path,
        add.map(({ accountId }) => accountId),
      );
      const stranger = add.findIndex(({ accountId }) => !serving.has(accountId));
      if (stranger >= 0) refuse('unknown-account', { field: `add.${stranger}.accountId` });
      await this.store.add(tx, unitId, add);
      await this.takeOut(tx, unitId, except);
      if (!(await this.store.remove(tx, unitId, remove))) refuse('not-found', { field: 'remove' });
      const lines = await this.store.of(tx, [unitId]);
      if (lines.length > MOST_LINES) refuse('invalid-input', { field: 'add', facts: { most: MOST_LINES } });
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'duty-roster-changed',
        objectKind: 'unit',
        objectId: unitId,
        reason: null,
        facts: { added: add.length, removed: remove.length, excepted: except.length },
      });
    });
  }

  private async takeOut(tx: Transaction, unitId: string, except: RosterChange['except']): Promise<void> {
    for (const [row, { lineId, day }] of except.entries()) {
      const line = await this.store.lineOf(tx, unitId, lineId);
      if (!line) return refuse('not-found', { field: `except.${row}.lineId` });
      if (day < line.fromDay || (line.toDay !== null && day > line.toDay)) {
        return refuse('invalid-input', {
          field: `except.${row}.day`,
          facts: { row, problem: 'not-its-day' },
        });
      }
      await this.store.copy(tx, lineId, without(line, day));
      await this.store.remove(tx, unitId, [lineId]);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, overrules, scopeOf, type Unit, UnitTree } from '@hotline/organization';
import { MOST_LINES, type NewDutyLine, RosterStore, type StoredDutyLine } from '../data/roster-store.js';
import { checkLines } from '../domain/check-roster.js';
import { without } from '../domain/duty-week.js';
import { isServed, lastServedDay, servedSpan, spanAhead } from '../domain/served-days.js';

export interface RosterChange {
  readonly remove: readonly string[];
  /** Lines that lose one of their days, each line once; what is left of them stays as it was. */
  readonly except: readonly { readonly lineId: string; readonly day: string }[];
  readonly add: readonly NewDutyLine[];
}

/**
 * Lines are taken off and put on in one go, so that a watch is moved and never lost between two steps; nobody outside the
 * unit's line of command is put on duty. Watches that are over stay as they were: who was on duty is asked afterwards.
 * A line never changes, so its id is its version: two people changing one line get one change and one refusal.
 */
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
      await this.putOn(tx, unit, add);
      await this.takeOut(tx, unitId, except);
      await this.takeOff(tx, unitId, remove);
      const lines = await this.store.ahead(tx, unitId);
      if (lines.filter((line) => !isServed(line, tx.now)).length > MOST_LINES) {
        refuse('invalid-input', { field: 'add', facts: { most: MOST_LINES } });
      }
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

  private async putOn(tx: Transaction, unit: Unit, add: RosterChange['add']): Promise<void> {
    const people = add.map(({ accountId }) => accountId);
    const serving = await this.store.serving(tx, unit.path, people);
    const stranger = people.findIndex((accountId) => !serving.has(accountId));
    if (stranger >= 0) refuse('unknown-account', { field: `add.${stranger}.accountId` });
    const ahead = add.map((line, row) => ({
      ...line,
      ...(spanAhead(line, tx.now) ?? over(`add.${row}.toDay`, row)),
    }));
    await this.store.add(tx, unit.id, ahead);
  }

  private async takeOut(tx: Transaction, unitId: string, except: RosterChange['except']): Promise<void> {
    for (const [row, { lineId, day }] of except.entries()) {
      const line = await this.there(tx, unitId, lineId, `except.${row}.lineId`);
      const field = `except.${row}.day`;
      if (day < line.fromDay || (line.toDay !== null && day > line.toDay)) {
        refuse('invalid-input', { field, facts: { row, problem: 'not-its-day' } });
      }
      if (day <= lastServedDay(line, tx.now)) over(field, row);
      await this.store.copy(tx, lineId, without(line, day));
      await this.store.remove(tx, unitId, lineId);
    }
  }

  private async takeOff(tx: Transaction, unitId: string, remove: RosterChange['remove']): Promise<void> {
    for (const [row, id] of remove.entries()) {
      const line = await this.there(tx, unitId, id, 'remove');
      if (isServed(line, tx.now)) over('remove', row);
      const served = servedSpan(line, tx.now);
      if (served) await this.store.copy(tx, id, [served]);
      await this.store.remove(tx, unitId, id);
    }
  }

  private async there(
    tx: Transaction,
    unitId: string,
    lineId: string,
    field: string,
  ): Promise<StoredDutyLine> {
    return (await this.store.lineOf(tx, unitId, lineId)) ?? refuse('not-found', { field });
  }
}

const over = (field: string, row: number): never =>
  refuse('invalid-input', { field, facts: { row, problem: 'watch-over' } });

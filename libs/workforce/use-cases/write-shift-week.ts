import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, shanghaiDay, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, AuditLog, overrules, type Unit, UnitTree } from '@hotline/organization';
import { ShiftStore, type StoredShift } from '../data/shift-store.js';
import { mondayOf } from '../domain/report-days.js';
import { checkWeek, type WrittenShift } from '../domain/shift-week.js';
import { type ShiftWeek, ShowShiftWeek } from './show-shift-week.js';

export interface WrittenWeek {
  readonly unitId: string;
  readonly monday: string;
  /** the version that was on the screen; 0 for a week nobody has written */
  readonly basedOn: number;
  /** every shift of the days that are not over */
  readonly shifts: readonly WrittenShift[];
}

/** Writes the days of a week that are not over; who wrote it meanwhile wins, and the other gets the newer copy. */
@Injectable()
export class WriteShiftWeek {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ShiftStore,
    private readonly units: UnitTree,
    private readonly showing: ShowShiftWeek,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: Actor, week: WrittenWeek): Promise<ShiftWeek> {
    const unit = this.units.current().find(week.unitId) ?? refuse('not-found');
    if (!overrules(actor, 'shift.read', unit.path)) return refuse('not-in-your-units');
    if (!overrules(actor, 'shift.edit', unit.path)) return refuse('forbidden');
    if (mondayOf(week.monday) !== week.monday) return refuse('invalid-input', { field: 'monday' });
    // A person may stand on the roster of a unit that the writer cannot see, and never on two shifts at once.
    const everywhere = { accountId: actor.accountId, prefixes: WHOLE_TREE.prefixes };
    return this.work.run(everywhere, async (tx) => {
      const people = [...new Set(week.shifts.map(({ accountId }) => accountId))];
      await this.store.lock(tx, unit.id, people);
      const now = await this.showing.week(tx, actor, unit, week.monday);
      if (now.version !== week.basedOn)
        refuse('stale-version', { facts: { yours: week.basedOn, newest: now.version }, current: now });
      await this.check(tx, week, now);
      await this.write(tx, unit, week, now.shifts);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'shift-week-written',
        objectKind: 'unit',
        objectId: unit.id,
        facts: { monday: week.monday, shifts: week.shifts.length, people: people.length },
      });
      return this.showing.week(tx, actor, unit, week.monday);
    });
  }

  private async check(tx: Transaction, week: WrittenWeek, now: ShiftWeek): Promise<void> {
    const known = new Set(now.people.map(({ accountId }) => accountId));
    const stranger = week.shifts.findIndex(({ accountId }) => !known.has(accountId));
    if (stranger >= 0) refuse('unknown-account', { field: `shifts.${stranger}.accountId` });
    const place = { monday: week.monday, today: now.today };
    const beside = await this.store.beside(tx, week.unitId, place, [
      ...new Set(week.shifts.map(({ accountId }) => accountId)),
    ]);
    orRefuse(checkWeek(week.shifts, place, beside));
  }

  /** What stays as it was keeps its row. */
  private async write(
    tx: Transaction,
    unit: Unit,
    week: WrittenWeek,
    stored: readonly StoredShift[],
  ): Promise<void> {
    const today = shanghaiDay(tx.now);
    const old = stored.filter(({ day }) => day >= today);
    const wanted = new Set(week.shifts.map(keyOf));
    const have = new Set(old.map(keyOf));
    await this.store.remove(
      tx,
      old.filter((shift) => !wanted.has(keyOf(shift))).map(({ id }) => id),
    );
    await this.store.add(
      tx,
      unit,
      week.shifts.filter((shift) => !have.has(keyOf(shift))),
    );
    await this.store.turn(tx, unit.id, week.monday);
  }
}

const keyOf = ({ accountId, day, from, to }: WrittenShift): string =>
  `${accountId} ${day} ${from} ${to === '24:00' ? '00:00' : to}`;

import { Injectable } from '@nestjs/common';
import { type Instant, refuse, shanghaiDay, type Transaction, UnitOfWork } from '@hotline/kernel';
import {
  type Actor,
  overrules,
  scopeOf,
  type Unit,
  type UnitBrief,
  UnitTree,
  briefOf,
} from '@hotline/organization';
import { DayKinds } from '../data/day-kinds.js';
import { type ShiftPerson, ShiftStore, type StoredShift } from '../data/shift-store.js';
import { mondayOf } from '../domain/report-days.js';
import { weekOf } from '../domain/shift-week.js';

export interface ShiftWeek {
  readonly unit: UnitBrief;
  readonly monday: string;
  readonly today: string;
  readonly version: number;
  readonly changedAt: Instant | null;
  readonly changedBy: string | null;
  readonly editable: boolean;
  readonly days: { day: string; workday: boolean; past: boolean }[];
  readonly people: ShiftPerson[];
  readonly shifts: StoredShift[];
}

/** Seven days of a unit's roster (班表), Monday first. */
@Injectable()
export class ShowShiftWeek {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ShiftStore,
    private readonly units: UnitTree,
    private readonly kinds: DayKinds,
  ) {}

  async run(actor: Actor, unitId: string, monday: string): Promise<ShiftWeek> {
    const unit = this.units.current().find(unitId) ?? refuse('not-found');
    if (!overrules(actor, 'shift.read', unit.path)) return refuse('not-in-your-units');
    if (mondayOf(monday) !== monday) return refuse('invalid-input', { field: 'monday' });
    return this.work.read(scopeOf(actor, 'shift.read'), (tx) => this.week(tx, actor, unit, monday));
  }

  async week(tx: Transaction, actor: Actor, unit: Unit, monday: string): Promise<ShiftWeek> {
    const shifts = await this.store.week(tx, unit.id, monday);
    const on = [...new Set(shifts.map(({ accountId }) => accountId))];
    const today = shanghaiDay(tx.now);
    const isWorkday = this.kinds.isWorkday(unit);
    return {
      unit: briefOf(unit),
      monday,
      today,
      ...(await this.store.state(tx, unit.id, monday)),
      editable: overrules(actor, 'shift.edit', unit.path),
      days: weekOf(monday).map((day) => ({ day, workday: isWorkday(day), past: day < today })),
      people: await this.store.people(tx, this.units.spellings(unit.path), on),
      shifts,
    };
  }
}

import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import {
  type Actor,
  assignUnitCalendar,
  AuditLog,
  lockUnit,
  mayAssignCalendar,
  scopeOf,
  UnitTree,
} from '@hotline/organization';
import { newestCalendar } from '../data/calendar-store.js';
import { planOf } from '../domain/calendar-plan.js';

export interface Assignment {
  readonly calendarId: string;
  readonly subtree: boolean;
}

export interface Assigned {
  readonly calendarId: string;
  readonly changed: number;
  readonly kept: number;
  readonly version: number;
}

/** A unit works by another calendar from now on. Clocks that run keep the calendar they were started with. */
@Injectable()
export class AssignCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: Actor, unitId: string, version: number, order: Assignment): Promise<Assigned> {
    const assigned = await this.work.run(scopeOf(actor, 'unit.manage'), async (tx) => {
      const unit = (await lockUnit(tx, unitId)) ?? refuse('not-found');
      orRefuse(mayAssignCalendar(actor, unit));
      if (unit.version !== version)
        refuse('stale-version', { facts: { yours: version, newest: unit.version } });
      await this.serves(tx, order.calendarId, unit.path);
      const { changed, kept } = await assignUnitCalendar(tx, unit, order.calendarId, order.subtree);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'calendar-assigned',
        objectKind: 'unit',
        objectId: unitId,
        facts: { before: unit.calendarId, after: order.calendarId, changed, kept },
      });
      return { calendarId: order.calendarId, changed, kept, version: version + 1 };
    });
    await this.units.refresh();
    return assigned;
  }

  /** A calendar serves the whole country, or its own unit and the units below. */
  private async serves(tx: Transaction, calendarId: string, path: string): Promise<void> {
    const calendar = await newestCalendar(tx, calendarId);
    if (!calendar)
      return refuse('invalid-input', { field: 'calendarId', facts: { problem: 'unknown-calendar' } });
    const { unitId } = planOf(calendar);
    if (unitId !== null && !path.startsWith(this.units.current().get(unitId).path))
      refuse('invalid-input', { field: 'calendarId', facts: { problem: 'calendar-of-another-unit' } });
  }
}

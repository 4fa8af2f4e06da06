import { Injectable } from '@nestjs/common';
import { provisionalDeadline, RuleBook } from '@hotline/calendar';
import { DAY_MS, type Instant, type Transaction } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { MissedSettings } from '../data/setting-store.js';
import type { MissedSetting } from '../domain/missed.js';

/** When a unit has to have called back. */
@Injectable()
export class DutyPace {
  constructor(
    private readonly settings: MissedSettings,
    private readonly units: UnitTree,
    private readonly rules: RuleBook,
  ) {}

  async due(tx: Transaction, unitId: string, from: Instant): Promise<Instant> {
    return this.after(unitId, from, await this.settings.inForce(tx, unitId));
  }

  /** By the unit's own calendar; a year nobody has published counts by its weekdays. */
  private after(unitId: string, from: Instant, { limitAmount, limitUnit }: MissedSetting): Instant {
    const calendar = this.rules.calendar(this.units.current().get(unitId).calendarId);
    const end = provisionalDeadline(calendar, from, { amount: limitAmount, unit: limitUnit });
    return end.ok ? end.value.dueAt : new Date(from.getTime() + DAY_MS);
  }
}

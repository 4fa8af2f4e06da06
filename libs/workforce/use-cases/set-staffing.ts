import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, overrules, scopeOf, UnitTree } from '@hotline/organization';
import { type StaffingSetting, StaffingReads } from '../data/staffing-reads.js';
import { ShowStaffing, type StaffingSettingView } from './show-staffing.js';

/** Sets by what the staffing of a unit, and of those below it without a setting of their own, is reckoned. */
@Injectable()
export class SetStaffing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reads: StaffingReads,
    private readonly units: UnitTree,
    private readonly showing: ShowStaffing,
    private readonly audit: AuditLog,
  ) {}

  async run(
    actor: Actor,
    unitId: string,
    basedOn: number,
    setting: StaffingSetting,
  ): Promise<StaffingSettingView> {
    const unit = this.units.current().find(unitId) ?? refuse('not-found');
    if (!overrules(actor, 'staffing.read', unit.path)) return refuse('not-in-your-units');
    if (!overrules(actor, 'staffing.edit', unit.path)) return refuse('forbidden');
    return this.work.run(scopeOf(actor, 'staffing.edit'), async (tx) => {
      await this.reads.lock(tx, unit.id);
      const now = await this.showing.settingOf(tx, unit);
      if (now.version !== basedOn)
        refuse('stale-version', { facts: { yours: basedOn, newest: now.version }, current: now });
      await this.reads.keep(tx, unit.id, now.version + 1, setting);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'staffing-set',
        objectKind: 'unit',
        objectId: unit.id,
        facts: { ...setting },
      });
      return this.showing.settingOf(tx, unit);
    });
  }
}

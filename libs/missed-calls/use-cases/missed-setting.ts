import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import {
  type Actor,
  AuditLog,
  briefOf,
  overrules,
  scopeOf,
  type UnitBrief,
  UnitTree,
} from '@hotline/organization';
import { MissedSettings } from '../data/setting-store.js';
import type { MissedSetting } from '../domain/missed.js';

export interface ShownSetting extends MissedSetting {
  readonly unit: UnitBrief;
  /** Whose it is; null: as shipped. */
  readonly from: UnitBrief | null;
  /** The unit's own newest version, for the next change; 0 when it has none. */
  readonly version: number;
  readonly editable: boolean;
}

/** How soon a unit calls back, and how often. Duties that run keep the deadline they were given. */
@Injectable()
export class MissedSettingBook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: MissedSettings,
    private readonly units: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  show(actor: Actor, unitId: string): Promise<ShownSetting> {
    const scope = scopeOf(actor, 'missed-call.read');
    const unit = this.units.current().find(unitId);
    if (!unit || !scope.prefixes.some((prefix) => unit.path.startsWith(prefix))) return refuse('not-found');
    return this.work.read(scope, async (tx) => {
      const { from, ...setting } = await this.store.inForce(tx, unitId);
      return {
        ...setting,
        unit: briefOf(unit),
        from: from && this.units.brief(from.unitId),
        version: from?.unitId === unitId ? from.version : 0,
        editable: overrules(actor, 'missed-call.manage', unit.path),
      };
    });
  }

  async set(actor: Actor, unitId: string, basedOn: number, setting: MissedSetting): Promise<void> {
    const unit = this.units.current().find(unitId) ?? refuse('not-found');
    if (!overrules(actor, 'missed-call.manage', unit.path)) return refuse('not-in-your-units');
    return this.work.run(scopeOf(actor, 'missed-call.manage'), async (tx) => {
      await this.store.set(tx, unitId, basedOn, setting);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'missed-call-setting-changed',
        objectKind: 'unit',
        objectId: unitId,
        facts: { version: basedOn + 1, ...setting },
      });
    });
  }
}

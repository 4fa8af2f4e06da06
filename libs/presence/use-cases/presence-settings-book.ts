import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import {
  type Actor,
  AuditLog,
  briefOf,
  overrules,
  scopeOf,
  type Unit,
  type UnitBrief,
  UnitTree,
} from '@hotline/organization';
import { PresenceSettingsStore } from '../data/presence-settings-store.js';
import { checkSettings } from '../domain/check-settings.js';
import type { DecidedSettings, SettingsVersion } from '../domain/settings-in-force.js';
import type { PresenceRules } from '../domain/settings.js';
import { type Reach, SettingsReach } from './settings-reach.js';
import { keyOfUnit, SettingsUnit } from './settings-unit.js';

/** Settings that hold, whose they are, and who set them when. */
export interface HeldSettings {
  readonly unit: UnitBrief;
  readonly version: SettingsVersion;
  readonly settings: PresenceRules;
}

export interface ShownPresenceSettings extends Reach {
  readonly unit: UnitBrief;
  /** The unit's own newest version, for the next change; 0 while it never had one. */
  readonly version: number;
  readonly own: boolean;
  readonly held: HeldSettings;
  /** What would hold without its own; null for the root. */
  readonly above: HeldSettings | null;
  /** This reader may change them. */
  readonly editable: boolean;
  /** The unit's own versions, newest first. */
  readonly history: SettingsVersion[];
}

export interface PresenceSettingsChange {
  readonly unitId: string;
  /** The unit's own newest version the editor saw; 0 for none. */
  readonly basedOn: number;
  /** null: give its own back and follow the unit above */
  readonly settings: PresenceRules | null;
  readonly because: string;
}

/** Wrap-up, breaks and absence: of the nearest unit with its own, every change a dated row. */
@Injectable()
export class PresenceSettingsBook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PresenceSettingsStore,
    private readonly asked: SettingsUnit,
    private readonly reach: SettingsReach,
    private readonly units: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  show(actor: Actor, unitId?: string): Promise<ShownPresenceSettings> {
    const unit = this.asked.shown(actor, unitId);
    return this.work.read(scopeOf(actor, 'unit.read'), (tx) => this.shown(tx, actor, unit));
  }

  /** @throws Refused `forbidden`, `stale-version`, and what `checkSettings` refuses */
  async change(actor: Actor, change: PresenceSettingsChange): Promise<ShownPresenceSettings> {
    const { basedOn, settings, because } = change;
    const unit = this.asked.managed(actor, change.unitId);
    const key = keyOfUnit(unit);
    if (settings) orRefuse(checkSettings(settings));
    else if (key === null) return refuse('invalid-input', { field: 'settings' });
    return this.work.run(scopeOf(actor, 'unit.manage'), async (tx) => {
      const [newest] = await this.store.history(tx, key);
      if ((newest?.version ?? 0) !== basedOn)
        return refuse('stale-version', { facts: { yours: basedOn, newest: newest?.version ?? 0 } });
      if (!settings && !newest?.settings) return refuse('wrong-state');
      const version = basedOn + 1;
      await this.store.put(tx, { unitId: key, version, settings, because });
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: settings ? 'presence-settings-changed' : 'presence-settings-given-back',
        objectKind: 'presence-settings',
        objectId: unit.id,
        reason: because,
        facts: settings
          ? { version, wrapUpSeconds: settings.wrapUpSeconds, breaks: settings.breaks.length }
          : { version },
      });
      return this.shown(tx, actor, unit);
    });
  }

  private async shown(tx: Transaction, actor: Actor, unit: Unit): Promise<ShownPresenceSettings> {
    const inForce = await this.store.inForce(tx);
    const key = keyOfUnit(unit);
    const held = inForce.of(unit.id);
    const history = await this.store.history(tx, key);
    return {
      unit: briefOf(unit),
      version: history[0]?.version ?? 0,
      own: held.from.unitId === key,
      held: this.held(held),
      above: key === null ? null : this.held(inForce.above(unit.id)),
      editable: overrules(actor, 'unit.manage', unit.path),
      history,
      ...(await this.reach.of(tx, unit, inForce)),
    };
  }

  private held({ version: _, from, ...settings }: DecidedSettings): HeldSettings {
    const tree = this.units.current();
    const root = tree.all().find(({ parentId }) => parentId === null);
    const id = from.unitId ?? root?.id ?? refuse('unavailable');
    return { unit: this.units.brief(id), version: from, settings };
  }
}

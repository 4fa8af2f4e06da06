import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, overrules, scopeOf } from '@hotline/organization';
import { PresenceSettingsStore, type StoredPresenceSettings } from '../data/presence-settings-store.js';
import { checkSettings } from '../domain/check-settings.js';
import type { PresenceSettings } from '../domain/settings.js';

export interface ShownPresenceSettings extends StoredPresenceSettings {
  /** This reader may change them. */
  readonly editable: boolean;
  readonly history: StoredPresenceSettings[];
}

// Only a membership of the root itself lies above the root.
const ROOT = 'cn/';

/** Wrap-up, breaks and absence: read by everybody, changed by the administrator of the root, every change a dated row. */
@Injectable()
export class PresenceSettingsBook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PresenceSettingsStore,
    private readonly audit: AuditLog,
  ) {}

  show(actor: Actor): Promise<ShownPresenceSettings> {
    return this.work.read(scopeOf(actor, 'unit.read'), (tx) => this.shown(tx, actor));
  }

  async change(
    actor: Actor,
    version: number,
    settings: Omit<PresenceSettings, 'version'>,
    because: string,
  ): Promise<ShownPresenceSettings> {
    if (!overrules(actor, 'unit.manage', ROOT)) return refuse('forbidden');
    return this.work.run(scopeOf(actor, 'unit.manage'), async (tx) => {
      const before = await this.store.current(tx);
      if (before.version !== version) {
        const current = await this.shown(tx, actor);
        return refuse('stale-version', { facts: { yours: version, newest: before.version }, current });
      }
      orRefuse(checkSettings(settings));
      await this.store.put(tx, { ...settings, version: version + 1 }, because);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'presence-settings-changed',
        objectKind: 'presence-settings',
        objectId: String(version + 1),
        reason: because,
        facts: { wrapUpSeconds: settings.wrapUpSeconds, breaks: settings.breaks.length },
      });
      return this.shown(tx, actor);
    });
  }

  private async shown(tx: Transaction, actor: Actor): Promise<ShownPresenceSettings> {
    const current = await this.store.current(tx);
    const history = await this.store.before(tx, current.version);
    return { ...current, editable: overrules(actor, 'unit.manage', ROOT), history };
  }
}

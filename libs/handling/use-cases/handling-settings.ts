import { Injectable } from '@nestjs/common';
import { refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, overrules, scopeOf } from '@hotline/organization';
import type { HandlingSettings } from '@hotline/ticket';
import { SettingsStore, type StoredSettings } from '../data/settings-store.js';

export type SettingsChange = Omit<HandlingSettings, 'version'> & { readonly reason: string };

export interface ShownSettings extends StoredSettings {
  /** This reader may change them. */
  readonly editable: boolean;
  readonly history: StoredSettings[];
}

// Only a membership of the root itself lies above the root.
const ROOT = 'cn/';

/** The caps of requests: read by everybody, changed by the administrator of the root, every change a dated row. */
@Injectable()
export class HandlingSettingsBook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: SettingsStore,
    private readonly audit: AuditLog,
  ) {}

  show(actor: Actor): Promise<ShownSettings> {
    return this.work.read(scopeOf(actor, 'unit.read'), (tx) => this.shown(tx, actor));
  }

  async change(actor: Actor, version: number, { reason, ...caps }: SettingsChange): Promise<ShownSettings> {
    if (!overrules(actor, 'unit.manage', ROOT)) return refuse('forbidden');
    return this.work.run(scopeOf(actor, 'unit.manage'), async (tx) => {
      const before = await this.store.current(tx);
      if (before.version !== version) {
        const current = await this.shown(tx, actor);
        return refuse('stale-version', { facts: { yours: version, newest: before.version }, current });
      }
      await this.store.put(tx, { ...caps, version: version + 1 }, reason);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'handling-settings-changed',
        objectKind: 'handling-settings',
        objectId: String(version + 1),
        reason,
        facts: { ...caps },
      });
      return this.shown(tx, actor);
    });
  }

  private async shown(tx: Transaction, actor: Actor): Promise<ShownSettings> {
    const current = await this.store.current(tx);
    const history = await this.store.before(tx, current.version);
    return { ...current, editable: overrules(actor, 'unit.manage', ROOT), history };
  }
}

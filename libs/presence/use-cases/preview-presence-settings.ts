import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { PresenceSettingsStore } from '../data/presence-settings-store.js';
import { checkSettings } from '../domain/check-settings.js';
import { type SettingsEffect, settingsEffect } from '../domain/settings-effect.js';
import type { PresenceRules } from '../domain/settings.js';
import { type Reach, SettingsReach } from './settings-reach.js';
import { keyOfUnit, SettingsUnit } from './settings-unit.js';

export type PreviewedSettings = SettingsEffect & Reach;

/** What a change of the settings would change, and for whom; nothing is written. */
@Injectable()
export class PreviewPresenceSettings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PresenceSettingsStore,
    private readonly asked: SettingsUnit,
    private readonly reach: SettingsReach,
  ) {}

  /** @param settings null: the unit's own are given back */
  run(actor: Actor, unitId: string, settings: PresenceRules | null): Promise<PreviewedSettings> {
    const unit = this.asked.managed(actor, unitId);
    if (settings) orRefuse(checkSettings(settings));
    else if (keyOfUnit(unit) === null) return refuse('invalid-input', { field: 'settings' });
    return this.work.read(scopeOf(actor, 'unit.manage'), async (tx) => {
      const inForce = await this.store.inForce(tx);
      const people = await this.reach.atLine(tx, unit, inForce);
      const after = settings ?? inForce.above(unit.id);
      const effect = settingsEffect(inForce.of(unit.id), after, people, tx.now);
      return { ...effect, ...(await this.reach.of(tx, unit, inForce)) };
    });
  }
}

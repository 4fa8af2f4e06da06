import { Injectable } from '@nestjs/common';
import { refuse } from '@hotline/kernel';
import { type Actor, homeUnit, overrules, scopeOf, type Unit, UnitTree } from '@hotline/organization';

/** Of which unit the settings are asked or changed. */
@Injectable()
export class SettingsUnit {
  constructor(private readonly units: UnitTree) {}

  /** The highest unit of the reader by default. @throws Refused `not-found` outside of the reader's units */
  shown(actor: Actor, unitId: string | undefined): Unit {
    const home = homeUnit(actor, 'unit.manage') ?? homeUnit(actor, 'unit.read');
    const unit = this.units.current().find(unitId ?? home?.unitId ?? '');
    const { prefixes } = scopeOf(actor, 'unit.read');
    if (!unit?.active || !prefixes.some((prefix) => unit.path.startsWith(prefix)))
      return refuse('not-found', { field: 'unitId' });
    return unit;
  }

  /** @throws Refused `not-found`, `forbidden` unless the unit is the actor's to manage */
  managed(actor: Actor, unitId: string): Unit {
    const unit = this.shown(actor, unitId);
    return overrules(actor, 'unit.manage', unit.path) ? unit : refuse('forbidden');
  }
}

/** How the store names a unit: the settings of the root are those of the whole hotline. */
export const keyOfUnit = ({ id, parentId }: Unit): string | null => (parentId === null ? null : id);

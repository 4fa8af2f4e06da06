import { Injectable } from '@nestjs/common';
import { refuse } from '@hotline/kernel';
import { type Actor, homeUnit, scopeOf, type Unit, UnitTree } from '@hotline/organization';

/** Whose wall a person asks for: a unit of his own subtrees, his highest one by default. */
@Injectable()
export class WallUnit {
  constructor(private readonly units: UnitTree) {}

  /** @throws Refused `not-found` for a unit outside of the reader's scope */
  of(actor: Actor, unitId: string | undefined): Unit {
    const id = unitId ?? homeUnit(actor, 'numbers.read')?.unitId;
    const unit = id === undefined ? undefined : this.units.current().find(id);
    const { prefixes } = scopeOf(actor, 'numbers.read');
    if (!unit?.active || !prefixes.some((prefix) => unit.path.startsWith(prefix)))
      return refuse('not-found', { field: 'unitId' });
    return unit;
  }
}

import { Injectable } from '@nestjs/common';
import type { StoredUnit } from '../data/unit-rows.js';
import { briefOf, UnitTree } from '../data/unit-tree.js';
import type { UnitViewBody } from './unit-bodies.js';

/** Adds to a unit what hangs around it. */
@Injectable()
export class UnitViews {
  constructor(private readonly tree: UnitTree) {}

  readonly of = (unit: StoredUnit): UnitViewBody => ({
    ...briefOf(unit),
    shortName: unit.shortName,
    regionCode: unit.regionCode,
    parentId: unit.parentId,
    path: unit.path,
    chain: this.tree.current().ancestors(unit.id).map(briefOf),
    childCount: this.tree.current().childrenOf(unit.id).length,
    calendarId: unit.calendarId,
    active: unit.active,
    version: unit.version,
  });
}

import { Injectable } from '@nestjs/common';
import type { StoredUnit } from '../data/unit-rows.js';
import { briefOf, UnitTree } from '../data/unit-tree.js';
import type { FormerUnitBody, UnitViewBody } from './unit-bodies.js';

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
    former: this.formerOf(unit.id),
    heir: unit.heirId ? this.tree.brief(unit.heirId) : null,
  });

  private formerOf(id: string): FormerUnitBody[] {
    const past = this.tree.former().of(id);
    return past.toReversed().map(({ name, code, path, parentId, validFrom: from, validTo: until }) => ({
      name,
      code,
      path,
      parentName: parentId ? (this.tree.find(parentId)?.name ?? null) : null,
      from,
      until,
    }));
  }
}

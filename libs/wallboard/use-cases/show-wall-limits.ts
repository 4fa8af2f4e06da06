import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '@hotline/kernel';
import {
  type Actor,
  briefOf,
  overrules,
  scopeOf,
  type Unit,
  type UnitBrief,
  UnitTree,
} from '@hotline/organization';
import { type DecidedLimits, type LimitsInForce, WallLimitStore } from '../data/wall-limits.js';
import { SHIPPED_LIMITS, type WallLimits } from '../domain/wall.js';
import { WallUnit } from './wall-unit.js';

/** Limits and whose word they are; without a unit: as shipped. */
export interface OwnedLimits {
  readonly limits: WallLimits;
  readonly unit: UnitBrief | null;
  readonly at: Date | null;
  readonly by: string | null;
}

export interface ShownLimits extends OwnedLimits {
  readonly of: UnitBrief;
  readonly version: number;
  readonly own: boolean;
  /** what would hold if the unit had none of its own */
  readonly above: OwnedLimits;
  readonly editable: boolean;
}

/** The limits that hold for a unit's wall, and whose they are. */
@Injectable()
export class ShowWallLimits {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: WallUnit,
    private readonly units: UnitTree,
    private readonly store: WallLimitStore,
  ) {}

  run(actor: Actor, unitId: string | undefined): Promise<ShownLimits> {
    const unit = this.asking.of(actor, unitId);
    return this.work.read(scopeOf(actor, 'numbers.read'), (tx) => this.inForce(tx, actor, unit));
  }

  async inForce(tx: Transaction, actor: Actor, unit: Unit): Promise<ShownLimits> {
    const chain = this.units
      .current()
      .upwards(unit.id)
      .map(({ id }) => id);
    const { version, decided, above }: LimitsInForce = await this.store.of(tx, chain);
    return {
      ...this.owned(decided),
      of: briefOf(unit),
      version,
      own: decided?.unitId === unit.id,
      above: this.owned(above),
      editable: overrules(actor, 'unit.manage', unit.path),
    };
  }

  private owned(decided: DecidedLimits | null): OwnedLimits {
    if (!decided) return { limits: SHIPPED_LIMITS, unit: null, at: null, by: null };
    const { limits, unitId, at, by } = decided;
    return { limits, unit: this.units.brief(unitId), at, by };
  }
}

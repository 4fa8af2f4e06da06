import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { type LimitsInForce, WallLimitStore } from '../data/wall-limits.js';
import { WallUnit } from './wall-unit.js';

/** The limits that hold for a unit's wall, and whose they are. */
@Injectable()
export class ShowWallLimits {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: WallUnit,
    private readonly units: UnitTree,
    private readonly store: WallLimitStore,
  ) {}

  run(actor: Actor, unitId: string | undefined): Promise<LimitsInForce> {
    const unit = this.asking.of(actor, unitId);
    const chain = this.units
      .current()
      .upwards(unit.id)
      .map(({ id }) => id);
    return this.work.read(scopeOf(actor, 'numbers.read'), (tx) => this.store.of(tx, chain));
  }
}

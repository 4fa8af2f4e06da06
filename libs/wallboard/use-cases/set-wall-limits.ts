import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, overrules, scopeOf, UnitTree } from '@hotline/organization';
import { WallLimitStore } from '../data/wall-limits.js';
import { limitProblem, type WallLimits } from '../domain/wall.js';
import { type ShownLimits, ShowWallLimits } from './show-wall-limits.js';

export interface LimitsInput {
  readonly unitId: string;
  /** The unit's newest version the editor saw; 0 for none. */
  readonly basedOn: number;
  /** null: give them back and follow the unit above */
  readonly limits: WallLimits | null;
}

/** From where on the tiles of a unit, and of those below it without limits of their own, warn. */
@Injectable()
export class SetWallLimits {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly store: WallLimitStore,
    private readonly audit: AuditLog,
    private readonly shown: ShowWallLimits,
  ) {}

  /** @throws Refused `forbidden` outside of one's units, `invalid-input` for a limit out of range, `stale-version` */
  run(actor: Actor, { unitId, basedOn, limits }: LimitsInput): Promise<ShownLimits> {
    const unit = this.units.current().find(unitId);
    if (!unit?.active) return refuse('unknown-unit', { field: 'unitId' });
    if (!overrules(actor, 'unit.manage', unit.path)) return refuse('forbidden');
    const problem = limits && limitProblem(limits);
    if (problem) return refuse('invalid-input', { field: `limits.${problem}` });
    return this.work.run(scopeOf(actor, 'unit.manage'), async (tx) => {
      const version = await this.store.set(tx, unitId, basedOn, limits);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: limits ? 'wallboard-limits-set' : 'wallboard-limits-given-back',
        objectKind: 'unit',
        objectId: unitId,
        facts: { version, ...limits },
      });
      return this.shown.inForce(tx, actor, unit);
    });
  }
}

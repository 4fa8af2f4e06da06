import { Injectable } from '@nestjs/common';
import { refuse, shanghaiDay, UnitOfWork } from '@hotline/kernel';
import {
  type Actor,
  overrules,
  scopeOf,
  type Unit,
  UNIT_LEVELS,
  type UnitLevel,
  UnitTree,
} from '@hotline/organization';
import { LadderSettings, type PublishedLadder } from '../data/ladder-settings.js';
import { settingFor, SHIPPED_LADDER } from '../domain/ladder.js';
import type { LadderBody, LadderLevelBody } from '../http/ladder-bodies.js';

/** The ladder of every level as it holds in the subtree of a unit, with what was and will be. */
@Injectable()
export class ShowLadder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly settings: LadderSettings,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, unitId: string): Promise<LadderBody> {
    const unit = this.units.current().find(unitId) ?? refuse('not-found');
    return this.work.read(scopeOf(actor, 'ladder.read'), async (tx) => {
      const all = await this.settings.all(tx);
      const today = shanghaiDay(tx.now);
      const publishes = unit.level === 'national' || unit.level === 'province';
      return {
        unit: this.units.brief(unitId),
        editable: publishes && overrules(actor, 'ladder.manage', unit.path),
        levels: UNIT_LEVELS.map((level) => this.level(level, all, unit, today)),
        versions: all
          .filter((one) => unit.path.startsWith(one.path))
          .map(({ path: _, unitId: owner, ...one }) => ({
            ...one,
            steps: [...one.steps],
            unit: this.units.brief(owner),
          })),
      };
    });
  }

  private level(
    level: UnitLevel,
    all: readonly PublishedLadder[],
    { id, path }: Unit,
    today: string,
  ): LadderLevelBody {
    const own = all.filter((one) => one.unitId === id && one.level === level);
    const found = settingFor(all, { level, path }, today);
    return {
      level,
      version: found?.version ?? null,
      unit: found ? this.units.brief(found.unitId) : null,
      effectiveFrom: found?.effectiveFrom ?? null,
      steps: [...(found?.steps ?? SHIPPED_LADDER)],
      newest: Math.max(0, ...own.map(({ version }) => version)),
    };
  }
}

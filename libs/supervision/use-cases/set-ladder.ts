import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, shanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf, type UnitLevel, UnitTree } from '@hotline/organization';
import { LadderSettings } from '../data/ladder-settings.js';
import { checkSteps, mayPublish } from '../domain/check-ladder.js';
import type { StepSetting } from '../domain/ladder.js';

export interface LadderInput {
  readonly unitId: string;
  readonly level: UnitLevel;
  /** The newest version of the unit and level the editor saw; 0 for none. */
  readonly basedOn: number;
  readonly effectiveFrom: string;
  readonly steps: readonly StepSetting[];
}

/** Publishes a version; steps already done are never undone by it, those to come are looked at by the new one. */
@Injectable()
export class SetLadder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly settings: LadderSettings,
    private readonly units: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Refused `stale-version` when somebody published in between: nobody overwrites what they have not seen */
  run(actor: Actor, input: LadderInput): Promise<void> {
    const unit = this.units.current().find(input.unitId);
    if (!unit?.active) return refuse('unknown-unit', { field: 'unitId' });
    orRefuse(mayPublish(actor, unit));
    orRefuse(checkSteps(input.steps));
    return this.work.run(scopeOf(actor, 'ladder.manage'), async (tx) => {
      if (input.effectiveFrom < shanghaiDay(tx.now)) refuse('invalid-input', { field: 'effectiveFrom' });
      const version = await this.settings.publish(tx, input);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'ladder-published',
        objectKind: 'unit',
        objectId: unit.id,
        facts: { level: input.level, version, effectiveFrom: input.effectiveFrom },
      });
    });
  }
}

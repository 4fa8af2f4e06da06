import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, shanghaiDay, startOfShanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf, UnitTree } from '@hotline/organization';
import { FormulaStore } from '../data/formula-store.js';
import { checkFormula, type FormulaKind, type Term } from '../domain/definitions/formula.js';
import { mayAddFormula } from '../domain/definitions/may-add.js';
import { countsEachOnce } from '../domain/definitions/subject.js';
import { isDay } from './figure-unit.js';

export interface NewFormula {
  readonly unitId: string;
  readonly kind: FormulaKind;
  readonly validFrom: string;
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
  readonly seconds: number | null;
  readonly shortAbandonS: number;
  readonly reason: string;
  /** Said on purpose when days that are over shall be counted by it. */
  readonly backwards: boolean;
}

/** Adds a version. What was published never changes; days that are over move only on purpose, and with a mark. */
@Injectable()
export class AddFormula {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: FormulaStore,
    private readonly units: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Refused `not-in-your-units`, or `invalid-input` with the field that is wrong */
  run(actor: Actor, asked: NewFormula): Promise<void> {
    const unit = this.units.current().find(asked.unitId);
    if (!unit?.active) return refuse('unknown-unit', { field: 'unitId' });
    orRefuse(mayAddFormula(actor, asked.kind, unit));
    const [fault] = checkFormula({ ...asked, version: 0 });
    if (fault !== undefined || !isDay(asked.validFrom))
      return refuse('invalid-input', { field: fault ?? 'validFrom' });
    if (!countsEachOnce(asked))
      return refuse('invalid-input', { field: 'denominator', facts: { problem: 'counts-twice' } });
    return this.work.run(scopeOf(actor, 'call-formula.edit'), async (tx) => {
      const backwards = asked.validFrom <= shanghaiDay(tx.now);
      if (backwards && !asked.backwards)
        refuse('invalid-input', { field: 'validFrom', facts: { problem: 'in-the-past' } });
      const version = await this.store.nextVersion(tx, asked.kind);
      await this.store.add(tx, {
        ...asked,
        version,
        backwards,
        createdBy: actor.accountId,
        createdAt: tx.now,
      });
      // What the board has counted follows; its frozen days show the difference as a restatement.
      if (backwards && unit.parentId === null)
        await this.store.recount(tx, startOfShanghaiDay(asked.validFrom));
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'call-formula-added',
        objectKind: 'unit',
        objectId: unit.id,
        reason: asked.reason,
        facts: { kind: asked.kind, version, validFrom: asked.validFrom, backwards: String(backwards) },
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, briefOf, type UnitBrief, UnitTree } from '@hotline/organization';
import { FormulaStore } from '../data/formula-store.js';
import { FORMULA_FORMS, type FormulaForm } from '../domain/definitions/forms.js';
import { FORMULA_KINDS, type FormulaKind, SHIPPED_FORMULAS } from '../domain/definitions/formula.js';
import { formulaInForce } from '../domain/definitions/in-force.js';
import { mayAddFormula } from '../domain/definitions/may-add.js';
import { FigureUnit } from './figure-unit.js';
import { type FormulaView, formulaView } from './formula-view.js';

export interface KindOfFormula {
  readonly kind: FormulaKind;
  readonly mayAdd: boolean;
  readonly inForce: FormulaView;
  /** Those of the unit and of the units above it, newest first, the shipped one last. */
  readonly versions: FormulaView[];
  readonly forms: readonly FormulaForm[];
}

/** How the rates of a unit are counted today, and how they were. */
@Injectable()
export class ListFormulas {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: FigureUnit,
    private readonly store: FormulaStore,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, unitId?: string): Promise<{ unit: UnitBrief; today: string; kinds: KindOfFormula[] }> {
    const { scope, unit, chain, today } = this.asking.asked(actor, unitId);
    return this.work.read(scope, async (tx) => {
      const all = await this.store.all(tx);
      const kinds = FORMULA_KINDS.map((kind): KindOfFormula => {
        const own = all.filter((one) => one.kind === kind && chain.includes(one.unitId)).reverse();
        const shipped = SHIPPED_FORMULAS.filter((one) => one.kind === kind);
        return {
          kind,
          mayAdd: mayAddFormula(actor, kind, unit).ok,
          inForce: formulaView(formulaInForce(all, chain, kind, today), this.units),
          versions: [...own, ...shipped].map((one) => formulaView(one, this.units)),
          forms: FORMULA_FORMS[kind],
        };
      });
      return { unit: briefOf(unit), today, kinds };
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { type Formula, formulaInForce, FormulaStore, letterOf } from '@hotline/telephony';
import type { CallFormulas } from '../domain/call-fact.js';
import type { FormulaChange, PrintedFormula } from '../domain/call-part.js';
import type { Period } from '../domain/period.js';

/** The formulas of one reading of the book: those of the whole country, for the board adds units up. */
export interface CallFormulaPages {
  on(day: string): CallFormulas;
  changes(period: Period): FormulaChange[];
}

/** How calls are counted on the board; a sum of two definitions would be no rate, so units have no own formula here. */
@Injectable()
export class CallFormulaBook {
  constructor(
    private readonly store: FormulaStore,
    private readonly units: UnitTree,
  ) {}

  async read(tx: Transaction): Promise<CallFormulaPages> {
    const stored = await this.store.all(tx);
    const all = this.units.current().all();
    const chain = all.filter(({ parentId }) => parentId === null).map(({ id }) => id);
    return {
      on: (day) => ({
        connection: formulaInForce(stored, chain, 'connection_rate', day),
        level: formulaInForce(stored, chain, 'service_level', day),
      }),
      changes: ({ from, to }) =>
        stored
          .filter(({ unitId, kind }) => chain.includes(unitId) && kind !== 'abandonment')
          .filter(({ validFrom, backwards }) => validFrom <= to && (validFrom > from || backwards))
          .map((one) => ({ ...printed(one), kind: one.kind, day: one.validFrom, backwards: one.backwards })),
    };
  }
}

export const printed = (formula: Formula): PrintedFormula => ({
  letter: letterOf(formula),
  version: formula.version,
  seconds: formula.seconds,
});

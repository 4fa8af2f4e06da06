import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { type Unit, UnitTree } from '@hotline/organization';
import { formulaInForce, FormulaStore } from '@hotline/telephony';
import { stretchesOf } from '../domain/formula-stretches.js';
import type { FormulaStretch } from '../domain/rates.js';
import type { ReportDays } from '../domain/report-days.js';

/** The definitions of rates as they were in force day by day for a unit: its own, else the nearest above, else what ships. */
@Injectable()
export class FormulaBook {
  constructor(
    private readonly store: FormulaStore,
    private readonly units: UnitTree,
  ) {}

  async stretches(tx: Transaction, unit: Unit, { from, to }: ReportDays): Promise<FormulaStretch[]> {
    const stored = await this.store.all(tx);
    const above = this.units.current().ancestors(unit.id).reverse();
    const chain = [unit, ...above].map(({ id }) => id);
    const begins = stored.filter(({ unitId }) => chain.includes(unitId)).map(({ validFrom }) => validFrom);
    return stretchesOf(from, to, begins, (kind, day) => formulaInForce(stored, chain, kind, day));
  }
}

import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { FormulaKind } from '../domain/definitions/formula.js';
import type { StoredFormula } from '../domain/definitions/in-force.js';

export type NamedFormula = StoredFormula & { readonly author: string | null };

/** Versions of formulas: a handful in the life of an installation, read whole. */
@Injectable()
export class FormulaStore {
  all(tx: Transaction): Promise<NamedFormula[]> {
    return rows<NamedFormula>(
      tx,
      `select f.kind, f.version, f.unit_id as "unitId", f.valid_from::text as "validFrom", f.numerator, f.denominator,
         f.seconds, f.short_abandon_s as "shortAbandonS", f.backwards, f.reason, f.created_by as "createdBy",
         f.created_at as "createdAt", a.display_name as author
       from call_formula f left join account a on a.id = f.created_by order by f.kind, f.version`,
    );
  }

  /** Holds the numbers of versions until the transaction ends; @returns the next of this kind. */
  async nextVersion(tx: Transaction, kind: FormulaKind): Promise<number> {
    await rows(tx, `select pg_advisory_xact_lock(hashtext('call-formula'))`);
    const last = await row<{ version: number | null }>(
      tx,
      'select max(version) as version from call_formula where kind = $1',
      [kind],
    );
    return (last?.version ?? 1) + 1;
  }

  async add(tx: Transaction, formula: StoredFormula): Promise<void> {
    await rows(
      tx,
      `insert into call_formula (kind, version, unit_id, valid_from, numerator, denominator, seconds, short_abandon_s,
         backwards, reason, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        formula.kind,
        formula.version,
        formula.unitId,
        formula.validFrom,
        JSON.stringify(formula.numerator),
        JSON.stringify(formula.denominator),
        formula.seconds,
        formula.shortAbandonS,
        formula.backwards,
        formula.reason,
        formula.createdBy,
        formula.createdAt,
      ],
    );
  }

  /** Calls from this day on are counted again: facts follow, and frozen days show what has changed. */
  async recount(tx: Transaction, from: Date): Promise<void> {
    await rows(
      tx,
      `insert into uncounted_call (call_id) select id from call where direction = 'in' and outcome <> 'open' and arrived_at >= $1`,
      [from],
    );
  }
}

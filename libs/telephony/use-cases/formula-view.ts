import type { Instant } from '@hotline/kernel';
import { type UnitBrief, type UnitTree } from '@hotline/organization';
import type { NamedFormula } from '../data/formula-store.js';
import { letterOf } from '../domain/definitions/forms.js';
import type { Formula, FormulaKind, Term } from '../domain/definitions/formula.js';
import { storedOf } from '../domain/definitions/in-force.js';

/** A formula as it is printed beside its figure. */
export interface FormulaView {
  readonly kind: FormulaKind;
  readonly letter: string;
  readonly version: number;
  readonly validFrom: string;
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
  readonly seconds: number | null;
  readonly shortAbandonS: number;
  /** Null: as the product ships. */
  readonly unit: UnitBrief | null;
  readonly author: string | null;
  readonly reason: string | null;
  readonly addedAt: Instant | null;
  readonly backwards: boolean;
}

export function formulaView(formula: Formula | NamedFormula, units: UnitTree): FormulaView {
  const stored = storedOf(formula);
  return {
    kind: formula.kind,
    letter: letterOf(formula),
    version: formula.version,
    validFrom: formula.validFrom,
    numerator: formula.numerator,
    denominator: formula.denominator,
    seconds: formula.seconds,
    shortAbandonS: formula.shortAbandonS,
    unit: stored && units.brief(stored.unitId),
    author: 'author' in formula ? formula.author : null,
    reason: stored?.reason ?? null,
    addedAt: stored?.createdAt ?? null,
    backwards: stored?.backwards ?? false,
  };
}

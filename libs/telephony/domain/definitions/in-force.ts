import { type Formula, formulaAt, type FormulaKind, SHIPPED_FORMULAS } from './formula.js';

/** A version as it was added, and by which unit for itself and everything below it. */
export interface StoredFormula extends Formula {
  readonly unitId: string;
  /** counted days that were already over; such a change is marked on every chart */
  readonly backwards: boolean;
  readonly reason: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

/** A stretch of days, both included, that one version counts. */
export interface FormulaSpan {
  readonly formula: Formula;
  readonly from: string;
  readonly to: string;
}

const isStored = (formula: Formula): formula is StoredFormula => 'unitId' in formula;

/** @param chain the unit and those above it, nearest first; the nearest with a version of its own decides */
export function formulaInForce(
  stored: readonly StoredFormula[],
  chain: readonly string[],
  kind: FormulaKind,
  day: string,
): Formula | StoredFormula {
  for (const unitId of chain) {
    const own = formulaAt(
      stored.filter((one) => one.unitId === unitId),
      kind,
      day,
    );
    if (own) return own;
  }
  const shipped = formulaAt(SHIPPED_FORMULAS, kind, day) ?? SHIPPED_FORMULAS.find((one) => one.kind === kind);
  if (!shipped) throw new Error(`no formula is shipped for ${kind}`);
  return shipped;
}

/** Each day is counted by the version of its own day, so that no rate moves backwards in time unseen. */
export function spansOf(
  stored: readonly StoredFormula[],
  chain: readonly string[],
  kind: FormulaKind,
  { from, to }: { readonly from: string; readonly to: string },
): FormulaSpan[] {
  const changes = stored
    .filter((one) => one.kind === kind && chain.includes(one.unitId))
    .map((one) => one.validFrom)
    .filter((day) => day > from && day <= to);
  const starts = [...new Set([from, ...changes])].sort();
  const spans: FormulaSpan[] = [];
  for (const [index, start] of starts.entries()) {
    const formula = formulaInForce(stored, chain, kind, start);
    const next = starts[index + 1];
    const end = next === undefined ? to : dayBefore(next);
    const last = spans.at(-1);
    if (last?.formula === formula) spans[spans.length - 1] = { ...last, to: end };
    else spans.push({ formula, from: start, to: end });
  }
  return spans;
}

const DAY_MS = 86_400_000;
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

export const storedOf = (formula: Formula | StoredFormula): StoredFormula | null =>
  isStored(formula) ? formula : null;

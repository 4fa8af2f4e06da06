import { DAY_MS, shanghaiDay, startOfShanghaiDay } from '@hotline/kernel';
import { type Formula, FORMULA_KINDS, type FormulaKind } from '@hotline/telephony';
import type { FormulaStretch } from './rates.js';

const dayBefore = (day: string): string => shanghaiDay(new Date(startOfShanghaiDay(day).getTime() - DAY_MS));

/**
 * The days of a report cut wherever a definition changes, so that each is counted by the version of its own day.
 * @param begins days on which some version begins
 * @param inForce the version of a kind on a day
 */
export function stretchesOf(
  from: string,
  to: string,
  begins: readonly string[],
  inForce: (kind: FormulaKind, day: string) => Formula,
): FormulaStretch[] {
  const starts = [...new Set([from, ...begins.filter((day) => day > from && day <= to)])].sort();
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const formulas = Object.fromEntries(FORMULA_KINDS.map((kind) => [kind, inForce(kind, start)]));
    return {
      from: start,
      to: next === undefined ? to : dayBefore(next),
      formulas: formulas as Record<FormulaKind, Formula>,
    };
  });
}

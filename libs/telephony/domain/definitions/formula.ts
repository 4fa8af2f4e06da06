import { abandonedUnder, answeredWithin, type Tally } from './tally.js';

/** The parts a numerator or denominator is summed from. `…_within` takes the formula's seconds, `short_…` its threshold. */
export const FORMULA_PARTS = [
  'arrived',
  'asked',
  'entered',
  'answered',
  'answered_within',
  'abandoned',
  'abandoned_within',
  'short_abandoned',
  'limit',
  'key',
  'refused_full',
  'refused_empty',
  'left_empty',
] as const;
export type FormulaPart = (typeof FORMULA_PARTS)[number];

export interface Term {
  part: FormulaPart;
  /** −1 takes the part out, for example short abandons */
  sign: 1 | -1;
}

export const FORMULA_KINDS = ['connection_rate', 'service_level', 'abandonment'] as const;
export type FormulaKind = (typeof FORMULA_KINDS)[number];

/**
 * A rate as data. Published versions never change: a new definition is a new version with a later `validFrom`, and a
 * figure is computed by the version of its own day, so that no rate moves backwards in time unseen.
 */
export interface Formula {
  kind: FormulaKind;
  version: number;
  /** first day (YYYY-MM-DD, Asia/Shanghai) it counts from */
  validFrom: string;
  numerator: readonly Term[];
  denominator: readonly Term[];
  /** target of a service level; null for the others */
  seconds: number | null;
  /** abandons under this many seconds count as short; 0 to 15 */
  shortAbandonS: number;
}

export interface Rate {
  numerator: number;
  denominator: number;
  /** two decimals; null where the denominator is nothing */
  percent: number | null;
}

const plus = (part: FormulaPart): Term => ({ part, sign: 1 });
const minus = (part: FormulaPart): Term => ({ part, sign: -1 });

function amount(part: FormulaPart, formula: Pick<Formula, 'seconds' | 'shortAbandonS'>, of: Tally): number {
  switch (part) {
    case 'answered_within':
      return answeredWithin(of, formula.seconds ?? 0);
    case 'abandoned_within':
      return of.abandonedWaits.filter((us) => us <= (formula.seconds ?? 0) * 1_000_000).length;
    case 'short_abandoned':
      return abandonedUnder(of, formula.shortAbandonS);
    case 'refused_full':
      return of.refusedFull;
    case 'refused_empty':
      return of.refusedEmpty;
    case 'left_empty':
      return of.leftEmpty;
    default:
      return of[part];
  }
}

/** @returns the rate with its numerator and denominator: a percentage is never shown without them */
export function evaluate(
  formula: Pick<Formula, 'numerator' | 'denominator' | 'seconds' | 'shortAbandonS'>,
  of: Tally,
): Rate {
  const sum = (terms: readonly Term[]): number =>
    terms.reduce((total, term) => total + term.sign * amount(term.part, formula, of), 0);
  const numerator = sum(formula.numerator);
  const denominator = sum(formula.denominator);
  return { numerator, denominator, percent: percentOf(numerator, denominator) };
}

export const percentOf = (numerator: number, denominator: number): number | null =>
  denominator > 0 ? Math.round((numerator * 1_000_000) / denominator / 100) / 100 : null;

/** @returns the version of that day, the latest one begun; undefined before the first */
export function formulaAt(formulas: readonly Formula[], kind: FormulaKind, day: string): Formula | undefined {
  return formulas
    .filter((formula) => formula.kind === kind && formula.validFrom <= day)
    .sort((a, b) =>
      a.validFrom === b.validFrom ? b.version - a.version : a.validFrom < b.validFrom ? 1 : -1,
    )[0];
}

/** @returns what is wrong with a formula before it is published; empty when nothing is */
export function checkFormula(formula: Formula): string[] {
  const faults: string[] = [];
  if (formula.numerator.length === 0) faults.push('numerator');
  if (!formula.denominator.some((term) => term.sign === 1)) faults.push('denominator');
  if (!(formula.shortAbandonS >= 0 && formula.shortAbandonS <= 15)) faults.push('shortAbandonS');
  const timed = [...formula.numerator, ...formula.denominator].some((term) => term.part.endsWith('_within'));
  if (timed !== (formula.seconds !== null)) faults.push('seconds');
  if (formula.seconds !== null && !(formula.seconds > 0 && formula.seconds <= 600)) faults.push('seconds');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(formula.validFrom)) faults.push('validFrom');
  return [...new Set(faults)];
}

/** The definitions a new installation starts with (telephony practice: GB/T 33358-2016 names 15 s and 95 %). */
export const SHIPPED_FORMULAS: readonly Formula[] = [
  {
    kind: 'connection_rate',
    version: 1,
    validFrom: '2000-01-01',
    numerator: [plus('answered')],
    denominator: [plus('asked')],
    seconds: null,
    shortAbandonS: 5,
  },
  {
    kind: 'service_level',
    version: 1,
    validFrom: '2000-01-01',
    numerator: [plus('answered_within')],
    denominator: [plus('asked')],
    seconds: 15,
    shortAbandonS: 5,
  },
  {
    kind: 'abandonment',
    version: 1,
    validFrom: '2000-01-01',
    numerator: [plus('abandoned'), minus('short_abandoned')],
    denominator: [plus('entered'), minus('short_abandoned')],
    seconds: null,
    shortAbandonS: 5,
  },
];

/** Shorthand for formulas in code: `terms('entered', '-short_abandoned')`. */
export const terms = (...parts: (FormulaPart | `-${FormulaPart}`)[]): Term[] =>
  parts.map((part) =>
    part.startsWith('-') ? minus(part.slice(1) as FormulaPart) : plus(part as FormulaPart),
  );

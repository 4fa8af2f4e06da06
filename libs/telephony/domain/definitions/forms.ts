import { type Formula, type FormulaKind, type Term, terms } from './formula.js';

/** A form in which a rate is known in practice; its letter is printed beside every figure. */
export interface FormulaForm {
  readonly letter: string;
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
}

const form = (letter: string, numerator: readonly Term[], denominator: readonly Term[]): FormulaForm => ({
  letter,
  numerator,
  denominator,
});

const ENTERED_LESS_SHORT = terms('entered', '-short_abandoned');
const IN_TIME = terms('answered_within');

/**
 * The forms in real use, found in standards, city rules and the documents of vendors: the same calls give four different
 * "15-second rates" by them. A is the form a new installation starts with; Z is any other.
 */
export const FORMULA_FORMS: Readonly<Record<FormulaKind, readonly FormulaForm[]>> = {
  connection_rate: [
    form('A', terms('answered'), terms('asked')),
    form('B', terms('answered'), terms('arrived')),
    form('C', terms('answered'), terms('entered')),
    form('D', terms('answered'), ENTERED_LESS_SHORT),
  ],
  service_level: [
    form('A', IN_TIME, terms('asked')),
    form('B', IN_TIME, terms('answered')),
    form('C', IN_TIME, terms('answered', 'abandoned')),
    form('D', terms('answered_within', 'abandoned_within'), terms('answered', 'abandoned')),
    form('E', IN_TIME, ENTERED_LESS_SHORT),
  ],
  abandonment: [
    form('A', terms('abandoned', '-short_abandoned'), ENTERED_LESS_SHORT),
    form('B', terms('abandoned'), terms('entered')),
    form('C', terms('abandoned'), terms('asked')),
  ],
};

/** A form of nobody else's. */
export const OWN_LETTER = 'Z';

const spelled = (of: readonly Term[]): string =>
  of
    .map(({ part, sign }) => `${sign}${part}`)
    .sort()
    .join(' ');

export function letterOf(formula: Pick<Formula, 'kind' | 'numerator' | 'denominator'>): string {
  const known = FORMULA_FORMS[formula.kind].find(
    (one) =>
      spelled(one.numerator) === spelled(formula.numerator) &&
      spelled(one.denominator) === spelled(formula.denominator),
  );
  return known?.letter ?? OWN_LETTER;
}

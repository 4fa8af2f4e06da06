import type { FigureSpan } from '../data/call-figures.js';
import type { NamedFormula } from '../data/formula-store.js';
import type { FormulaMark } from '../domain/definitions/figure.js';
import { FORMULA_FORMS, letterOf } from '../domain/definitions/forms.js';
import { type Formula, FORMULA_KINDS, type FormulaKind } from '../domain/definitions/formula.js';
import { formulaInForce, type FormulaSpan, spansOf } from '../domain/definitions/in-force.js';
import type { Days } from './figure-unit.js';

/** Which spans a question measures: the versions in force day by day, then every form over the whole period. */
export class FormulaPages {
  readonly spans: FigureSpan[] = [];
  private readonly own = new Map<FormulaKind, { first: number; spans: FormulaSpan[] }>();
  private readonly compared = new Map<FormulaKind, { letter: string; span: number }[]>();

  constructor(
    private readonly all: readonly NamedFormula[],
    private readonly chain: readonly string[],
    private readonly days: Days,
  ) {
    for (const kind of FORMULA_KINDS) {
      const spans = spansOf(all, chain, kind, days);
      this.own.set(kind, { first: this.spans.length, spans });
      this.spans.push(...spans);
      const { seconds, shortAbandonS } = this.last(kind);
      const forms = FORMULA_FORMS[kind].map((form) => {
        const formula = { ...form, seconds, shortAbandonS };
        return { letter: form.letter, span: this.spans.push({ formula, ...days }) - 1 };
      });
      this.compared.set(kind, forms);
    }
  }

  last(kind: FormulaKind): Formula | NamedFormula {
    return formulaInForce(this.all, this.chain, kind, this.days.to);
  }

  inForce(kind: FormulaKind): number[] {
    const own = this.own.get(kind);
    return own ? own.spans.map((_, index) => own.first + index) : [];
  }

  forms(kind: FormulaKind): { letter: string; span: number }[] {
    return this.compared.get(kind) ?? [];
  }

  /** A change inside the period, or one that reached back into it. */
  marks(): FormulaMark[] {
    const { from, to } = this.days;
    return this.all
      .filter((one) => this.chain.includes(one.unitId) && one.validFrom <= to)
      .filter((one) => one.validFrom > from || one.backwards)
      .map((one) => ({
        kind: one.kind,
        day: one.validFrom,
        letter: letterOf(one),
        version: one.version,
        backwards: one.backwards,
      }));
  }
}

import { Injectable } from '@nestjs/common';
import { DAY_MS, type Instant, startOfShanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, briefOf, type UnitBrief, UnitTree } from '@hotline/organization';
import { CallFigures } from '../data/call-figures.js';
import { FormulaStore } from '../data/formula-store.js';
import { type GapRow, LineGaps } from '../data/line-gaps.js';
import {
  type Columns,
  columnsOf,
  type Figure,
  figureOf,
  type FormulaMark,
} from '../domain/definitions/figure.js';
import { FORMULA_KINDS, type FormulaKind } from '../domain/definitions/formula.js';
import { type Days, daysAsked, type FigureAsked, FigureUnit } from './figure-unit.js';
import { FormulaPages } from './formula-pages.js';
import { type FormulaView, formulaView } from './formula-view.js';

export interface FiguresAsked extends FigureAsked {
  readonly queue?: string | undefined;
  readonly per?: 'calls' | 'visits' | undefined;
}

export interface ShownFigure extends Figure {
  readonly kind: FormulaKind;
  /** In force on the last day. */
  readonly formula: FormulaView;
  /** The same calls by every form in use, with the seconds of the formula in force. */
  readonly forms: { letter: string; numerator: number; denominator: number; rate: number | null }[];
}

export interface CallFiguresView extends Days {
  readonly unit: UnitBrief;
  readonly asOf: Instant;
  readonly per: 'calls' | 'visits';
  readonly queue: string | null;
  readonly columns: Columns;
  /** Abandons younger than two seconds: they may turn out to be limits. */
  readonly provisional: number;
  readonly figures: ShownFigure[];
  readonly marks: FormulaMark[];
  readonly gaps: GapRow[];
}

/** The rates of calls of a unit and a period, each with its definition, its two halves and what it leaves out. */
@Injectable()
export class ShowCallFigures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: FigureUnit,
    private readonly store: FormulaStore,
    private readonly figures: CallFigures,
    private readonly units: UnitTree,
    private readonly gaps: LineGaps,
  ) {}

  run(actor: Actor, asked: FiguresAsked): Promise<CallFiguresView> {
    const { scope, unit, chain, today } = this.asking.asked(actor, asked.unitId);
    const days = daysAsked(asked, today);
    const queue = asked.queue ?? null;
    const per = queue === null ? (asked.per ?? 'calls') : 'visits';
    const question = { path: unit.path, ...days, per, queue };
    const [from, until] = [startOfShanghaiDay(days.from), startOfShanghaiDay(days.to).getTime() + DAY_MS];
    return this.work.read(scope, async (tx) => {
      const book = new FormulaPages(await this.store.all(tx), chain, days);
      const groups = await this.figures.measure(
        tx,
        question,
        book.spans,
        book.last('abandonment').shortAbandonS,
      );
      return {
        unit: briefOf(unit),
        ...days,
        asOf: tx.now,
        per,
        queue,
        columns: columnsOf(groups),
        provisional: groups.reduce((sum, group) => sum + group.provisional, 0),
        figures: FORMULA_KINDS.map((kind) => this.shown(book, kind, groups)),
        marks: book.marks(),
        gaps: await this.gaps.below(tx, unit.path, from, new Date(until)),
      };
    });
  }

  private shown(book: FormulaPages, kind: FormulaKind, groups: Parameters<typeof figureOf>[0]): ShownFigure {
    return {
      kind,
      formula: formulaView(book.last(kind), this.units),
      ...figureOf(groups, book.inForce(kind)),
      forms: book.forms(kind).map(({ letter, span }) => {
        const { numerator, denominator, rate } = figureOf(groups, [span]);
        return { letter, numerator, denominator, rate };
      }),
    };
  }
}

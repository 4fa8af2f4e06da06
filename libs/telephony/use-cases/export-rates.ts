import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Cell,
  daysName,
  type ExportContent,
  ExportContents,
  type ExportHead,
  type ExportLanguage,
  type ExportPage,
  type ExportQuestion,
  type Settled,
} from '@hotline/exports';
import type { Actor } from '@hotline/organization';
import { type Columns } from '../domain/definitions/figure.js';
import { percentOf } from '../domain/definitions/formula.js';
import { firstNotes, nameOf, rateNotes } from '../domain/definitions/rate-notes.js';
import { RATE_FILE_WORDS, RATE_WORDS } from '../domain/definitions/words.js';
import { daysAsked, FigureUnit } from './figure-unit.js';
import { type FiguresAsked, ShowCallFigures, type ShownFigure } from './show-call-figures.js';

export const RATES_EXPORT = 'call-figures.rates';

/** What a file of rates or of their calls is of, defaults filled in. */
export function settledRates(asking: FigureUnit, actor: Actor, asked: FiguresAsked) {
  const { unit, today } = asking.asked(actor, asked.unitId);
  const days = daysAsked(asked, today);
  const per = asked.queue === undefined ? (asked.per ?? 'calls') : 'visits';
  return { unitId: unit.id, ...days, per, ...(asked.queue !== undefined && { queue: asked.queue }) };
}

/** 话务口径 as a file: each rate by its own definition and by every form in use, and how the calls ended. */
@Injectable()
export class ExportRates implements ExportContent, OnModuleInit {
  readonly kind = RATES_EXPORT;
  readonly permission = 'numbers.read';

  constructor(
    private readonly contents: ExportContents,
    private readonly asking: FigureUnit,
    private readonly figures: ShowCallFigures,
  ) {}

  onModuleInit(): void {
    this.contents.add(this);
  }

  settle(actor: Actor, asked: FiguresAsked, language: ExportLanguage): Promise<Settled> {
    const question = settledRates(this.asking, actor, asked);
    const name = `${RATE_WORDS[language].title}-${daysName(question.from, question.to)}`;
    return Promise.resolve({ question, name });
  }

  async head(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<ExportHead> {
    const view = await this.figures.run(actor, question as FiguresAsked);
    const { title, letter, rate } = RATE_WORDS[language];
    const words = RATE_FILE_WORDS[language];
    const first = {
      unit: view.unit.name,
      days: view,
      per: view.per,
      madeAt: view.asOf,
      madeBy: actor.displayName,
    };
    return {
      head: {
        title,
        notes: [
          ...firstNotes(first, language),
          ...view.figures.flatMap(({ formula }) => rateNotes(formula, view.marks, language)),
        ],
        columns: [
          { head: words.figure, kind: 'text' },
          { head: letter, kind: 'text' },
          { head: `${rate} %`, kind: 'percent' },
          { head: words.numerator, kind: 'count' },
          { head: words.denominator, kind: 'count' },
          { head: words.count, kind: 'count' },
        ],
      },
      facts: Object.fromEntries(view.figures.map(({ kind, formula }) => [kind, formula.version])),
    };
  }

  async page(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<ExportPage> {
    const { figures, columns } = await this.figures.run(actor, question as FiguresAsked);
    const rows = [...figures.flatMap((figure) => lines(figure, language)), ...counts(columns, language)];
    return { rows, next: null, share: 1 };
  }
}

/** The rate by the definition in force first, then by every form. */
function lines({ formula, forms, numerator, denominator }: ShownFigure, language: ExportLanguage): Cell[][] {
  const name = nameOf(formula.kind, formula.seconds, language);
  const line = (letter: string, above: number, below: number): Cell[] => [
    name,
    letter,
    percentOf(above, below),
    above,
    below,
    null,
  ];
  return [
    line(`${formula.letter} v${formula.version}`, numerator, denominator),
    ...forms.map((form) => line(form.letter, form.numerator, form.denominator)),
  ];
}

const counts = (columns: Columns, language: ExportLanguage): Cell[][] =>
  Object.entries(RATE_WORDS[language].columns).map(([column, name]) => [
    name,
    null,
    null,
    null,
    null,
    columns[column as keyof Columns],
  ]);

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
import { DAY_MS, startOfShanghaiDay } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import type { RowSide } from '../data/call-rows.js';
import type { Column } from '../domain/definitions/figure.js';
import type { FormulaKind } from '../domain/definitions/formula.js';
import { firstNotes, nameOf, rateNotes } from '../domain/definitions/rate-notes.js';
import { RATE_FILE_WORDS, RATE_WORDS } from '../domain/definitions/words.js';
import { settledRates } from './export-rates.js';
import { FigureUnit } from './figure-unit.js';
import { type CallRowsAsked, ListCallRows, type ShownCall } from './list-call-rows.js';
import { type FiguresAsked, ShowCallFigures } from './show-call-figures.js';

export const RATE_ROWS_EXPORT = 'call-figures.rows';
const PAGE = 2_000;

export interface RateRowsFile extends FiguresAsked {
  readonly kind?: FormulaKind | undefined;
  readonly side?: RowSide | undefined;
  readonly column?: Column | undefined;
}

/** The calls behind a rate as a file, however many: as many as its figure says. */
@Injectable()
export class ExportRateRows implements ExportContent, OnModuleInit {
  readonly kind = RATE_ROWS_EXPORT;
  readonly permission = 'numbers.read';

  constructor(
    private readonly contents: ExportContents,
    private readonly asking: FigureUnit,
    private readonly figures: ShowCallFigures,
    private readonly rows: ListCallRows,
  ) {}

  onModuleInit(): void {
    this.contents.add(this);
  }

  settle(actor: Actor, asked: RateRowsFile, language: ExportLanguage): Promise<Settled> {
    const { kind = 'connection_rate', side = 'all', column } = asked;
    const fixed = { ...settledRates(this.asking, actor, asked), kind, side };
    const name = `${title(fixed, column, language)}-${daysName(fixed.from, fixed.to)}`;
    return Promise.resolve({ question: column === undefined ? fixed : { ...fixed, column }, name });
  }

  async head(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<ExportHead> {
    const { kind, side, column } = askedOf(question);
    const view = await this.figures.run(actor, question as FiguresAsked);
    const formula = view.figures.find((figure) => figure.kind === kind)?.formula;
    const { table } = RATE_WORDS[language];
    const words = RATE_FILE_WORDS[language];
    const first = {
      unit: view.unit.name,
      days: view,
      per: view.per,
      madeAt: view.asOf,
      madeBy: actor.displayName,
    };
    const text = (head: string) => ({ head, kind: 'text' as const });
    return {
      head: {
        title: title({ kind, side }, column ?? undefined, language),
        notes: [
          ...firstNotes(first, language),
          ...(formula ? rateNotes(formula, view.marks, language) : []),
          [words.side, sideWords(side, column ?? undefined, language)],
          [words.numbers, words.masked],
        ],
        columns: [
          { head: table.at, kind: 'moment' },
          text(table.caller),
          text(table.ended),
          { head: `${table.wait}${words.seconds}`, kind: 'seconds' },
          text(table.queue),
          text(table.agent),
          text(table.unit),
        ],
      },
      facts: formula ? { [kind]: formula.version } : {},
    };
  }

  async page(
    actor: Actor,
    question: ExportQuestion,
    language: ExportLanguage,
    cursor: string | null,
  ): Promise<ExportPage> {
    const asked = askedOf(question);
    const { items, nextCursor } = await this.rows.page(actor, { ...asked, cursor, limit: PAGE });
    const from = startOfShanghaiDay(asked.from).getTime();
    const until = startOfShanghaiDay(asked.to).getTime() + DAY_MS;
    const last = items.at(-1)?.at.getTime() ?? from;
    return {
      rows: items.map((call) => cells(call, language)),
      next: nextCursor,
      share: nextCursor === null ? 1 : (until - last) / (until - from),
    };
  }
}

type Asked = Omit<CallRowsAsked, 'cursor' | 'limit'> & { readonly from: string; readonly to: string };
/** As `settle` wrote it down. */
const askedOf = (question: ExportQuestion): Asked => question as unknown as Asked;

const sideWords = (side: RowSide, column: Column | undefined, language: ExportLanguage): string => {
  const { sides, columns } = RATE_WORDS[language];
  return column === undefined ? sides[side] : columns[column];
};

const title = (
  { kind, side }: { readonly kind: FormulaKind; readonly side: RowSide },
  column: Column | undefined,
  language: ExportLanguage,
): string =>
  `${nameOf(kind, null, language)}-${sideWords(side, column, language)}-${RATE_FILE_WORDS[language].calls}`;

function cells(call: ShownCall, language: ExportLanguage): Cell[] {
  const { withheld, columns, uncertain } = RATE_WORDS[language];
  return [
    call.at.getTime(),
    call.withheld ? withheld : call.masked,
    call.provisional ? `${columns[call.column]} (${uncertain})` : columns[call.column],
    call.waitMs === null ? null : Math.round(call.waitMs / 100) / 10,
    call.queue,
    call.agent,
    call.unit?.name ?? null,
  ];
}

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
  filled,
  momentText,
  type Settled,
} from '@hotline/exports';
import { isId, shanghaiDay } from '@hotline/kernel';
import { type Actor, briefOf } from '@hotline/organization';
import { FILE_WORDS } from '../domain/file-words.js';
import { column } from '../domain/report-sheets.js';
import { REPORT_WORDS } from '../domain/report-words.js';
import type { CallResult } from '../domain/row-results.js';
import { ListReportedCalls, type NamedCall } from './list-reported-calls.js';
import { ReportUnit } from './report-unit.js';

export const CALL_ROWS_EXPORT = 'call-report.rows';
/** Rows a page: so many that the way to the database is little of it, so few that a file stops within a moment. */
const PAGE = 2_000;

export interface CallRowsFile {
  readonly unitId?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly queue?: string | undefined;
  readonly accountId?: string | undefined;
  /** ISO 8601 */
  readonly since: string;
  readonly until: string;
  readonly result?: CallResult | undefined;
}

/** 来电明细 as a file: the calls behind a number, newest first, however many. Numbers are masks. */
@Injectable()
export class ExportCallRows implements ExportContent, OnModuleInit {
  readonly kind = CALL_ROWS_EXPORT;
  readonly permission = 'call-report.read';

  constructor(
    private readonly contents: ExportContents,
    private readonly asking: ReportUnit,
    private readonly rows: ListReportedCalls,
  ) {}

  onModuleInit(): void {
    this.contents.add(this);
  }

  async settle(actor: Actor, given: ExportQuestion, language: ExportLanguage): Promise<Settled> {
    const question = given as unknown as CallRowsFile;
    const asked = this.asking.asked(actor, question.unitId, this.permission);
    const accountId = this.asking.whose(asked, question.accountId ?? null);
    const { since, until, result = 'all' } = question;
    const fixed = {
      ...given,
      unitId: asked.unit.id,
      since: new Date(since).toISOString(),
      until: new Date(until).toISOString(),
      result,
      ...(accountId !== null && { accountId }),
    };
    // Refused as the list would: a time turned round or too long.
    await this.read(actor, fixed, null, 1);
    const words = REPORT_WORDS[language];
    const days = daysName(shanghaiDay(new Date(since)), shanghaiDay(new Date(Date.parse(until) - 1)));
    return { question: fixed, name: `${words.rows}-${words.results[result]}-${days}` };
  }

  head(actor: Actor, given: ExportQuestion, language: ExportLanguage): Promise<ExportHead> {
    const question = given as unknown as CallRowsFile;
    const { unit } = this.asking.asked(actor, question.unitId, this.permission);
    const { rows, row, results, result, queue, basis } = REPORT_WORDS[language];
    const words = FILE_WORDS[language];
    const [from, to] = [question.since, question.until].map((at) => momentText(Date.parse(at)));
    const made = { time: momentText(this.asking.now().getTime()), name: actor.displayName };
    const seconds = (head: string) => column(`${head}${words.seconds}`, 'seconds');
    const title = `${rows} · ${results[question.result ?? 'all']}`;
    return Promise.resolve({
      head: {
        title,
        notes: [
          [words.unit, briefOf(unit).name],
          [words.days, filled(words.period, { from: from ?? '', to: to ?? '' })],
          [result, results[question.result ?? 'all']],
          ...(question.queue === undefined ? [] : [[queue, question.queue] as [string, string]]),
          ...(question.accountId === actor.accountId ? [[words.person, words.own] as [string, string]] : []),
          [words.made, filled(words.madeBy, made)],
          [words.basis, basis],
          [words.numbers, words.masked],
        ],
        columns: [
          column(row.time, 'moment'),
          column(row.number),
          column(row.outcome),
          column(row.agent),
          seconds(row.wait),
          seconds(row.talk),
          seconds(words.hold),
          column(words.transfer),
          column(row.line),
          column(words.queueName),
        ],
      },
      facts: {},
    });
  }

  async page(
    actor: Actor,
    question: ExportQuestion,
    language: ExportLanguage,
    place: string | null,
  ): Promise<ExportPage> {
    const { items, next } = await this.read(actor, question, place, PAGE);
    const { since, until } = question as unknown as CallRowsFile;
    const last = items.at(-1)?.at.getTime() ?? Date.parse(since);
    const length = Date.parse(until) - Date.parse(since);
    return {
      rows: items.map((call) => cells(call, language)),
      next: next && `${next.id} ${next.at}`,
      share: next === null ? 1 : (Date.parse(until) - last) / length,
    };
  }

  private read(actor: Actor, given: ExportQuestion, place: string | null, limit: number) {
    const { since, until, result = 'all', ...question } = given as unknown as CallRowsFile;
    const after =
      place !== null && isId(place.slice(0, 36)) ? { id: place.slice(0, 36), at: place.slice(37) } : null;
    const order = { ...question, since: new Date(since), until: new Date(until), result };
    return this.rows.page(actor, { ...order, after, limit });
  }
}

const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000));

function cells(call: NamedCall, language: ExportLanguage): Cell[] {
  const { withheld, outcomes } = REPORT_WORDS[language];
  return [
    call.at.getTime(),
    call.masked ?? withheld,
    (outcomes as Readonly<Record<string, string>>)[call.outcome] ?? call.outcome,
    call.agentName,
    seconds(call.waitMs),
    seconds(call.talkMs),
    seconds(call.holdMs),
    call.transfer === null ? null : FILE_WORDS[language].transferred,
    call.sourceName,
    call.queue,
  ];
}

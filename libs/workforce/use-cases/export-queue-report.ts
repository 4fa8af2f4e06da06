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
import { FILE_WORDS } from '../domain/file-words.js';
import {
  definitionNotes,
  firstNotes,
  gapNotes,
  lineName,
  type Note,
  versionsOf,
} from '../domain/report-notes.js';
import { column, queueCells, queueColumns, queueHints } from '../domain/report-sheets.js';
import { REPORT_WORDS } from '../domain/report-words.js';
import { ReportUnit } from './report-unit.js';
import { type QueueReport, type QueueReportQuestion, ShowQueueReport } from './show-queue-report.js';

export const QUEUE_REPORT_EXPORT = 'call-report.queues';

/** What the lines of the file are. */
export const QUEUE_FILE_LINES = ['intervals', 'queues'] as const;
export type QueueFileLines = (typeof QUEUE_FILE_LINES)[number];

export interface QueueFileQuestion extends QueueReportQuestion {
  readonly lines?: QueueFileLines | undefined;
}

/** 队列报表 as a file: the lines of the screen, or its queues, and their sum. */
@Injectable()
export class ExportQueueReport implements ExportContent, OnModuleInit {
  readonly kind = QUEUE_REPORT_EXPORT;
  readonly permission = 'call-report.of-others';

  constructor(
    private readonly contents: ExportContents,
    private readonly asking: ReportUnit,
    private readonly report: ShowQueueReport,
  ) {}

  onModuleInit(): void {
    this.contents.add(this);
  }

  settle(actor: Actor, question: QueueFileQuestion, language: ExportLanguage): Promise<Settled> {
    const asked = this.asking.asked(actor, question.unitId, this.permission);
    const days = this.asking.days(question, asked.today);
    const { sourceId, queue, lines = 'intervals' } = question;
    const fixed = { unitId: asked.unit.id, ...days, lines, ...(sourceId && { sourceId }) };
    const words = REPORT_WORDS[language];
    const what = lines === 'queues' ? words.byQueue : words.tabs.queues;
    return Promise.resolve({
      question: queue === undefined ? fixed : { ...fixed, queue },
      name: `${words.title}-${what}-${daysName(days.from, days.to)}`,
    });
  }

  async head(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<ExportHead> {
    const report = await this.report.run(actor, question as QueueFileQuestion);
    const { title, tabs, queue, byQueue, time, columns } = REPORT_WORDS[language];
    const notes = [
      ...firstNotes(
        {
          unit: report.unit.name,
          days: report,
          step: report.step,
          asOf: report.asOf,
          madeAt: this.asking.now(),
          madeBy: actor.displayName,
        },
        language,
      ),
      [queue, queueOf(report, question as QueueFileQuestion, language)] as Note,
      ...definitionNotes(report.stretches, language),
      ...queueHints(language),
      ...gapNotes(report.gaps, language),
    ];
    const byQueues = question.lines === 'queues';
    const unseen = column(`${columns.unseen}${FILE_WORDS[language].seconds}`, 'seconds');
    return {
      head: {
        title: `${title} · ${byQueues ? byQueue : tabs.queues}`,
        notes,
        columns: [column(byQueues ? queue : time), ...queueColumns(language), ...(byQueues ? [] : [unseen])],
      },
      facts: versionsOf(report.stretches),
    };
  }

  async page(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<ExportPage> {
    const report = await this.report.run(actor, question as QueueFileQuestion);
    const { total, noQueue } = REPORT_WORDS[language];
    const lines = (): Cell[][] => [
      ...report.lines.map((line) => [
        lineName(line.at, report.step),
        ...queueCells(line.figures),
        line.unseenSeconds,
      ]),
      [total, ...queueCells(report.total), null],
    ];
    const queues = (): Cell[][] =>
      report.queues.map((one) => [`${one.sourceName} · ${one.queue || noQueue}`, ...queueCells(one.figures)]);
    return { rows: question.lines === 'queues' ? queues() : lines(), next: null, share: 1 };
  }
}

/** The line and queue that is asked for, in words. */
function queueOf(
  report: QueueReport,
  { sourceId, queue }: QueueFileQuestion,
  language: ExportLanguage,
): string {
  const { allQueues, noQueue } = REPORT_WORDS[language];
  if (sourceId === undefined && queue === undefined) return allQueues;
  const line = report.queues.find((one) => one.sourceId === sourceId)?.sourceName ?? '';
  return [line, queue === undefined ? '' : queue || noQueue].filter(Boolean).join(' · ');
}

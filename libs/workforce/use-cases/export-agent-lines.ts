import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
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
import { firstNotes, gapNotes, lineName, type Note } from '../domain/report-notes.js';
import { agentCells, agentColumns, agentHints, column } from '../domain/report-sheets.js';
import { REPORT_WORDS } from '../domain/report-words.js';
import { type ReportQuestion, ReportUnit } from './report-unit.js';
import { ShowAgentReport } from './show-agent-report.js';

export const AGENT_LINES_EXPORT = 'call-report.agent-lines';

export interface AgentLinesQuestion extends ReportQuestion {
  readonly accountId?: string | undefined;
}

/** One agent, or all of a unit together, by interval: the lines of the screen and their sum. */
@Injectable()
export class ExportAgentLines implements ExportContent, OnModuleInit {
  readonly kind = AGENT_LINES_EXPORT;
  readonly permission = 'call-report.read';

  constructor(
    private readonly contents: ExportContents,
    private readonly asking: ReportUnit,
    private readonly report: ShowAgentReport,
  ) {}

  onModuleInit(): void {
    this.contents.add(this);
  }

  settle(actor: Actor, question: AgentLinesQuestion, language: ExportLanguage): Promise<Settled> {
    const asked = this.asking.asked(actor, question.unitId, this.permission);
    const days = this.asking.days(question, asked.today);
    const accountId = this.asking.whose(asked, question.accountId ?? null);
    const { title, tabs, lines } = REPORT_WORDS[language];
    const fixed = { unitId: asked.unit.id, ...days, ...(accountId !== null && { accountId }) };
    const name = `${title}-${tabs.agents}-${lines}-${daysName(days.from, days.to)}`;
    return Promise.resolve({ question: fixed, name });
  }

  async head(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<ExportHead> {
    const report = await this.ask(actor, question);
    const { title, tabs, time } = REPORT_WORDS[language];
    const words = FILE_WORDS[language];
    const first = {
      unit: report.unit.name,
      days: report,
      step: report.step,
      asOf: report.asOf,
      madeAt: this.asking.now(),
      madeBy: actor.displayName,
    };
    const notes: Note[] = [
      ...firstNotes(first, language),
      [words.person, await this.person(actor, question, language)],
      ...agentHints(language),
      ...gapNotes(report.gaps, language),
    ];
    const columns = [column(time), ...agentColumns(language)];
    return { head: { title: `${title} · ${tabs.agents}`, notes, columns }, facts: {} };
  }

  async page(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<ExportPage> {
    const report = await this.ask(actor, question);
    const rows = report.lines.map(({ at, figures }) => [lineName(at, report.step), ...agentCells(figures)]);
    const total = [REPORT_WORDS[language].total, ...agentCells(report.total)];
    return { rows: [...rows, total], next: null, share: 1 };
  }

  private ask(actor: Actor, question: ExportQuestion) {
    const { accountId, ...days } = question as AgentLinesQuestion;
    return this.report.lines(actor, accountId ?? null, days);
  }

  private async person(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<string> {
    const { accountId, unitId } = question as AgentLinesQuestion;
    if (accountId === undefined) return FILE_WORDS[language].everybody;
    return accountId === actor.accountId ? actor.displayName : this.report.nameOf(actor, unitId, accountId);
  }
}

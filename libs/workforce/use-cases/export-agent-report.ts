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
import { isId } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { firstNotes, type Note } from '../domain/report-notes.js';
import { agentCells, agentColumns, agentHints, column } from '../domain/report-sheets.js';
import { REPORT_WORDS } from '../domain/report-words.js';
import { type ReportQuestion, ReportUnit } from './report-unit.js';
import { ShowAgentReport } from './show-agent-report.js';

export const AGENT_REPORT_EXPORT = 'call-report.agents';
const PAGE = 500;

/** 坐席报表 as a file: one line a person, by name, and everybody together. */
@Injectable()
export class ExportAgentReport implements ExportContent, OnModuleInit {
  readonly kind = AGENT_REPORT_EXPORT;
  readonly permission = 'call-report.read';

  constructor(
    private readonly contents: ExportContents,
    private readonly asking: ReportUnit,
    private readonly report: ShowAgentReport,
  ) {}

  onModuleInit(): void {
    this.contents.add(this);
  }

  settle(actor: Actor, question: ReportQuestion, language: ExportLanguage): Promise<Settled> {
    const { unit, today } = this.asking.asked(actor, question.unitId, this.permission);
    const { from, to } = this.asking.days({ ...question, step: 'day' }, today);
    const { title, people } = REPORT_WORDS[language];
    return Promise.resolve({
      question: { unitId: unit.id, from, to },
      name: `${title}-${people}-${daysName(from, to)}`,
    });
  }

  async head(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<ExportHead> {
    const report = await this.report.people(actor, { ...question, after: null, limit: 1 });
    const { title, people, columns } = REPORT_WORDS[language];
    const first = {
      unit: report.unit.name,
      days: report,
      step: null,
      asOf: report.asOf,
      madeAt: this.asking.now(),
      madeBy: actor.displayName,
    };
    const notes: Note[] = [...firstNotes(first, language), ...agentHints(language)];
    const own = [column(columns.person), ...agentColumns(language)];
    return { head: { title: `${title} · ${people}`, notes, columns: own }, facts: {} };
  }

  async page(
    actor: Actor,
    question: ExportQuestion,
    language: ExportLanguage,
    place: string | null,
  ): Promise<ExportPage> {
    const report = await this.report.people(actor, { ...question, after: after(place), limit: PAGE });
    const rows = report.items.map(({ name, figures }) => [name, ...agentCells(figures)]);
    if (report.next) return { rows, next: `${report.next.accountId} ${report.next.name}`, share: null };
    return {
      rows: [...rows, [REPORT_WORDS[language].total, ...agentCells(report.total)]],
      next: null,
      share: 1,
    };
  }
}

const after = (place: string | null): { accountId: string; name: string } | null =>
  place !== null && isId(place.slice(0, 36))
    ? { accountId: place.slice(0, 36), name: place.slice(37) }
    : null;

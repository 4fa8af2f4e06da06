import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Cell,
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
import type { Actor } from '@hotline/organization';
import { FILE_WORDS } from '../domain/file-words.js';
import { column } from '../domain/report-sheets.js';
import { STAFFING_WORDS } from '../domain/staffing-words.js';
import { ReportUnit } from './report-unit.js';
import { ShowStaffing, type StaffingDay, type StaffingQuestion } from './show-staffing.js';

export const STAFFING_EXPORT = 'staffing.day';

/** 人力测算 as a file: how many each interval of a day takes, with the rule it is reckoned by. */
@Injectable()
export class ExportStaffing implements ExportContent, OnModuleInit {
  readonly kind = STAFFING_EXPORT;
  readonly permission = 'staffing.read';

  constructor(
    private readonly contents: ExportContents,
    private readonly asking: ReportUnit,
    private readonly showing: ShowStaffing,
  ) {}

  onModuleInit(): void {
    this.contents.add(this);
  }

  async settle(actor: Actor, question: StaffingQuestion, language: ExportLanguage): Promise<Settled> {
    const { unit, day, step } = await this.showing.run(actor, question);
    const name = `${STAFFING_WORDS[language].title}-${day}`;
    return { question: { unitId: unit.id, day, step }, name };
  }

  async head(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<ExportHead> {
    const day = await this.showing.run(actor, question as StaffingQuestion);
    const words = STAFFING_WORDS[language];
    const { unit, days, made, madeBy, seconds, percent } = FILE_WORDS[language];
    const { offered, handling, erlangs, needed, toRoster, rostered, gap, present, expected } = words.columns;
    const counted = [erlangs, needed, toRoster, rostered, gap, present].map((head) => column(head, 'count'));
    const at = momentText(this.asking.now().getTime());
    return {
      head: {
        title: words.title,
        notes: [
          [unit, day.unit.name],
          [days, [day.day, words.kind[day.kind]].filter(Boolean).join(' · ')],
          [made, filled(madeBy, { time: at, name: actor.displayName })],
          [words.settingsTitle, `${ruleOf(day, language)} · ${settingOf(day, language)}`],
          [words.settingsTitle, sampleOf(day, language)],
          [words.settingsTitle, words.method],
        ],
        columns: [
          column(words.time),
          column(offered, 'count'),
          column(`${handling}${seconds}`, 'seconds'),
          ...counted,
          column(`${expected}${percent}`, 'percent'),
        ],
      },
      facts: { setting: day.setting.version },
    };
  }

  async page(actor: Actor, question: ExportQuestion): Promise<ExportPage> {
    const { lines } = await this.showing.run(actor, question as StaffingQuestion);
    return { rows: lines.map(cells), next: null, share: 1 };
  }
}

function cells(line: StaffingDay['lines'][number]): Cell[] {
  const { at, until, offered, handlingSeconds, erlangs, needed, toRoster, rostered, present } = line;
  const [from, to] = [at, until].map((one) => momentText(one.getTime()).slice(11, 16));
  const gap = toRoster === null ? null : Math.round((rostered - toRoster) * 10) / 10;
  const time = `${from}–${to}`;
  return [
    time,
    offered,
    handlingSeconds,
    erlangs,
    needed,
    toRoster,
    rostered,
    gap,
    present,
    line.expectedPercent,
  ];
}

const ruleOf = ({ setting }: StaffingDay, language: ExportLanguage): string =>
  filled(STAFFING_WORDS[language].rule, {
    percent: setting.targetPercent,
    seconds: setting.withinSeconds,
    shrinkage: setting.shrinkagePercent,
    least: setting.leastAgents,
    weeks: setting.weeks,
  });

const settingOf = ({ setting }: StaffingDay, language: ExportLanguage): string => {
  const { from, shipped } = STAFFING_WORDS[language];
  return setting.from ? filled(from, { unit: setting.from.name }) : shipped;
};

const sampleOf = ({ sample, setting }: StaffingDay, language: ExportLanguage): string => {
  const words = STAFFING_WORDS[language];
  return sample.length > 0
    ? filled(words.sample, { days: sample.join('、'), count: sample.length })
    : filled(words.noSample, { weeks: setting.weeks });
};

import { Injectable } from '@nestjs/common';
import { DAY_MS, type Instant, startOfShanghaiDay, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, briefOf, type UnitBrief } from '@hotline/organization';
import { type GapRow, LineGaps } from '@hotline/telephony';
import { CallFormulaBook, type CallFormulaPages, printed } from '../data/call-formula-book.js';
import { NumberReads } from '../data/number-reads.js';
import { type CallHour, callHours } from '../domain/call-hours.js';
import type { Daily, Sums } from '../domain/daily.js';
import { type CallPart, callPartOf, type FormulaChange, type PrintedFormula } from '../domain/call-part.js';
import { asOfNow, openOverdueOf, total } from '../domain/due.js';
import { type DurationClass, durationClasses, percentile } from '../domain/durations.js';
import {
  DEFINITIONS,
  type Definition,
  EXCLUSIONS,
  isDeadline,
  type MetricName,
  METRICS,
} from '../domain/metrics.js';
import { dayAfter, type Period, previousOf } from '../domain/period.js';
import { rateOf } from '../domain/rate.js';
import { ROLLING_DAYS, type TrendPoint, trendOf } from '../domain/trend.js';
import { type Asked, labelsOf, type NumberQuestion, NumberUnit } from './number-unit.js';

export interface ShownNumber {
  readonly metric: MetricName;
  readonly definition: Omit<Definition, 'target'>;
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded: {
    readonly code: string;
    readonly zh: string;
    readonly en: string;
    readonly count: number;
  }[];
  readonly rate: number | null;
  readonly target: number | null;
  /** Fell due and still open; null for what has no deadline. */
  readonly openOverdue: number | null;
  readonly previous: {
    readonly numerator: number;
    readonly denominator: number;
    readonly rate: number | null;
  };
  readonly trend: TrendPoint[];
  /** Of the connection rate alone. */
  readonly telephone: TelephonePart | null;
}

/** Who tells of the calls, the two rates beside the main one, and the formulas that are in force on the last day. */
export interface TelephonePart extends CallPart {
  readonly formula: PrintedFormula;
  readonly level: PrintedFormula;
  readonly changes: FormulaChange[];
}

export interface ShownNumbers {
  readonly unit: UnitBrief;
  readonly from: string;
  readonly to: string;
  readonly previousFrom: string;
  readonly previousTo: string;
  readonly asOf: Instant;
  readonly numbers: ShownNumber[];
  readonly openOverdue: number;
  readonly medianWorkingDays: number | null;
  readonly p90WorkingDays: number | null;
  readonly durations: DurationClass[];
  readonly callHours: CallHour[];
  /** When the lines of the unit were not heard. */
  readonly gaps: GapRow[];
}

/** The numbers of a unit and a period, with what stands behind them. */
@Injectable()
export class ShowNumbers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: NumberUnit,
    private readonly reads: NumberReads,
    private readonly formulas: CallFormulaBook,
    private readonly gaps: LineGaps,
  ) {}

  async run(actor: Actor, question: NumberQuestion): Promise<ShownNumbers> {
    const asked = this.asking.asked(actor, question);
    const from = startOfShanghaiDay(asked.period.from);
    const until = new Date(startOfShanghaiDay(asked.period.to).getTime() + DAY_MS);
    return this.work.read(asked.scope, async (tx) => ({
      ...shown(asked, await this.days(tx, asked), tx.now, await this.formulas.read(tx)),
      gaps: await this.gaps.below(tx, asked.unit.path, from, until),
    }));
  }

  private async days(tx: Transaction, { unit, paths, period, today }: Asked): Promise<Daily[]> {
    const from = dayAfter(previousOf(period).from, 1 - ROLLING_DAYS);
    const days = await this.reads.days(tx, paths, { from, to: period.to });
    return asOfNow(days, today, await this.reads.dueTodayOf(tx, unit.path, labelsOf(unit.path), today));
  }
}

const inside = (days: readonly Daily[], { from, to }: Period): Daily[] =>
  days.filter(({ day }) => day >= from && day <= to);

function shown(
  { unit, period, today }: Asked,
  days: readonly Daily[],
  asOf: Instant,
  formulas: CallFormulaPages,
): Omit<ShownNumbers, 'gaps'> {
  const previous = previousOf(period);
  const present = inside(days, period);
  const onTime = total(present, 'on-time');
  return {
    unit: briefOf(unit),
    ...period,
    previousFrom: previous.from,
    previousTo: previous.to,
    asOf,
    numbers: METRICS.map((metric) => ({
      ...shownNumber(metric, days, period, today),
      telephone: metric === 'connection' ? telephonePart(total(present, metric), period, formulas) : null,
    })),
    openOverdue: openOverdueOf(onTime),
    medianWorkingDays: percentile(onTime.bins, 0.5),
    p90WorkingDays: percentile(onTime.bins, 0.9),
    durations: durationClasses(onTime.bins),
    callHours: callHours(present.filter(({ metric }) => metric === 'connection')),
  };
}

function telephonePart(sums: Sums, period: Period, formulas: CallFormulaPages): TelephonePart {
  const { connection, level } = formulas.on(period.to);
  return {
    ...callPartOf(sums),
    formula: printed(connection),
    level: printed(level),
    changes: formulas.changes(period),
  };
}

function shownNumber(
  metric: MetricName,
  all: readonly Daily[],
  period: Period,
  today: string,
): Omit<ShownNumber, 'telephone'> {
  const days = all.filter((daily) => daily.metric === metric);
  const byDay = new Map(days.map((daily) => [daily.day, daily]));
  const sums = total(inside(days, period), metric);
  const { numerator, denominator, excluded } = sums;
  const before = total(inside(days, previousOf(period)), metric);
  const { target, ...definition } = DEFINITIONS[metric];
  return {
    metric,
    definition,
    numerator,
    denominator,
    excluded: EXCLUSIONS.flatMap((term) => {
      const count = excluded[term.code] ?? 0;
      return count > 0 ? [{ ...term, count }] : [];
    }),
    rate: rateOf(numerator, denominator),
    target,
    openOverdue: isDeadline(metric) ? openOverdueOf(sums) : null,
    previous: {
      numerator: before.numerator,
      denominator: before.denominator,
      rate: rateOf(before.numerator, before.denominator),
    },
    trend: trendOf(period, (day) => byDay.get(day) ?? { numerator: 0, denominator: 0 }, today),
  };
}

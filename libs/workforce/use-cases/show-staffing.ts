import { Injectable } from '@nestjs/common';
import {
  type Instant,
  MINUTE_MS,
  refuse,
  startOfShanghaiDay,
  type Transaction,
  UnitOfWork,
} from '@hotline/kernel';
import { type Actor, briefOf, overrules, type Unit, type UnitBrief, UnitTree } from '@hotline/organization';
import { DayKinds } from '../data/day-kinds.js';
import { type StaffingSetting, StaffingReads } from '../data/staffing-reads.js';
import { type DayKind, dayKind, expectation, likeDays } from '../domain/forecast.js';
import { bucketsOf } from '../domain/interval.js';
import { dayAfter } from '../domain/report-days.js';
import { type StaffedInterval, staffedInterval, STAFFING_DEFAULTS } from '../domain/staffing.js';
import { type ReportAsked, ReportUnit } from './report-unit.js';

export type StaffingStep = '15' | '30' | '60';

export interface StaffingQuestion {
  readonly unitId?: string | undefined;
  readonly day?: string | undefined;
  readonly step?: StaffingStep | undefined;
}

export interface StaffingSettingView extends StaffingSetting {
  /** of the unit itself; 0 when it has none of its own */
  readonly version: number;
  /** the unit whose setting is in force; null: what ships */
  readonly from: UnitBrief | null;
}

export interface StaffingDay {
  readonly unit: UnitBrief;
  readonly day: string;
  readonly step: StaffingStep;
  readonly kind: DayKind;
  readonly editable: boolean;
  readonly setting: StaffingSettingView;
  /** the past days it is reckoned from */
  readonly sample: string[];
  readonly lines: (StaffedInterval & { at: Instant; until: Instant })[];
}

/** How many agents each interval of a day takes, from the last weeks, against who is rostered and who is there. */
@Injectable()
export class ShowStaffing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: ReportUnit,
    private readonly reads: StaffingReads,
    private readonly units: UnitTree,
    private readonly kinds: DayKinds,
  ) {}

  async run(actor: Actor, question: StaffingQuestion): Promise<StaffingDay> {
    const asked = this.asking.asked(actor, question.unitId, 'staffing.read');
    const day = question.day ?? dayAfter(asked.today, 1);
    if (day > dayAfter(asked.today, 400) || day < dayAfter(asked.today, -400))
      return refuse('invalid-input', { field: 'day' });
    return this.work.read(asked.scope, (tx) => this.staffing(tx, actor, asked, day, question.step ?? '30'));
  }

  async settingOf(tx: Transaction, unit: Unit): Promise<StaffingSettingView> {
    const tree = this.units.current();
    const chain = tree.upwards(unit.id);
    const stored = await this.reads.settings(
      tx,
      chain.map(({ id }) => id),
    );
    const nearest = chain.find(({ id }) => stored.some(({ unitId }) => unitId === id));
    const inForce = stored.find(({ unitId }) => unitId === nearest?.id);
    const {
      unitId: _unit,
      version: _version,
      ...setting
    } = inForce ?? { ...STAFFING_DEFAULTS, unitId: '', version: 0 };
    const version = stored.find(({ unitId }) => unitId === unit.id)?.version ?? 0;
    return { ...setting, version, from: nearest ? briefOf(nearest) : null };
  }

  private async staffing(
    tx: Transaction,
    actor: Actor,
    { unit, paths, today, now }: ReportAsked,
    day: string,
    step: StaffingStep,
  ): Promise<StaffingDay> {
    const setting = await this.settingOf(tx, unit);
    const isWorkday = this.kinds.isWorkday(unit);
    const first = await this.reads.firstDay(tx, paths);
    const sample = likeDays(day, today, setting.weeks, isWorkday).filter(
      (one) => first !== null && one >= first,
    );
    const minutes = Number(step);
    const past = await this.reads.past(tx, paths, sample, minutes);
    const holes = await this.reads.unheard(tx, paths, sample);
    const rostered = await this.reads.rostered(tx, paths, day, minutes);
    const present = await this.reads.present(tx, paths, day, minutes);
    const unheard = unheardIn(holes, minutes);
    return {
      unit: briefOf(unit),
      day,
      step,
      kind: dayKind(day, isWorkday),
      editable: overrules(actor, 'staffing.edit', unit.path),
      setting,
      sample,
      lines: bucketsOf(step, day, day).map((bucket, n) => ({
        ...bucket,
        ...staffedInterval(
          expectation(n * minutes, past, unheard),
          minutes,
          setting,
          rostered.get(bucket.at.getTime()) ?? 0,
          // An interval that still runs has fewer minutes than it will have.
          bucket.until <= now ? (present.get(bucket.at.getTime()) ?? 0) : null,
        ),
      })),
    };
  }
}

/** Whether a hole lies in an interval of a past day. */
const unheardIn =
  (holes: readonly { from: Instant; to: Instant }[], minutes: number) =>
  (day: string, minute: number): boolean => {
    const from = startOfShanghaiDay(day).getTime() + minute * MINUTE_MS;
    const to = from + minutes * MINUTE_MS;
    return holes.some((hole) => hole.from.getTime() < to && hole.to.getTime() > from);
  };

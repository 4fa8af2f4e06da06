import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, briefOf, type Unit, type UnitBrief } from '@hotline/organization';
import { NumberReads } from '../data/number-reads.js';
import { UnitSums } from '../data/unit-sums.js';
import { NOTHING, type Sums } from '../domain/daily.js';
import { openOverdueOf } from '../domain/due.js';
import { percentile } from '../domain/durations.js';
import { previousOf } from '../domain/period.js';
import { rateOf } from '../domain/rate.js';
import { labelsOf, type NumberQuestion, NumberUnit } from './number-unit.js';

export interface ChildNumbers {
  readonly unit: UnitBrief;
  readonly regionCode: string | null;
  readonly hasChildren: boolean;
  /** Hung here in the period and hangs elsewhere now: its days here stay in the sum. */
  readonly movedAway: boolean;
  readonly due: number;
  readonly onTime: number;
  readonly onTimeRate: number | null;
  readonly previousOnTimeRate: number | null;
  /** By the promise as extended. */
  readonly dueExtended: number;
  readonly onTimeExtended: number;
  readonly onTimeExtendedRate: number | null;
  readonly offered: number;
  readonly answered: number;
  readonly connectionRate: number | null;
  readonly ratings: number;
  readonly satisfied: number;
  readonly satisfactionRate: number | null;
  readonly openOverdue: number;
  readonly medianWorkingDays: number | null;
}

type SumsByPath = ReadonlyMap<string, Sums>;

/** The numbers of the units directly below one, each with everything below it. */
@Injectable()
export class ShowNumbersByChild {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: NumberUnit,
    private readonly reads: NumberReads,
    private readonly sums: UnitSums,
  ) {}

  async run(actor: Actor, question: NumberQuestion): Promise<ChildNumbers[]> {
    const { scope, unit, period, today: day } = this.asking.asked(actor, question);
    const hung = this.asking.childPaths(unit);
    const paths = new Map([...hung].map(([child, own]) => [child.path, own]));
    return this.work.read(scope, async (tx) => {
      const due = await this.reads.dueToday(tx, unit.path, labelsOf(unit.path) + 1, day);
      const today = { day, due };
      const onTime = await this.sums.of(tx, paths, 'on-time', period, today);
      const later = await this.reads.dueToday(
        tx,
        unit.path,
        labelsOf(unit.path) + 1,
        day,
        'on-time-extended',
      );
      const extended = await this.sums.of(tx, paths, 'on-time-extended', period, { day, due: later });
      const previous = await this.sums.of(tx, paths, 'on-time', previousOf(period), today);
      const calls = await this.sums.of(tx, paths, 'connection', period, today);
      const ratings = await this.sums.of(tx, paths, 'worker-satisfaction', period, today);
      const rows = [...hung.keys()].map((child) => ({
        ...this.identity(child, unit),
        ...deadlines(child.path, onTime, previous),
        ...extendedDeadlines(child.path, extended),
        ...callsAndRatings(child.path, calls, ratings),
      }));
      return rows.filter((row) => !row.movedAway || row.due + row.offered + row.ratings > 0);
    });
  }

  private identity(child: Unit, parent: Unit) {
    return {
      unit: briefOf(child),
      regionCode: child.regionCode,
      // What hangs below a unit that has left is told by its new superior.
      hasChildren: child.parentId === parent.id && this.asking.hasChildren(child),
      movedAway: child.parentId !== parent.id,
    };
  }
}

function deadlines(path: string, onTime: SumsByPath, previous: SumsByPath) {
  const sums = onTime.get(path) ?? NOTHING;
  const before = previous.get(path) ?? NOTHING;
  return {
    due: sums.denominator,
    onTime: sums.numerator,
    onTimeRate: rateOf(sums.numerator, sums.denominator),
    previousOnTimeRate: rateOf(before.numerator, before.denominator),
    openOverdue: openOverdueOf(sums),
    medianWorkingDays: percentile(sums.bins, 0.5),
  };
}

function extendedDeadlines(path: string, extended: SumsByPath) {
  const { denominator: dueExtended, numerator: onTimeExtended } = extended.get(path) ?? NOTHING;
  return { dueExtended, onTimeExtended, onTimeExtendedRate: rateOf(onTimeExtended, dueExtended) };
}

function callsAndRatings(path: string, calls: SumsByPath, ratings: SumsByPath) {
  const { denominator: offered, numerator: answered } = calls.get(path) ?? NOTHING;
  const { denominator: rated, numerator: satisfied } = ratings.get(path) ?? NOTHING;
  return {
    offered,
    answered,
    connectionRate: rateOf(answered, offered),
    ratings: rated,
    satisfied,
    satisfactionRate: rateOf(satisfied, rated),
  };
}

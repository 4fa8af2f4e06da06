import { Injectable } from '@nestjs/common';
import { type Instant, shanghaiDay, type Transaction } from '@hotline/kernel';
import { type Unit, UnitTree } from '@hotline/organization';
import { nextLeader, onDuty } from '../domain/duty-roster.js';
import { dayAfter, daysFrom, type Gap, gapsOf, type Watch, watchesOf } from '../domain/duty-week.js';
import { RosterStore, type StoredDutyLine } from './roster-store.js';
import { WorkingPace } from './working-pace.js';

export interface Leader {
  readonly unit: Unit;
  readonly line: StoredDutyLine;
}

export interface RosterWeek {
  readonly days: readonly {
    readonly day: string;
    readonly workday: boolean;
    readonly watches: readonly Watch<StoredDutyLine>[];
    readonly gaps: readonly (Gap & { readonly instead: Leader | null })[];
  }[];
}

const WEEK = 7;

const present = (lines: readonly StoredDutyLine[]): StoredDutyLine[] => lines.filter(({ active }) => active);

/** 值班领导: of the unit itself, else of the nearest superior that has one at this hour. */
@Injectable()
export class DutyLeaders {
  constructor(
    private readonly store: RosterStore,
    private readonly units: UnitTree,
    private readonly pace: WorkingPace,
  ) {}

  /** `told` are the people who have been told already. */
  async find(tx: Transaction, unit: Unit, told: ReadonlySet<string> = new Set()): Promise<Leader | null> {
    const tree = this.units.current();
    const chain = tree.upwards(unit.id);
    const lines = await this.store.of(
      tx,
      chain.map(({ id }) => id),
      { fromDay: shanghaiDay(tx.now), toDay: shanghaiDay(tx.now) },
    );
    return this.first(chain, present(lines), tx.now, told);
  }

  /** Who is told when no roster up to the root names anybody: the nearest unit whose duty desk is staffed, else the unit. */
  desk(unit: Unit, at: Instant): Unit {
    const chain = this.units.current().upwards(unit.id);
    return chain.find((one) => this.staffed(one, at)) ?? unit;
  }

  staffed(unit: Unit, at: Instant): boolean {
    return this.pace.staffed(unit, at);
  }

  /** Seven days of a unit; for each gap who would be told at its beginning. */
  async week(tx: Transaction, unit: Unit, first: string): Promise<RosterWeek> {
    const above = this.units.current().ancestors(unit.id).reverse();
    const days = daysFrom(first, WEEK);
    const lines = await this.store.of(tx, [unit.id, ...above.map(({ id }) => id)], {
      fromDay: first,
      toDay: dayAfter(first, WEEK - 1),
    });
    const workday = (id: string) => (day: string) => this.pace.isWorkday(id, day);
    const own = lines.filter((line) => line.unitId === unit.id);
    // The night before reaches into the first day. Who has left the house has served what is over, and serves nothing now.
    const watches = watchesOf(own, [dayAfter(first, -1), ...days], workday(unit.id)).filter(
      ({ line, to }) => line.active || to <= tx.now,
    );
    const gaps = gapsOf(watches, days).map((gap) => ({
      ...gap,
      instead: this.first(above, gap.from < tx.now ? lines : present(lines), gap.from),
    }));
    return {
      days: days.map((day) => ({
        day,
        workday: workday(unit.id)(day),
        watches: watches.filter((one) => one.day === day),
        gaps: gaps.filter((one) => one.day === day),
      })),
    };
  }

  private first(
    units: readonly Unit[],
    lines: readonly StoredDutyLine[],
    at: Instant,
    told: ReadonlySet<string> = new Set(),
  ): Leader | null {
    const rosters = units.map(({ id }) => ({ unitId: id, lines: lines.filter((one) => one.unitId === id) }));
    const found = nextLeader(rosters, told, at, (id, day) => this.pace.isWorkday(id, day));
    const line = lines.find((one) => one.id === found?.id);
    const unit = units.find(({ id }) => id === line?.unitId);
    return line && unit ? { unit, line } : null;
  }

  /** Those of these lines who are on duty at this moment. */
  serving(lines: readonly StoredDutyLine[], unitId: string, at: Date): ReadonlySet<string> {
    const serving = onDuty(lines, at, (day) => this.pace.isWorkday(unitId, day));
    return new Set(serving.map(({ id }) => id));
  }
}

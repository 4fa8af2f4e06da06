import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { type Unit, UnitTree } from '@hotline/organization';
import { nextLeader, onDuty } from '../domain/duty-roster.js';
import { RosterStore, type StoredDutyLine } from './roster-store.js';
import { WorkingPace } from './working-pace.js';

export interface Leader {
  readonly unit: Unit;
  readonly line: StoredDutyLine;
}

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
    const chain = [unit, ...tree.ancestors(unit.id).reverse()];
    const lines = await this.store.of(
      tx,
      chain.map(({ id }) => id),
    );
    const units = chain.map(({ id }) => ({ unitId: id, lines: lines.filter((line) => line.unitId === id) }));
    const found = nextLeader(units, told, tx.now, (unitId, day) => this.pace.isWorkday(unitId, day));
    const line = lines.find((one) => one.id === found?.id);
    return line ? { unit: tree.get(line.unitId), line } : null;
  }

  /** Those of these lines who are on duty at this moment. */
  serving(lines: readonly StoredDutyLine[], unitId: string, at: Date): ReadonlySet<string> {
    const serving = onDuty(lines, at, (day) => this.pace.isWorkday(unitId, day));
    return new Set(serving.map(({ id }) => id));
  }
}

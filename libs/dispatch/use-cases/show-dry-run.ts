import { Injectable } from '@nestjs/common';
import { refuse, type Scope, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, type UnitBrief, UnitTree } from '@hotline/organization';
import { type DryRunGroup, DryRunReads, type DryRunRow, type RowFilter } from '../data/dry-run-reads.js';
import { type DryRun, DryRunStore } from '../data/dry-run-store.js';

type WithUnits<T> = Omit<T, 'fromUnitId' | 'toUnitId'> & {
  readonly from: UnitBrief | null;
  readonly to: UnitBrief | null;
};

export interface DryRunView extends Omit<DryRun, 'scope'> {
  readonly groups: WithUnits<DryRunGroup>[];
}

export interface DryRunRows {
  readonly items: WithUnits<DryRunRow>[];
  readonly nextCursor: string | null;
}

export interface RowsQuestion extends RowFilter {
  readonly after: number;
  readonly limit: number;
}

export function dryRunView({ scope: _, ...run }: DryRun, groups: WithUnits<DryRunGroup>[]): DryRunView {
  return { ...run, groups };
}

/** A run speaks of the starter's units: whoever serves fewer of them would see numbers without their rows. */
const covers = ({ prefixes }: Scope, run: DryRun): boolean =>
  run.scope.every((path) => prefixes.some((mine) => path.startsWith(mine)));

/** How far a dry run is, what would change, and the tickets behind each number. */
@Injectable()
export class ShowDryRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: DryRunStore,
    private readonly reads: DryRunReads,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, id: string): Promise<DryRunView> {
    return this.work.read(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      const run = await this.visible(tx, id);
      const groups = await this.reads.groups(tx, id);
      return dryRunView(
        run,
        groups.map((one) => this.withUnits(one)),
      );
    });
  }

  rows(actor: Actor, id: string, { after, limit, ...filter }: RowsQuestion): Promise<DryRunRows> {
    return this.work.read(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      await this.visible(tx, id);
      const found = await this.reads.list(tx, id, filter, { after, limit: limit + 1 });
      const items = found.slice(0, limit).map((one) => this.withUnits(one));
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? String(last.seq) : null };
    });
  }

  async visible(tx: Transaction, id: string): Promise<DryRun> {
    const run = await this.runs.find(tx, id);
    return run && covers(tx.scope, run) ? run : refuse('not-found');
  }

  private withUnits<T extends { fromUnitId: string | null; toUnitId: string | null }>(one: T): WithUnits<T> {
    const { fromUnitId, toUnitId, ...rest } = one;
    const brief = (id: string | null) => (id === null ? null : this.units.brief(id));
    return { ...rest, from: brief(fromUnitId), to: brief(toUnitId) };
  }
}

import { Injectable } from '@nestjs/common';
import { HOUR_MS, Live, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Unit, UnitTree } from '@hotline/organization';
import { FlagStore } from '../data/flag-store.js';
import { commonUnit } from '../domain/common-unit.js';
import { newFlags } from '../domain/flags.js';

// Far longer than the sweep's interval: a downtime of the worker is made up for, and a second look changes nothing.
const LOOK_BACK_MS = 24 * HOUR_MS;

/** Tells the levels above when many people complain of one employer: at 3, 5 and 10 people, once each. */
@Injectable()
export class RaiseFlags {
  constructor(
    private readonly work: UnitOfWork,
    private readonly flags: FlagStore,
    private readonly units: UnitTree,
    private readonly live: Live,
  ) {}

  async run(): Promise<number> {
    const keys = await this.work.read(WHOLE_TREE, (tx) =>
      this.flags.newEmployers(tx, new Date(tx.now.getTime() - LOOK_BACK_MS)),
    );
    let raised = 0;
    for (const key of keys) raised += await this.ofEmployer(key);
    return raised;
  }

  /** @returns how many levels were told of */
  ofEmployer(key: string): Promise<number> {
    return this.work.run(WHOLE_TREE, (tx) => this.look(tx, key));
  }

  private async look(tx: Transaction, key: string): Promise<number> {
    const { people, paths, newestTicketId, told } = await this.flags.count(tx, key);
    const levels = newFlags(people, told);
    const tree = this.units.current();
    const unit = levels.length > 0 ? commonUnit(tree, paths) : undefined;
    if (!unit) return 0;
    const above = tree.parent(unit.id);
    const hearers: Unit[] = above ? [unit, above] : [unit];
    for (const level of levels) {
      await this.flags.raise(tx, { key, unit, level, people, ticketId: newestTicketId, told: hearers });
    }
    tx.afterCommit(() =>
      hearers.forEach(({ id, path }) => this.live.publish({ kind: 'notice', unitId: id, path })),
    );
    return levels.length;
  }
}

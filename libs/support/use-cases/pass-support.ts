import { Injectable } from '@nestjs/common';
import { orRefuse, refuse } from '@hotline/kernel';
import { type Actor, UnitTree } from '@hotline/organization';
import { TicketClocks } from '@hotline/ticket';
import { SupportStore } from '../data/support-store.js';
import { passPart } from '../domain/part-steps.js';
import { type PartAt, PartDesk } from './part-desk.js';

/** The supporting unit hands its part to a unit of its own subtree, once. */
@Injectable()
export class PassSupport {
  constructor(
    private readonly desk: PartDesk,
    private readonly store: SupportStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  run(actor: Actor, at: PartAt, unitId: string): Promise<void> {
    const tree = this.units.current();
    const target = tree.find(unitId);
    if (!target?.active) return refuse('unknown-unit', { field: 'unitId' });
    return this.desk.run(actor, 'pass-support', at, async (tx, facts, part) => {
      const { parentHopId } = await this.store.hop(tx, part.hopId);
      const start = this.clocks.for(facts, tx.now);
      const passing = { facts, part, target, tree, parentHopId, sentBy: actor.accountId, now: tx.now, start };
      return orRefuse(passPart(passing));
    });
  }
}

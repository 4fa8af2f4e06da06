import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { TicketClocks, type TicketFacts, TicketStore } from '@hotline/ticket';
import { GroupStore } from '../data/group-store.js';
import { followMaster, unlinkTicket } from '../domain/group-steps.js';

const BATCH = 20;

/** Takes linked tickets along when their master case has come to its end; safe to run twice and from two processes. */
@Injectable()
export class SettleGroups {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly groups: GroupStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  /** @returns how many groups were settled; at most one batch */
  run(): Promise<number> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const settled = await this.groups.settled(tx, BATCH);
      for (const { groupId, masterId } of settled) {
        const master = await this.tickets.read(tx, masterId);
        if (master.lastReport) await this.follow(tx, groupId, master);
        else await this.replace(tx, groupId);
      }
      return settled.length;
    });
  }

  private async follow(tx: Transaction, groupId: string, master: TicketFacts): Promise<void> {
    for (const link of await this.groups.waiting(tx, groupId)) {
      const facts = await this.tickets.lock(tx, link.ticketId);
      const start = this.clocks.for(facts, tx.now);
      await this.groups.followed(tx, link.id);
      await this.tickets.apply(tx, facts, followMaster(facts, this.units.current(), master, start));
    }
  }

  /** The master ended without a report, so nothing was done for the others: the oldest of them leads now. */
  private async replace(tx: Transaction, groupId: string): Promise<void> {
    const [next] = await this.groups.waiting(tx, groupId);
    if (!next?.before) return;
    const facts = await this.tickets.lock(tx, next.ticketId);
    const resting = await this.groups.restingClocks(tx, next.ticketId, next.before);
    await this.groups.promote(tx, groupId, next);
    await this.tickets.apply(tx, facts, unlinkTicket(facts, this.units.current(), next.before, resting));
  }
}

import { Injectable } from '@nestjs/common';
import {
  type JobHandler,
  type JobPriority,
  Outbox,
  shanghaiDay,
  type Transaction,
  UnitOfWork,
  WHOLE_TREE,
} from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { claimEffects, planOnce, Rounds } from '@hotline/platform';
import {
  type Applied,
  DISPATCH_HOP,
  fitReceiver,
  gaveBack,
  TicketClocks,
  type TicketFacts,
  TicketStore,
} from '@hotline/ticket';
import { Catalogues } from '../data/catalogues.js';
import { ChainSettings } from '../data/chain-settings.js';
import { decideReceivers } from '../domain/chains.js';
import { leaveToDispatcher } from '../domain/custody-steps.js';
import { type Sent, sendWithParts, wayOf } from '../domain/send-with-parts.js';
import { isUnwritable, leaveUndelivered } from '../domain/undelivered.js';

export const priorityOf = (facts: Pick<TicketFacts, 'urgency'>): JobPriority =>
  facts.urgency === 'urgent' ? 'urgent' : 'general';

interface HopJob {
  readonly ticketId: string;
  readonly outboxId: string;
}

/**
 * The job of one hop: re-reads the ticket, moves custody one unit along, asks for the next job. Hops that come together,
 * as those of a backlog do, share a transaction: begin, locks and commit cost the same for eight as for one.
 */
@Injectable()
export class DispatchHop implements JobHandler<{ ticketId: string }> {
  readonly job = DISPATCH_HOP;
  private readonly rounds = new Rounds<HopJob>(
    (jobs) => this.round(jobs),
    (job) => job.ticketId,
  );

  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly units: UnitTree,
    private readonly catalogues: Catalogues,
    private readonly chains: ChainSettings,
    private readonly clocks: TicketClocks,
    private readonly outbox: Outbox,
  ) {}

  async handle({ ticketId }: { ticketId: string }, outboxId: string): Promise<void> {
    const job = { ticketId, outboxId };
    try {
      await this.rounds.join(job);
    } catch (error) {
      // One receiver alone: the job is tried again and then listed as failed. Several: none was sent, a person decides.
      if (!isUnwritable(error) || !(await this.keepUndelivered(job))) throw error;
    }
  }

  private round(jobs: readonly HopJob[]): Promise<void> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const ids = jobs.map(({ ticketId }) => ticketId);
      const [, due, tickets] = await Promise.all([
        planOnce(tx),
        claimEffects(tx, jobs),
        this.tickets.lockAll(tx, ids),
      ]);
      const moves: Applied[] = [];
      for (const { ticketId } of due) {
        const facts = tickets.get(ticketId);
        // A person has meanwhile recalled or sent the ticket: their word stands, the job has nothing left to do.
        if (facts?.state !== 'queued') continue;
        moves.push({ facts, step: (await this.decide(tx, facts)).step });
      }
      await this.move(tx, moves);
    });
  }

  private async move(tx: Transaction, moves: readonly Applied[]): Promise<void> {
    await this.tickets.applyAll(tx, moves);
    const further = moves.filter(({ step }) => step.state === 'queued');
    await this.outbox.addAll(
      tx,
      further.map(({ facts }) =>
        this.outbox.row(tx, DISPATCH_HOP, { ticketId: facts.id }, priorityOf(facts)),
      ),
    );
  }

  private async decide(tx: Transaction, facts: TicketFacts): Promise<Sent> {
    const tree = this.units.current();
    const catalogue = await this.catalogues.at(tx, facts.openedAt);
    const settings = await this.chains.all(tx);
    const decided = decideReceivers(facts, catalogue, settings, shanghaiDay(facts.openedAt), tree);
    const { lead, support } = wayOf(facts, decided, tree);
    if (!lead.clear) {
      return { step: leaveToDispatcher(facts, tree, lead.reason, lead.explanation), receivers: [] };
    }
    const { target, explanation } = lead;
    // The ruling on its return binds the catalogue too: a person looks for another unit.
    if (gaveBack(facts, target.id) || gaveBack(facts, fitReceiver(facts, target, tree).unit.id)) {
      return { step: leaveToDispatcher(facts, tree, 'returned', explanation), receivers: [] };
    }
    const start = this.clocks.for(facts, tx.now);
    return sendWithParts({ facts, target, tree, explanation, sentBy: null, now: tx.now, start }, support, []);
  }

  /** @returns false when the hop has one receiver only, and the fault is the job's own */
  private keepUndelivered(job: HopJob): Promise<boolean> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const facts = await this.tickets.lock(tx, job.ticketId);
      if (facts.state !== 'queued') return false;
      const { receivers } = await this.decide(tx, facts);
      if (receivers.length < 2) return false;
      const [due] = await claimEffects(tx, [job]);
      const step = leaveUndelivered(facts, this.units.current(), receivers, null);
      if (due) await this.move(tx, [{ facts, step }]);
      return true;
    });
  }
}

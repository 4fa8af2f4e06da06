import { Injectable } from '@nestjs/common';
import {
  type JobHandler,
  type JobPriority,
  Outbox,
  type Transaction,
  UnitOfWork,
  WHOLE_TREE,
} from '@hotline/kernel';
import { type Tree, UnitTree } from '@hotline/organization';
import { claimEffects, planOnce, Rounds } from '@hotline/platform';
import {
  custody,
  DISPATCH_HOP,
  type Explanation,
  type Step,
  TicketClocks,
  type TicketFacts,
  TicketStore,
} from '@hotline/ticket';
import { Catalogues } from '../data/catalogues.js';
import { leaveToDispatcher, sendOn } from '../domain/custody-steps.js';
import { decideRoute } from '../domain/route.js';

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
    private readonly clocks: TicketClocks,
    private readonly outbox: Outbox,
  ) {}

  handle({ ticketId }: { ticketId: string }, outboxId: string): Promise<void> {
    return this.rounds.join({ ticketId, outboxId });
  }

  private round(jobs: readonly HopJob[]): Promise<void> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const ids = jobs.map(({ ticketId }) => ticketId);
      const [, due, tickets] = await Promise.all([
        planOnce(tx),
        claimEffects(tx, jobs),
        this.tickets.lockAll(tx, ids),
      ]);
      const moves: { facts: TicketFacts; step: Step }[] = [];
      for (const { ticketId } of due) {
        const facts = tickets.get(ticketId);
        // A person has meanwhile recalled or sent the ticket: their word stands, the job has nothing left to do.
        if (facts?.state !== 'queued') continue;
        moves.push({ facts, step: await this.decide(tx, facts) });
      }
      await Promise.all(moves.map(({ facts, step }) => this.move(tx, facts, step)));
    });
  }

  private async move(tx: Transaction, facts: TicketFacts, step: Step): Promise<void> {
    const { id: ticketId } = facts;
    const moved = this.tickets.apply(tx, facts, step);
    const asked =
      step.state === 'queued' ? this.outbox.add(tx, DISPATCH_HOP, { ticketId }, priorityOf(facts)) : null;
    await Promise.all([moved, asked]);
  }

  private async decide(tx: Transaction, facts: TicketFacts): Promise<Step> {
    const tree = this.units.current();
    const catalogue = await this.catalogues.at(tx, facts.openedAt);
    const chosen = facts.targetUnitId ? tree.find(facts.targetUnitId) : undefined;
    if (chosen) {
      return this.send(tx, facts, tree, chosen.id, explanationOnTheWay(facts));
    }
    const decision = decideRoute(facts, catalogue, tree);
    if (!decision.clear) return leaveToDispatcher(facts, tree, decision.reason, decision.explanation);
    return this.send(tx, facts, tree, decision.target.id, decision.explanation);
  }

  private send(
    tx: Transaction,
    facts: TicketFacts,
    tree: Tree,
    targetId: string,
    explanation: Explanation,
  ): Step {
    const start = this.clocks.for(facts, tx.now);
    return sendOn({ facts, target: tree.get(targetId), tree, explanation, sentBy: null, now: tx.now, start });
  }
}

/** Later hops of a route repeat why the target was chosen: the explanation stored with the hop before. */
function explanationOnTheWay(facts: TicketFacts): Explanation {
  return custody(facts).explanation;
}

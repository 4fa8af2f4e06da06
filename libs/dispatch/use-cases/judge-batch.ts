import { Injectable } from '@nestjs/common';
import {
  type JobHandler,
  Outbox,
  shanghaiDay,
  type Transaction,
  UnitOfWork,
  WHOLE_TREE,
} from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { claimEffect } from '@hotline/platform';
import { Catalogues } from '../data/catalogues.js';
import { ChainSettings } from '../data/chain-settings.js';
import { DryRunReads, type PastTicket } from '../data/dry-run-reads.js';
import { DryRunStore, type DryRunWork, type JudgedTicket } from '../data/dry-run-store.js';
import { type Catalogue, DRAFT_VERSION } from '../domain/catalogue.js';
import { decideReceivers } from '../domain/chains.js';
import { outcomeOf } from '../domain/dry-run.js';
import { JUDGE_BATCH } from '../domain/jobs.js';
import type { RouteDecision } from '../domain/route.js';

/** Tickets of one batch: some tens of milliseconds, so that a cancel is heard at once. */
export const BATCH = 200;

/**
 * One batch of a dry run, in one transaction with the request for the next: after a kill the queue gives the same batch
 * out again and the run goes on where its row says.
 */
@Injectable()
export class JudgeBatch implements JobHandler<{ runId: string }> {
  readonly job = JUDGE_BATCH;

  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: DryRunStore,
    private readonly reads: DryRunReads,
    private readonly catalogues: Catalogues,
    private readonly chains: ChainSettings,
    private readonly units: UnitTree,
    private readonly outbox: Outbox,
  ) {}

  async handle({ runId }: { runId: string }, outboxId: string): Promise<void> {
    const found = await this.work.read(WHOLE_TREE, (tx) => this.runs.find(tx, runId));
    const scope = { accountId: null, prefixes: found?.scope ?? [] };
    await this.work.run(scope, async (tx) => {
      if (!(await claimEffect(tx, outboxId))) return;
      const run = await this.runs.lock(tx, runId);
      if (!run || run.finishedAt) return;
      await this.batch(tx, run);
    });
  }

  private async batch(tx: Transaction, run: DryRunWork): Promise<void> {
    const limit = Math.min(BATCH, run.total - run.done);
    const before = { openedAt: run.lastOpenedAt ?? run.startedAt, id: run.lastTicketId };
    const tickets = limit > 0 ? await this.reads.tickets(tx, before, limit) : [];
    const last = tickets.length < limit || run.done + tickets.length >= run.total;
    await this.runs.advance(tx, run, await this.judge(tx, run, tickets), last);
    if (!last) await this.runs.keepJob(tx, run.id, await this.outbox.add(tx, JUDGE_BATCH, { runId: run.id }));
  }

  private async judge(
    tx: Transaction,
    { rules }: DryRunWork,
    tickets: readonly PastTicket[],
  ): Promise<JudgedTicket[]> {
    const tree = this.units.current();
    const draft = { version: DRAFT_VERSION, effectiveFrom: tx.now, author: '', note: '', rules };
    const settings = await this.chains.all(tx);
    const judged: JudgedTicket[] = [];
    for (const ticket of tickets) {
      const past = await this.catalogues.at(tx, ticket.openedAt);
      const day = shanghaiDay(ticket.openedAt);
      const decide = (catalogue: Catalogue) =>
        decideReceivers(ticket.question, catalogue, settings, day, tree).lead;
      judged.push(judgedBy(ticket, past.version, decide(past), decide(draft)));
    }
    return judged;
  }
}

/** Both from the ticket's facts of today and the industry settings of its day, so that only the rules differ. */
function judgedBy(
  ticket: PastTicket,
  fromVersion: number,
  then: RouteDecision,
  now: RouteDecision,
): JudgedTicket {
  const unitOf = (decision: RouteDecision) => (decision.clear ? decision.target.id : null);
  const reasonOf = (decision: RouteDecision) => (decision.clear ? null : decision.reason);
  return {
    ticketId: ticket.id,
    openedAt: ticket.openedAtText,
    outcome: outcomeOf(then, now),
    fromUnitId: unitOf(then),
    fromVersion,
    fromRule: then.explanation.rule,
    fromReason: reasonOf(then),
    toUnitId: unitOf(now),
    toRule: now.explanation.rule,
    toReason: reasonOf(now),
  };
}

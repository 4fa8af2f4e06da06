import { Injectable } from '@nestjs/common';
import {
  type BatchResult,
  calendarVersion,
  compileCalendar,
  type CompiledCalendar,
  type Recomputation,
  Recomputations,
  RESTATE_CLOCKS,
  restateClock,
} from '@hotline/calendar';
import { type JobHandler, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { claimEffect } from '@hotline/platform';
import { type ClockChange, type TicketFacts, TicketStore } from '@hotline/ticket';
import { ProvisionalClocks, type ProvisionalRow } from '../data/provisional-clocks.js';
import { restatement } from '../domain/restatement.js';

// Each ticket's row is locked until the batch commits: few enough that nobody at a desk waits.
const BATCH = 100;

/**
 * One batch of the provisional clocks of a calendar whose year has been published. The batch, its progress and the job of
 * the next batch commit together: killed anywhere, it goes on where the last commit stood; run twice, it changes once.
 */
@Injectable()
export class RestateClocks implements JobHandler<{ recomputationId: string }> {
  readonly job = RESTATE_CLOCKS;

  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly clocks: ProvisionalClocks,
    private readonly recomputations: Recomputations,
  ) {}

  handle({ recomputationId }: { recomputationId: string }, outboxId: string): Promise<void> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      if (!(await claimEffect(tx, outboxId))) return;
      const plan = await this.recomputations.lock(tx, recomputationId);
      if (!plan || plan.finishedAt) return;
      if (plan.total === null) {
        await this.recomputations.count(tx, plan.id, await this.clocks.count(tx, plan.calendarId));
      }
      const batch = await this.clocks.batch(tx, plan.calendarId, plan.upTo, BATCH);
      const result = await this.restate(tx, plan, batch);
      await this.recomputations.advance(tx, plan.id, result);
    });
  }

  private async restate(
    tx: Transaction,
    plan: Recomputation,
    batch: readonly ProvisionalRow[],
  ): Promise<BatchResult> {
    const versions = new Map<number, CompiledCalendar>();
    const changes = new Map<string, ClockChange[]>();
    let moved = 0;
    let confirmed = 0;
    for (const clock of batch) {
      const change = await this.changeOf(tx, plan, clock, versions);
      if (!change) continue;
      changes.set(clock.ticket_id, [...(changes.get(clock.ticket_id) ?? []), change]);
      if (change.dueAt.getTime() !== clock.due_at.getTime()) moved += 1;
      else confirmed += 1;
    }
    // In one order everywhere, so that the batches of two calendars never wait for each other's tickets in a circle.
    for (const [ticketId, ofTicket] of [...changes].sort(([a], [b]) => (a < b ? -1 : 1)))
      await this.apply(tx, plan, ticketId, ofTicket);
    const last = batch.length === BATCH ? (batch.at(-1)?.id ?? null) : null;
    return { done: batch.length, moved, confirmed, upTo: last };
  }

  /** Undefined when the new version changes nothing about the clock: it stays provisional as it is. */
  private async changeOf(
    tx: Transaction,
    plan: Recomputation,
    clock: ProvisionalRow,
    versions: Map<number, CompiledCalendar>,
  ): Promise<ClockChange | undefined> {
    const after = await this.version(tx, plan, plan.calendarVersion, versions);
    const before = await this.version(tx, plan, clock.calendar_version, versions);
    const found = restateClock(before, after, {
      startedAt: clock.started_at,
      originalDueAt: clock.original_due_at,
      dueAt: clock.due_at,
      yellowAt: clock.yellow_at,
      limitAmount: clock.limit_amount,
      limitUnit: clock.limit_unit,
      grantedIn: clock.kind === 'petition' ? 'calendar-days' : 'working-days',
    });
    if (!found || (found.provisional && !found.moved)) return undefined;
    const { dueAt, yellowAt, provisional } = found;
    const calendar = { calendarVersion: plan.calendarVersion, provisional };
    return { clockId: clock.id, dueAt, yellowAt, ...calendar, reason: 'calendar-published' };
  }

  private async version(
    tx: Transaction,
    { calendarId, calendarVersion: newest }: Recomputation,
    version: number,
    versions: Map<number, CompiledCalendar>,
  ): Promise<CompiledCalendar> {
    const known = versions.get(version);
    if (known) return known;
    const stored =
      (await calendarVersion(tx, calendarId, version)) ?? (await calendarVersion(tx, calendarId, newest));
    if (!stored) throw new Error(`calendar ${calendarId} has no version ${newest}`);
    const compiled = compileCalendar(stored);
    versions.set(version, compiled);
    return compiled;
  }

  private async apply(
    tx: Transaction,
    plan: Recomputation,
    ticketId: string,
    changes: readonly ClockChange[],
  ): Promise<void> {
    const facts: TicketFacts = await this.tickets.lock(tx, ticketId);
    const step = restatement(facts, plan.calendarId, plan.calendarVersion, changes);
    if (step) await this.tickets.apply(tx, facts, step);
  }
}

import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@hotline/kernel';
import { type Unit, UnitTree } from '@hotline/organization';
import {
  custody,
  LIFECYCLE,
  MovingClocks,
  openPause,
  refOf,
  TicketClocks,
  type TicketFacts,
  TicketStore,
  unitRecused,
} from '@hotline/ticket';
import type { DueRun } from '../data/ladder-runs.js';
import { LadderRuns } from '../data/ladder-runs.js';
import { OrderWriting } from '../data/order-writing.js';
import type { LadderStep } from '../domain/ladder.js';
import { raise } from '../domain/order-steps.js';

/** The superior has a working day to hear what the late unit answers. */
const ANSWER_WITHIN = { amount: 1, unit: 'working-days' } as const;

const WORDS = {
  urge: '系统催办：即将到期，请抓紧办理。',
  supervise: '系统督办：已超期，请在一个工作日内答复办理情况。',
  raise: '系统提级：超期多个工作日仍未办结',
} as const;

export type Climbed = 'done' | 'skipped' | 'not-now';

/** One order the system gives in the name of the superior. */
@Injectable()
export class ClimbLadder {
  constructor(
    private readonly tickets: TicketStore,
    private readonly runs: LadderRuns,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly orders: OrderWriting,
    private readonly moving: MovingClocks,
  ) {}

  lock(tx: Transaction, ticketId: string): Promise<TicketFacts> {
    return this.tickets.lock(tx, ticketId);
  }

  async climb(tx: Transaction, facts: TicketFacts, run: DueRun, step: LadderStep): Promise<Climbed> {
    const superior = this.superiorOf(facts, run.unitId);
    if (!superior) return this.skip(tx, run, step, 'no-superior');
    if (step !== 'raise') {
      const unit = refOf(this.units.current().get(run.unitId));
      const order = { id: newId(), from: refOf(superior), to: unit, source: 'ladder' as const };
      if (step === 'urge') await this.orders.urge(tx, facts, order, WORDS.urge);
      else await this.orders.supervise(tx, facts, order, WORDS.supervise, ANSWER_WITHIN);
      return this.done(tx, run, step, order.id);
    }
    if (facts.openReturn || openPause(facts)) return 'not-now';
    const holding = custody(facts);
    const raisable = LIFECYCLE.raise.from.includes(facts.state);
    if (!raisable || holding.id !== run.hopId || holding.toUnitId !== run.unitId) {
      return this.skip(tx, run, step, 'not-in-custody');
    }
    return this.done(tx, run, step, await this.raise(tx, facts, superior));
  }

  private async raise(tx: Transaction, facts: TicketFacts, to: Unit): Promise<string> {
    const order = { id: newId(), from: refOf(to), to: refOf(to), source: 'ladder' as const };
    const clocks = { at: tx.now, start: this.clocks.for(facts, tx.now), move: this.moving.move };
    const reason = WORDS.raise;
    const raising = { facts, tree: this.units.current(), to, order, reason, raisedBy: null, ...clocks };
    await this.orders.raised(tx, facts, order, reason, raise(raising));
    return order.id;
  }

  /** A closed or recused unit commands nobody: the next one above it does. */
  private superiorOf(facts: TicketFacts, unitId: string): Unit | undefined {
    return this.units
      .current()
      .ancestors(unitId)
      .filter((unit) => unit.active && !unitRecused(facts, unit.id))
      .at(-1);
  }

  private async done(tx: Transaction, run: DueRun, step: LadderStep, orderId: string): Promise<Climbed> {
    await this.runs.record(tx, [{ ...run, step, outcome: 'done', reason: null, orderId }]);
    return 'done';
  }

  private async skip(tx: Transaction, run: DueRun, step: LadderStep, reason: string): Promise<Climbed> {
    await this.runs.record(tx, [{ ...run, step, outcome: 'skipped', reason, orderId: null }]);
    return 'skipped';
  }
}

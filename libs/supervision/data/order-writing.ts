import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import {
  custody,
  type OrderKind,
  type Step,
  TicketClocks,
  type TicketFacts,
  TicketStore,
} from '@hotline/ticket';
import { type OrderGiven, supervise, urge } from '../domain/order-steps.js';
import { OrderStore } from './order-store.js';
import { WorkingPace } from './working-pace.js';

export interface AnswerLimit {
  readonly amount: number;
  readonly unit: 'working-hours' | 'working-days';
}

/** Writes an order beside the step it is: by a person or by the ladder, the same rows. */
@Injectable()
export class OrderWriting {
  constructor(
    private readonly tickets: TicketStore,
    private readonly store: OrderStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly pace: WorkingPace,
  ) {}

  async urge(tx: Transaction, facts: TicketFacts, order: OrderGiven, text: string): Promise<void> {
    await this.insert(tx, facts, order, 'urge', text, null);
    await this.tickets.apply(tx, facts, urge(facts, order));
  }

  async supervise(
    tx: Transaction,
    facts: TicketFacts,
    order: OrderGiven,
    text: string,
    limit: AnswerLimit,
  ): Promise<void> {
    const unit = this.units.current().get(order.to.id);
    const dueAt = this.pace.deadline(unit, tx.now, limit);
    const started = this.clocks.for(facts, tx.now)('order', unit, custody(facts).id, order.id);
    const yellowAt = this.pace.of(unit, false).halfway(tx.now, dueAt);
    const clock = {
      ...started,
      yellowAt,
      dueAt,
      limitId: 'order',
      limitAmount: limit.amount,
      limitUnit: limit.unit,
    };
    await this.insert(tx, facts, order, 'supervise', text, dueAt);
    await this.tickets.apply(tx, facts, supervise(facts, order, clock));
  }

  async raised(
    tx: Transaction,
    facts: TicketFacts,
    order: OrderGiven,
    text: string,
    step: Step,
  ): Promise<void> {
    await this.insert(tx, facts, order, 'raise', text, null);
    await this.store.settle(tx, facts.id, custody(facts).toUnitId, order.id);
    await this.tickets.apply(tx, facts, step);
  }

  private insert(
    tx: Transaction,
    facts: TicketFacts,
    order: OrderGiven,
    kind: OrderKind,
    text: string,
    dueAt: Date | null,
  ): Promise<void> {
    return this.store.insert(tx, {
      id: order.id,
      ticketId: facts.id,
      hopId: custody(facts).id,
      kind,
      source: order.source,
      fromUnitId: order.from.id,
      toUnitId: order.to.id,
      text,
      dueAt,
    });
  }
}

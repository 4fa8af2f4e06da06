import { Injectable } from '@nestjs/common';
import {
  type Instant,
  orRefuse,
  Outbox,
  refuse,
  type Transaction,
  UnitOfWork,
  WHOLE_TREE,
} from '@hotline/kernel';
import { type Actor, scopeOf, type Unit, UnitTree } from '@hotline/organization';
import {
  checkOrder,
  DISPATCH_HOP,
  fitReceiver,
  gaveBack,
  mayDo,
  type PartWish,
  TicketClocks,
  type TicketFacts,
  TicketStore,
} from '@hotline/ticket';
import { sendWithParts } from '../domain/send-with-parts.js';
import { isUnwritable, leaveUndelivered } from '../domain/undelivered.js';
import { priorityOf } from './dispatch-hop.js';

export interface DispatchOrder {
  readonly ticketId: string;
  readonly version: number;
  readonly unitId: string;
  readonly reasonCode?: string | undefined;
  readonly reason?: string | undefined;
  /** Units that support from the start: sent with the lead in one step, or nobody is. */
  readonly support?: readonly {
    readonly unitId: string;
    readonly asked: string;
    readonly dueAt: Instant | null;
  }[];
}

/** A dispatcher sends an unclear ticket to a unit, with supporting units if need be; the way there is the system's. */
@Injectable()
export class DispatchTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, order: DispatchOrder): Promise<void> {
    const target = this.receiver(order.unitId, 'unitId');
    const wanted = (order.support ?? []).map((one, n) => ({
      ...one,
      unit: this.receiver(one.unitId, `support.${n}.unitId`),
    }));
    try {
      await this.send(actor, order, target, wanted);
    } catch (error) {
      if (wanted.length === 0 || !isUnwritable(error)) throw error;
      await this.keepUndelivered(order.ticketId, [target, ...wanted.map(({ unit }) => unit)]);
      refuse('receiver-failed', { field: 'support' });
    }
  }

  private receiver(unitId: string, field: string): Unit {
    const unit = this.units.current().find(unitId);
    return unit?.active ? unit : refuse('unknown-unit', { field });
  }

  private send(
    actor: Actor,
    order: DispatchOrder,
    target: Unit,
    wanted: readonly { unit: Unit; asked: string; dueAt: Instant | null }[],
  ): Promise<void> {
    const tree = this.units.current();
    return this.work.run(scopeOf(actor, 'ticket.dispatch'), async (tx) => {
      const facts = await this.tickets.lock(tx, order.ticketId, order.version);
      orRefuse(mayDo('dispatch', facts, actor, tx.now));
      const receiver = fitReceiver(facts, target, tree).unit;
      if ([target, receiver].some((unit) => gaveBack(facts, unit.id)))
        refuse('gave-back', { field: 'unitId' });
      const said = [order.reasonCode, order.reason].filter(Boolean).join('：');
      const explanation = {
        text: `派单员指派 → ${target.name}${said ? `（${said}）` : ''}`,
        catalogueVersion: null,
        rule: null,
      };
      const named = this.wishes(tx, facts, receiver, wanted);
      const start = this.clocks.for(facts, tx.now);
      const sending = { facts, target, tree, explanation, sentBy: actor.accountId, now: tx.now, start };
      const { step } = sendWithParts(sending, [], named);
      await this.tickets.apply(tx, facts, step);
      if (step.state === 'queued') {
        await this.outbox.add(tx, DISPATCH_HOP, { ticketId: facts.id }, priorityOf(facts));
      }
    });
  }

  private wishes(
    tx: Transaction,
    facts: TicketFacts,
    target: Unit,
    wanted: readonly { unit: Unit; asked: string; dueAt: Instant | null }[],
  ): PartWish[] {
    return wanted.map((order, n) => {
      const wish = checkOrder(facts, order, this.units.current(), tx.now, target.id);
      if (wish.ok)
        return {
          ...wish.value,
          explanation: { ...wish.value.explanation, text: `派单员指派协办 → ${order.unit.name}` },
        };
      const { code, field, facts: values = {} } = wish.refusal;
      return refuse(code, { field: `support.${n}.${field ?? 'unitId'}`, facts: values });
    });
  }

  /** Nothing of the dispatch was written; the queue says so and keeps the ticket. */
  private keepUndelivered(ticketId: string, receivers: readonly Unit[]): Promise<void> {
    return this.work.run(WHOLE_TREE, async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId);
      if (facts.state !== 'unclear') return;
      await this.tickets.apply(tx, facts, leaveUndelivered(facts, this.units.current(), receivers, null));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { orRefuse, Outbox, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { DISPATCH_HOP, mayDo, TicketClocks, TicketStore } from '@hotline/ticket';
import { sendOn } from '../domain/custody-steps.js';
import { priorityOf } from './dispatch-hop.js';

export interface DispatchOrder {
  readonly ticketId: string;
  readonly version: number;
  readonly unitId: string;
  readonly reasonCode?: string | undefined;
  readonly reason?: string | undefined;
}

/** A dispatcher sends an unclear ticket to a unit; the way there is the system's. */
@Injectable()
export class DispatchTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly outbox: Outbox,
  ) {}

  run(actor: Actor, order: DispatchOrder): Promise<void> {
    const tree = this.units.current();
    const target = tree.find(order.unitId);
    if (!target?.active) return refuse('unknown-unit', { field: 'unitId' });
    return this.work.run(scopeOf(actor, 'ticket.dispatch'), async (tx) => {
      const facts = await this.tickets.lock(tx, order.ticketId, order.version);
      orRefuse(mayDo('dispatch', facts, actor, tx.now));
      const said = [order.reasonCode, order.reason].filter(Boolean).join('：');
      const explanation = {
        text: `派单员指派 → ${target.name}${said ? `（${said}）` : ''}`,
        catalogueVersion: null,
        rule: null,
      };
      const start = this.clocks.for(facts, tx.now);
      const step = sendOn({ facts, target, tree, explanation, sentBy: actor.accountId, now: tx.now, start });
      await this.tickets.apply(tx, facts, step);
      if (step.state === 'queued') {
        await this.outbox.add(tx, DISPATCH_HOP, { ticketId: facts.id }, priorityOf(facts));
      }
    });
  }
}

import { Injectable } from '@nestjs/common';
import { orRefuse, Outbox, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { custody, DISPATCH_HOP, fitReceiver, mayDo, TicketClocks, TicketStore } from '@hotline/ticket';
import { passDown } from '../domain/pass-down.js';

/** A unit hands the ticket to a union below it. */
@Injectable()
export class PassDown {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly outbox: Outbox,
  ) {}

  run(
    actor: Actor,
    ticketId: string,
    version: number,
    order: { readonly unitId: string; readonly note: string | null },
  ): Promise<void> {
    const tree = this.units.current();
    const named = tree.find(order.unitId);
    if (!named?.active) return refuse('unknown-unit', { field: 'unitId' });
    return this.work.run(scopeOf(actor, 'ticket.handle'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('pass-down', facts, actor, tx.now));
      const { unit: target, because, code } = fitReceiver(facts, named, tree);
      if (code && custody(facts).toPath.startsWith(target.path)) refuse(code, { field: 'unitId' });
      const start = this.clocks.for(facts, tx.now);
      const note = [order.note, because].filter(Boolean).join('；') || null;
      const passing = { facts, tree, target, note, sentBy: actor.accountId, now: tx.now, start };
      const step = orRefuse(passDown(passing));
      await this.tickets.apply(tx, facts, step);
      if (step.state === 'queued') await this.outbox.add(tx, DISPATCH_HOP, { ticketId }, facts.urgency);
    });
  }
}

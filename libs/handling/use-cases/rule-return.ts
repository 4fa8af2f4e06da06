import { Injectable } from '@nestjs/common';
import { orRefuse, Outbox, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, type Unit, UnitTree } from '@hotline/organization';
import {
  custody,
  DISPATCH_HOP,
  fitReceiver,
  mayDo,
  type Step,
  TicketClocks,
  type TicketFacts,
  TicketStore,
} from '@hotline/ticket';
import { ReturnStore } from '../data/return-store.js';
import { grantReturn, refuseReturn } from '../domain/return-steps.js';

export interface RulingOrder {
  readonly returnId: string;
  readonly decision: 'granted' | 'refused';
  readonly reason: string;
  readonly toUnitId: string | null;
}

/** The superior decides a return; its word is binding. */
@Injectable()
export class RuleReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: ReturnStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly outbox: Outbox,
  ) {}

  run(actor: Actor, ticketId: string, version: number, order: RulingOrder): Promise<void> {
    const named = order.toUnitId === null ? null : this.units.current().find(order.toUnitId);
    if (named === undefined || named?.active === false) return refuse('unknown-unit', { field: 'toUnitId' });
    if (named && order.decision === 'refused') return refuse('invalid-input', { field: 'toUnitId' });
    return this.work.run(scopeOf(actor, 'ticket.rule'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      if (facts.openReturn?.id !== order.returnId) this.refuseUnknown(facts, order.returnId);
      orRefuse(mayDo('rule-return', facts, actor, tx.now));
      const owner = named && this.fitOwner(facts, named);
      const step = this.decide(tx, facts, actor, order, owner);
      const { decision, reason } = order;
      await this.store.rule(tx, order.returnId, { decision, reason, unitId: owner?.id ?? null });
      await this.tickets.apply(tx, facts, step);
      if (step.state === 'queued') await this.outbox.add(tx, DISPATCH_HOP, { ticketId }, facts.urgency);
    });
  }

  /** The owner that may have it: never the union inside the reported employer, never a recused unit. */
  private fitOwner(facts: TicketFacts, named: Unit): Unit {
    const { unit, code } = fitReceiver(facts, named, this.units.current());
    if (code && unit.id === custody(facts).toUnitId) refuse(code, { field: 'toUnitId' });
    return unit;
  }

  private refuseUnknown(facts: TicketFacts, returnId: string): void {
    const ruled = facts.returns.some((one) => one.id === returnId);
    refuse(ruled ? 'already-ruled' : 'not-found', { field: 'returnId' });
  }

  private decide(
    tx: Transaction,
    facts: TicketFacts,
    actor: Actor,
    { returnId, decision }: RulingOrder,
    owner: Unit | null,
  ): Step {
    const tree = this.units.current();
    const ruling = {
      facts,
      returnId,
      ruler: tree.get(facts.openReturn?.rulerUnitId ?? ''),
      tree,
      ruledBy: actor.accountId,
      start: this.clocks.for(facts, tx.now),
    };
    return decision === 'refused' ? refuseReturn(ruling) : orRefuse(grantReturn(ruling, owner));
  }
}

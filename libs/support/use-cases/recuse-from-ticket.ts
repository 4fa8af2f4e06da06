import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, homeUnit, scopeOf, type Unit, UnitTree } from '@hotline/organization';
import {
  mayDo,
  MovingClocks,
  TicketClocks,
  type TicketFacts,
  TicketStore,
  unitRecused,
  withoutRecused,
} from '@hotline/ticket';
import { SafeguardStore } from '../data/safeguard-store.js';
import { ordersAt, speaksFor, standsAbove } from '../domain/may-recuse.js';
import { type Recusing, recusePerson, recuseUnit } from '../domain/recuse.js';

export interface RecusalOrder {
  /** A person; with neither, the one who says it. */
  readonly accountId: string | null;
  readonly unitId: string | null;
  readonly reason: string;
}

/** 回避: a person or a unit with an interest in the case is withdrawn, by their own word or a superior's order. */
@Injectable()
export class RecuseFromTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: SafeguardStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly moving: MovingClocks,
    private readonly audit: AuditLog,
  ) {}

  run(actor: Actor, ticketId: string, version: number, order: RecusalOrder): Promise<void> {
    if (order.accountId && order.unitId) return refuse('invalid-input', { field: 'unitId' });
    return this.work.run(scopeOf(actor, 'ticket.read'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('recuse', facts, actor, tx.now));
      const unit = order.unitId ? this.unitOf(order.unitId) : null;
      const accountId = unit ? null : (order.accountId ?? actor.accountId);
      const ordered = unit
        ? this.judgeUnit(actor, facts, unit)
        : await this.judgePerson(tx, actor, facts, accountId ?? '');
      const id = newId();
      await this.store.keepRecusal(tx, ticketId, {
        id,
        accountId,
        unitId: unit?.id ?? null,
        reason: order.reason,
        ordered,
      });
      const recusing = this.recusing(tx, actor, facts, { id, accountId, unitId: unit?.id ?? null });
      const step = unit ? orRefuse(recuseUnit(recusing, unit)) : recusePerson(recusing);
      await this.tickets.apply(tx, facts, step);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'recused',
        objectKind: 'ticket',
        objectId: ticketId,
        facts: { accountId, unitId: unit?.id ?? null, ordered },
      });
    });
  }

  private recusing(
    tx: Transaction,
    actor: Actor,
    facts: TicketFacts,
    { id, accountId, unitId }: { id: string; accountId: string | null; unitId: string | null },
  ): Recusing {
    return {
      facts: { ...facts, recusals: [...facts.recusals, { accountId, unitId }] },
      recusalId: id,
      tree: this.units.current(),
      by: actor.accountId,
      byUnitId: homeUnit(actor, 'ticket.read')?.unitId ?? null,
      now: tx.now,
      start: this.clocks.for(facts, tx.now),
      move: this.moving.move,
    };
  }

  private unitOf(unitId: string): Unit {
    return this.units.current().find(unitId) ?? refuse('unknown-unit', { field: 'unitId' });
  }

  /** @returns whether a superior ordered it */
  private judgeUnit(actor: Actor, facts: TicketFacts, unit: Unit): boolean {
    if (unitRecused(facts, unit.id)) refuse('duplicate', { field: 'unitId' });
    const person = withoutRecused(facts, actor);
    if (standsAbove(person, unit.path)) return true;
    return speaksFor(person, unit.id) ? false : refuse('forbidden');
  }

  private async judgePerson(
    tx: Transaction,
    actor: Actor,
    facts: TicketFacts,
    accountId: string,
  ): Promise<boolean> {
    if (accountId === actor.accountId) return false;
    const posts = await this.store.postsOf(tx, accountId);
    if (posts.length === 0) refuse('unknown-account', { field: 'accountId' });
    if (facts.recusals.some((one) => one.accountId === accountId))
      refuse('duplicate', { field: 'accountId' });
    return posts.some(({ path }) => ordersAt(withoutRecused(facts, actor), path)) || refuse('forbidden');
  }
}

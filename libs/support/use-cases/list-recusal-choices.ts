import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { mayDo, TicketStore, unitRecused } from '@hotline/ticket';
import { SafeguardStore } from '../data/safeguard-store.js';
import { ordersAt, speaksFor, standsAbove } from '../domain/may-recuse.js';
import type { RecusalChoicesBody } from '../http/recusal-bodies.js';

/** Whom this reader may withdraw from a case: people of the units it went through, and those units themselves. */
@Injectable()
export class ListRecusalChoices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: SafeguardStore,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, ticketId: string): Promise<RecusalChoicesBody> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      const unitIds = (await this.store.unitsOf(tx, ticketId)) ?? refuse('not-found');
      const facts = await this.tickets.read(tx, ticketId);
      orRefuse(mayDo('recuse', facts, actor, tx.now));
      const tree = this.units.current();
      const lie = unitIds.map((id) => tree.get(id)).sort((a, b) => a.path.length - b.path.length);
      const ordered = lie.filter(({ path }) => ordersAt(actor, path)).map(({ id }) => id);
      const people = await this.store.peopleOf(tx, ordered);
      const gone = new Set(facts.recusals.map((one) => one.accountId));
      return {
        units: lie
          .filter((unit) => unit.id !== facts.intake.id && !unitRecused(facts, unit.id))
          .filter((unit) => standsAbove(actor, unit.path) || speaksFor(actor, unit.id))
          .map(({ id }) => this.units.brief(id)),
        people: people
          .filter((one) => one.accountId !== actor.accountId && !gone.has(one.accountId))
          .map(({ unitId, ...one }) => ({ ...one, unit: this.units.brief(unitId) })),
      };
    });
  }
}

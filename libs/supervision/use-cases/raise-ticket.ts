import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import {
  custody,
  mayDo,
  MovingClocks,
  refOf,
  TicketClocks,
  type TicketFacts,
  TicketStore,
  unitRecused,
  withoutRecused,
} from '@hotline/ticket';
import { LadderRuns } from '../data/ladder-runs.js';
import { OrderWriting } from '../data/order-writing.js';
import { cleanText } from '../domain/note-rules.js';
import { raise } from '../domain/order-steps.js';
import { refOfPost, superiorPost } from '../domain/superior.js';

/** 提级: the next superior of the holder has to handle the ticket itself. */
@Injectable()
export class RaiseTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly orders: OrderWriting,
    private readonly runs: LadderRuns,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly moving: MovingClocks,
  ) {}

  run(
    actor: Actor,
    ticketId: string,
    version: number,
    given: { readonly reason: string; readonly mask: boolean },
  ): Promise<void> {
    const reason = orRefuse(cleanText('reason', given.reason, given.mask));
    return this.work.run(scopeOf(actor, 'ticket.supervise'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('raise', facts, actor, tx.now));
      const { id: hopId, toUnitId: unitId } = custody(facts);
      const raising = this.raising(facts, actor, reason);
      const clocks = { at: tx.now, start: this.clocks.for(facts, tx.now), move: this.moving.move };
      await this.orders.raised(tx, facts, raising.order, reason, raise({ ...raising, ...clocks }));
      const byPerson = { outcome: 'by-person', reason: null, orderId: raising.order.id } as const;
      await this.runs.record(tx, [{ hopId, unitId, ticketId, step: 'raise', ...byPerson }]);
    });
  }

  private raising(facts: TicketFacts, actor: Actor, reason: string) {
    const tree = this.units.current();
    const { toUnitId: id, toPath: path } = custody(facts);
    const post =
      superiorPost(withoutRecused(facts, actor), 'ticket.supervise', { id, path }) ?? refuse('not-your-turn');
    const to =
      tree
        .ancestors(id)
        .filter((unit) => unit.active && !unitRecused(facts, unit.id))
        .at(-1) ?? refuse('wrong-state');
    const from = refOfPost(post);
    const order = { id: newId(), from, to: refOf(to), source: 'person' as const };
    return { facts, tree, to, order, reason, raisedBy: actor.accountId };
  }
}

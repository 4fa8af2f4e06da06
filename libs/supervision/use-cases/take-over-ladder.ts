import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { custody, mayDo, TicketStore, withoutRecused } from '@hotline/ticket';
import { LadderRuns } from '../data/ladder-runs.js';
import { cleanText } from '../domain/note-rules.js';
import { takeOverLadder } from '../domain/order-steps.js';
import { refOfPost, superiorPost } from '../domain/superior.js';

/** A person answers for this stage from now on: the ladder does nothing more for it. */
@Injectable()
export class TakeOverLadder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly runs: LadderRuns,
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
      orRefuse(mayDo('take-over-ladder', facts, actor, tx.now));
      const unit = facts.turn?.unit ?? refuse('wrong-state');
      const post =
        superiorPost(withoutRecused(facts, actor), 'ticket.supervise', unit) ?? refuse('not-your-turn');
      const stage = { hopId: custody(facts).id, unitId: unit.id };
      await this.runs.takeOver(tx, ticketId, stage, reason);
      const by = refOfPost(post);
      await this.tickets.apply(tx, facts, takeOverLadder(facts, by, stage));
    });
  }
}

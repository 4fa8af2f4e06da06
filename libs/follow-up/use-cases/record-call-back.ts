import { Injectable } from '@nestjs/common';
import { newId, orRefuse, Refused, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { mayDo, TicketClocks, TicketStore } from '@hotline/ticket';
import { DialledCalls } from '../data/dialled-calls.js';
import { FollowUpStore } from '../data/follow-up-store.js';
import type { CallBackAnswer } from '../domain/answer.js';
import { asksForRedo, orderRedo, recordCallBack } from '../domain/call-back-steps.js';
import { checkAnswer } from '../domain/check-answer.js';

/** One attempt to call the worker back. An answer of "dissatisfied" with its reason orders a redo in the same breath. */
@Injectable()
export class RecordCallBack {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: FollowUpStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
    private readonly calls: DialledCalls,
  ) {}

  async run(actor: Actor, ticketId: string, version: number, answer: CallBackAnswer): Promise<void> {
    const callId = await this.work.read(WHOLE_TREE, (tx) =>
      this.calls.unwritten(tx, ticketId, actor.accountId),
    );
    await this.work.run(scopeOf(actor, 'ticket.call-back'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('record-call-back', facts, actor, tx.now));
      const refusal = checkAnswer(answer);
      if (refusal) throw new Refused(refusal);
      const id = newId();
      await this.store.insertCallBack(tx, { id, ticketId, unitId: facts.intake.id, callId }, answer);
      await this.tickets.apply(tx, facts, recordCallBack(facts, { id, ...answer }));
      if (asksForRedo(facts, answer)) await this.redo(tx, ticketId, actor);
    });
  }

  /** A step of its own: what the worker said and what follows from it are two events. */
  private async redo(tx: Transaction, ticketId: string, actor: Actor): Promise<void> {
    const facts = await this.tickets.read(tx, ticketId);
    const start = this.clocks.for(facts, tx.now);
    await this.tickets.apply(tx, facts, orderRedo(facts, this.units.current(), actor.accountId, start));
  }
}

import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, Refused, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { DialledCalls } from '@hotline/presence';
import { mayDo, TicketClocks, TicketStore } from '@hotline/ticket';
import { FollowUpStore } from '../data/follow-up-store.js';
import { WrittenCalls } from '../data/written-calls.js';
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
    private readonly written: WrittenCalls,
  ) {}

  /**
   * @param by the dialled call it was made by; undefined: the newest that no attempt has, null: another telephone
   * @throws Refused `invalid-input` for a call that is none of one's own about this ticket, or has its attempt
   */
  async run(
    actor: Actor,
    ticketId: string,
    version: number,
    answer: CallBackAnswer,
    by?: string | null,
  ): Promise<void> {
    const callId = await this.callOf(actor, ticketId, by);
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

  private async callOf(actor: Actor, ticketId: string, by?: string | null): Promise<string | null> {
    if (by === null) return null;
    const free = await this.work.read(WHOLE_TREE, async (tx) => {
      const dialled = await this.calls.own(tx, 'ticket', ticketId, actor.accountId);
      const ids = dialled.flatMap(({ callId }) => callId ?? []);
      const written = await this.written.of(tx, ids);
      return ids.filter((id) => !written.has(id));
    });
    if (by === undefined) return free[0] ?? null;
    return free.includes(by) ? by : refuse('invalid-input', { field: 'callId' });
  }

  /** A step of its own: what the worker said and what follows from it are two events. */
  private async redo(tx: Transaction, ticketId: string, actor: Actor): Promise<void> {
    const facts = await this.tickets.read(tx, ticketId);
    const start = this.clocks.for(facts, tx.now);
    await this.tickets.apply(tx, facts, orderRedo(facts, this.units.current(), actor.accountId, start));
  }
}

import { Injectable } from '@nestjs/common';
import { type Instant, newId, orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, actsFor, scopeOf, UnitTree } from '@hotline/organization';
import { custody, mayDo, type TicketFacts, TicketStore } from '@hotline/ticket';
import { RecordStore } from '../data/record-store.js';
import { type ToldBy, withdrawTicket } from '../domain/endings.js';

export interface WithdrawalSaid {
  readonly toldBy: ToldBy;
  readonly toldAt: Instant;
  readonly words: string;
  readonly workerContactId: string | null;
}

/** The worker wants nothing more. Heard by the call centre, or by the accountable unit in a contact it has logged. */
@Injectable()
export class WithdrawTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: RecordStore,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, ticketId: string, version: number, said: WithdrawalSaid): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.withdraw'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('withdraw', facts, actor, tx.now));
      const problem = said.toldAt > tx.now ? 'in-the-future' : 'before-the-ticket';
      if (said.toldAt > tx.now || said.toldAt < facts.openedAt)
        refuse('invalid-input', { field: 'toldAt', facts: { problem } });
      const unitId = await this.heardBy(tx, facts, actor, said.workerContactId);
      const id = newId();
      await this.store.insertWithdrawal(tx, { ticketId, unitId }, { id, ...said });
      const step = withdrawTicket(facts, this.units.current(), { id, unitId, toldBy: said.toldBy });
      await this.tickets.apply(tx, facts, step);
    });
  }

  /** A handler alone could end what is hard to handle: only a contact in which the worker was reached proves it. */
  private async heardBy(
    tx: Transaction,
    facts: TicketFacts,
    actor: Actor,
    workerContactId: string | null,
  ): Promise<string> {
    const known = workerContactId !== null && (await this.store.reached(tx, facts.id, workerContactId));
    if (workerContactId !== null && !known) refuse('proof-required', { field: 'workerContactId' });
    if (actsFor(actor, 'ticket.call-back', facts.intake.id)) return facts.intake.id;
    return known ? custody(facts).toUnitId : refuse('proof-required', { field: 'workerContactId' });
  }
}

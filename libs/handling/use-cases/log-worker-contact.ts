import { Injectable } from '@nestjs/common';
import { newId, orRefuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { custody, mayDo, TicketStore } from '@hotline/ticket';
import { HandlingStore } from '../data/handling-store.js';
import { logContact, type WorkerContact } from '../domain/worker-contact.js';

/** One attempt of the handling unit to speak with the worker, reached or not. */
@Injectable()
export class LogWorkerContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: HandlingStore,
  ) {}

  run(actor: Actor, ticketId: string, version: number, said: Omit<WorkerContact, 'id'>): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.handle'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('log-worker-contact', facts, actor, tx.now));
      const contact = { id: newId(), ...said };
      const { id: hopId, toUnitId: unitId } = custody(facts);
      await this.store.insertWorkerContact(tx, { ticketId, hopId, unitId }, contact);
      await this.tickets.apply(tx, facts, logContact(facts, contact));
    });
  }
}

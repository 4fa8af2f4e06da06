import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, actsFor, scopeOf } from '@hotline/organization';
import { mayDo, TicketStore, withoutRecused } from '@hotline/ticket';
import { EmergencyStore } from '../data/emergency-store.js';
import { confirmReceipt } from '../domain/receipt-steps.js';

/** 已读: somebody of the told unit has the urgent ticket in hand; who it was stays written. */
@Injectable()
export class ConfirmReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: EmergencyStore,
  ) {}

  run(actor: Actor, ticketId: string, version: number, receiptId: string): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.read'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      const receipts = await this.store.receipts(tx, ticketId);
      const receipt = receipts.find((one) => one.id === receiptId) ?? refuse('not-found');
      if (receipt.read_at) refuse('already-answered', { field: 'receiptId' });
      orRefuse(mayDo('confirm-receipt', facts, actor, tx.now));
      if (!actsFor(withoutRecused(facts, actor), 'ticket.read', receipt.unit_id)) refuse('not-your-turn');
      if (!(await this.store.confirm(tx, receiptId))) refuse('already-answered', { field: 'receiptId' });
      await this.tickets.apply(tx, facts, confirmReceipt(facts, receiptId, receipt.unit_id));
    });
  }
}

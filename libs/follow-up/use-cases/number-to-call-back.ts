import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalPhone, orRefuse, refuse, type Transaction } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { type NumberOwner, NumbersToDial } from '@hotline/presence';
import { IdentityStore, mayDo, TicketStore } from '@hotline/ticket';

/** The worker's number for a call-back that is due, for the switchboard alone: it is never shown. */
@Injectable()
export class NumberToCallBack implements NumberOwner, OnModuleInit {
  readonly subject = 'ticket';

  constructor(
    private readonly numbers: NumbersToDial,
    private readonly tickets: TicketStore,
    private readonly identities: IdentityStore,
  ) {}

  onModuleInit(): void {
    this.numbers.add(this);
  }

  /** @throws Refused `not-found` for a worker who left no number, and what `record-call-back` is refused for */
  async numberOf(tx: Transaction, actor: Actor, ticketId: string): Promise<string> {
    const facts = await this.tickets.lock(tx, ticketId);
    orRefuse(mayDo('record-call-back', facts, actor, tx.now));
    const { phone } = await this.identities.reveal(tx, facts.identityId ?? refuse('not-found'), ['phone']);
    return (phone && canonicalPhone(phone)) || refuse('not-found');
  }
}

import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, actsFor, scopeOf } from '@hotline/organization';
import { custody, mayDo, TicketStore, withoutRecused } from '@hotline/ticket';
import { HandlingStore } from '../data/handling-store.js';
import { RecordStore } from '../data/record-store.js';
import { recordReply } from '../domain/referral-steps.js';

export interface ReferralReply {
  readonly referralId: string;
  readonly reply: string;
  readonly attachmentIds: readonly string[];
}

/** What the other body answered. */
@Injectable()
export class RecordReferralReply {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: RecordStore,
    private readonly files: HandlingStore,
  ) {}

  run(actor: Actor, ticketId: string, version: number, said: ReferralReply): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.handle'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      const referral = facts.referrals.find((one) => one.id === said.referralId);
      if (!referral) return refuse('not-found', { field: 'referralId' });
      if (!referral.open) return refuse('already-ruled', { field: 'referralId' });
      orRefuse(mayDo('record-referral-reply', facts, actor, tx.now));
      // Of several referrals each is answered by the unit that made it, or by the one accountable now.
      const units = [referral.unitId, custody(facts).toUnitId];
      const person = withoutRecused(facts, actor);
      const own = units.find((unitId) => actsFor(person, 'ticket.handle', unitId)) ?? refuse('not-your-turn');
      await this.files.attachOrRefuse(tx, ticketId, said.attachmentIds, 'attachmentIds');
      await this.store.reply(tx, referral.id, said);
      await this.tickets.apply(tx, facts, recordReply(facts, referral.id, own));
    });
  }
}

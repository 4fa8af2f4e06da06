import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { custody, hasCode, mayDo, REFERRAL_BODIES, TicketClocks, TicketStore } from '@hotline/ticket';
import { HandlingStore } from '../data/handling-store.js';
import { type NewReferral, RecordStore } from '../data/record-store.js';
import { dueOnDay, isAhead, referTicket } from '../domain/referral-steps.js';

export interface ReferralOrder extends Omit<NewReferral, 'id'> {
  /** `YYYY-MM-DD` in Asia/Shanghai the body named; without one the limit of referrals counts. */
  readonly replyDueOn: string | null;
}

/** The case, or a part of it, goes to a body outside the union; the unit stays accountable and its clocks run on. */
@Injectable()
export class ReferTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: RecordStore,
    private readonly files: HandlingStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  run(actor: Actor, ticketId: string, version: number, order: ReferralOrder): Promise<void> {
    if (!hasCode(REFERRAL_BODIES, order.bodyCode)) return refuse('unknown-category', { field: 'bodyCode' });
    if (order.bodyCode === 'other-body' && !order.bodyName)
      return refuse('reason-required', { field: 'bodyName' });
    return this.work.run(scopeOf(actor, 'ticket.handle'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('refer', facts, actor, tx.now));
      const { replyDueOn: day, ...said } = order;
      if (day && !isAhead(day, tx.now)) refuse('invalid-input', { field: 'replyDueOn' });
      const { id: hopId, toUnitId: unitId } = custody(facts);
      const referral = { id: newId(), ...said };
      await this.files.attachOrRefuse(tx, ticketId, said.attachmentIds, 'attachmentIds');
      await this.store.insertReferral(tx, { ticketId, hopId, unitId }, referral);
      const unit = this.units.current().get(unitId);
      const clock = this.clocks.for(facts, tx.now)('referral', unit, hopId, referral.id);
      await this.tickets.apply(tx, facts, referTicket(facts, referral, day ? dueOnDay(clock, day) : clock));
    });
  }
}

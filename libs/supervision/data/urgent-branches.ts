import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, type Transaction } from '@hotline/kernel';
import {
  type EmergencyAbout,
  EmergencyDesk,
  type EmergencyInput,
  type EmergencyPlan,
  refOf,
  TicketClocks,
} from '@hotline/ticket';
import { checkEmergency } from '../domain/check-emergency.js';
import { receiptClock } from '../domain/receipt-steps.js';
import { DutyLeaders } from './duty-leaders.js';
import { EmergencyStore } from './emergency-store.js';
import { NoticeWriter } from './notice-writer.js';

/** The branches of the urgent path, all in the transaction that opens the ticket: its version moves once. */
@Injectable()
export class UrgentBranches extends EmergencyDesk {
  constructor(
    private readonly leaders: DutyLeaders,
    private readonly store: EmergencyStore,
    private readonly clocks: TicketClocks,
    private readonly notices: NoticeWriter,
  ) {
    super();
  }

  async prepare(tx: Transaction, input: EmergencyInput, about: EmergencyAbout): Promise<EmergencyPlan> {
    if (about.category.urgency !== 'urgent') refuse('invalid-input', { field: 'urgency' });
    const { calls, transfer } = orRefuse(checkEmergency(input, tx.now));
    const { ticketId, ticketPath, target, intakeUnitId } = about;
    const leader = await this.leaders.find(tx, target);
    // Nobody on any roster up to the root: the nearest duty desk that is staffed is told, and its superiors after it.
    const unit = leader?.unit ?? this.leaders.desk(target, tx.now);
    const receiptId = newId();
    const clock = receiptClock(this.clocks.for(about.category, tx.now), unit, null, receiptId);
    const keep = async (inside: Transaction): Promise<void> => {
      await this.store.keepCalls(inside, ticketId, calls);
      const receipt = { id: receiptId, ticketId, ticketPath, unit: refOf(unit), dueAt: clock.dueAt };
      await this.store.keepReceipt(inside, receipt, leader);
      if (transfer) await this.store.keepTransfer(inside, ticketId, intakeUnitId, transfer);
      await this.notices.write(inside, [{ ticketId, unit: refOf(unit), kind: 'leader-told' }]);
    };
    const services = calls.filter((call) => call.notCalledReason === undefined).map(({ service }) => service);
    const facts = { emergency: { services, leader: unit.id, receiptId, transfer: transfer?.kind ?? null } };
    return { ticketId, clocks: [clock], facts, keep };
  }
}

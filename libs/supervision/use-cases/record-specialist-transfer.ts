import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, actsFor, scopeOf } from '@hotline/organization';
import { custody, hasPersonalNumber, mayDo, type SpecialistInput, TicketStore } from '@hotline/ticket';
import { EmergencyStore } from '../data/emergency-store.js';
import { recordTransfer } from '../domain/receipt-steps.js';

/** 转心理、法律坐席: who took over and what came of it. */
@Injectable()
export class RecordSpecialistTransfer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: EmergencyStore,
  ) {}

  run(actor: Actor, ticketId: string, version: number, transfer: SpecialistInput): Promise<void> {
    for (const field of ['reason', 'seat', 'outcome'] as const) {
      if (hasPersonalNumber(transfer[field] ?? '')) refuse('personal-in-text', { field });
    }
    return this.work.run(scopeOf(actor, 'specialist.transfer'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('record-transfer', facts, actor, tx.now));
      const ofIntake = actsFor(actor, 'specialist.transfer', facts.intake.id);
      const unitId = ofIntake ? facts.intake.id : custody(facts).toUnitId;
      const id = await this.store.keepTransfer(tx, ticketId, unitId, transfer);
      await this.tickets.apply(tx, facts, recordTransfer(facts, unitId, { id, kind: transfer.kind }));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, Refused, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { custody, mayDo, TicketClocks, TicketStore } from '@hotline/ticket';
import { HandlingStore } from '../data/handling-store.js';
import { checkReport, type ReportInput, reportHop, yuan } from '../domain/report-hop.js';

/** The handling unit tells its superior what the handling came to. */
@Injectable()
export class ReportHop {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: HandlingStore,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  run(actor: Actor, ticketId: string, version: number, said: Omit<ReportInput, 'id'>): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.handle'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('report', facts, actor, tx.now));
      const { id: hopId, toUnitId: unitId } = custody(facts);
      const given = { id: newId(), ...said };
      const refusal = checkReport(facts, given, await this.store.contactsOf(tx, hopId, ticketId));
      if (refusal) throw new Refused(refusal);
      const attached = await this.store.attach(tx, ticketId, given.attachmentIds);
      if (!attached) refuse('invalid-input', { field: 'proof.attachmentIds' });
      const amountRecovered = given.amountRecovered === null ? null : yuan(given.amountRecovered);
      const report = { ...given, amountRecovered };
      await this.store.insertReport(tx, { ticketId, hopId, unitId }, report);
      const start = this.clocks.for(facts, tx.now);
      await this.tickets.apply(tx, facts, reportHop(facts, report, this.units.current(), start));
    });
  }
}

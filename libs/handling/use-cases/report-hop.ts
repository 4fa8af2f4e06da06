import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, Refused, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import {
  custody,
  mayDo,
  TicketClocks,
  type TicketFacts,
  TicketStore,
  unwaivedPart,
  waivePart,
} from '@hotline/ticket';
import { HandlingStore } from '../data/handling-store.js';
import { checkReport, type ReportInput, reportHop, yuan } from '../domain/report-hop.js';

/** Why the report needs no word of a supporting unit that has not reported. */
export interface Waiver {
  readonly supportId: string;
  readonly reason: string;
}

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

  run(
    actor: Actor,
    ticketId: string,
    version: number,
    said: Omit<ReportInput, 'id'>,
    waivers: readonly Waiver[] = [],
  ): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.handle'), async (tx) => {
      const before = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('report', before, actor, tx.now));
      const facts = await this.waive(tx, before, waivers);
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

  /** Each waiver is a step of its own before the report; an open part without one stands in the way. */
  private async waive(
    tx: Transaction,
    before: TicketFacts,
    waivers: readonly Waiver[],
  ): Promise<TicketFacts> {
    const open = unwaivedPart(
      before,
      waivers.map(({ supportId }) => supportId),
    );
    if (open) refuse('support-open', { field: 'waivers', facts: { supportId: open.id } });
    let facts = before;
    for (const { supportId, reason } of waivers) {
      const part = facts.supports.find((one) => one.id === supportId && one.ending === null);
      if (!part) return refuse('invalid-input', { field: 'waivers' });
      await this.tickets.apply(tx, facts, waivePart(facts, part, reason));
      facts = await this.tickets.read(tx, facts.id);
    }
    return facts;
  }
}

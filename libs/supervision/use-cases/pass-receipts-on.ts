import { Injectable } from '@nestjs/common';
import { newId, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { hasEnded, refOf, TicketClocks, TicketStore, type TicketFacts } from '@hotline/ticket';
import { DutyLeaders } from '../data/duty-leaders.js';
import { EmergencyStore, type ReceiptRow } from '../data/emergency-store.js';
import { passReceiptOn, receiptClock } from '../domain/receipt-steps.js';

/** Unread receipts go to the next leader, each person once; after the last one the clock stays red. */
@Injectable()
export class PassReceiptsOn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: EmergencyStore,
    private readonly leaders: DutyLeaders,
    private readonly units: UnitTree,
    private readonly clocks: TicketClocks,
  ) {}

  async run(): Promise<void> {
    const overdue = await this.work.read(WHOLE_TREE, (tx) => this.store.overdue(tx));
    const faults: unknown[] = [];
    for (const receipt of overdue) {
      await this.work
        .run(WHOLE_TREE, (tx) => this.pass(tx, receipt))
        .catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw faults[0];
  }

  private async pass(tx: Transaction, receipt: ReceiptRow): Promise<void> {
    const facts = await this.tickets.lock(tx, receipt.ticket_id);
    if (!(await this.store.passOn(tx, receipt.id)) || hasEnded(facts.state)) return;
    const next = await this.next(tx, facts, receipt);
    await this.tickets.apply(tx, facts, passReceiptOn(facts, receipt.id, receipt.unit_id, next));
  }

  private async next(tx: Transaction, facts: TicketFacts, receipt: ReceiptRow) {
    const before = await this.store.receipts(tx, facts.id);
    const told = new Set(before.flatMap(({ account_id: id }) => (id ? [id] : [])));
    const from = this.units.current().get(receipt.unit_id);
    const leader = await this.leaders.find(tx, from, told);
    // No roster at all: the superior unit is told in place of a person.
    const unit = leader?.unit ?? (told.size === 0 ? this.units.current().parent(from.id) : undefined);
    if (!unit) return null;
    const receiptId = newId();
    const clock = receiptClock(this.clocks.for(facts, tx.now), unit, null, receiptId);
    const ref = {
      id: receiptId,
      ticketId: facts.id,
      ticketPath: facts.accountable.path,
      unit: refOf(unit),
      dueAt: clock.dueAt,
    };
    await this.store.keepReceipt(tx, ref, leader);
    return { receiptId, unit, clock };
  }
}

import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { custody, TicketStore } from '@hotline/ticket';
import { ChangeStore } from '../data/change-store.js';
import { OpenWork, type WaitingTicket } from '../data/open-work.js';
import { SideRecords } from '../data/side-records.js';
import type { UnitChange } from '../domain/plan.js';
import { receiverOf, succeed } from '../domain/succeed.js';
import type { Handover } from '../domain/tree-edit.js';

const BATCH = 10;

/** Hands the open work of units that end to whoever carries on, ticket by ticket. */
@Injectable()
export class HandOver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly tickets: TicketStore,
    private readonly changes: ChangeStore,
    private readonly open: OpenWork,
    private readonly beside: SideRecords,
  ) {}

  /** One batch. @returns how many tickets, 0 when nothing is left */
  batch(changeId: string, handovers: readonly Handover[]): Promise<number> {
    if (handovers.length === 0) return Promise.resolve(0);
    return this.work.run(WHOLE_TREE, async (tx) => {
      const change = await this.changes.lock(tx, changeId);
      if (change.state !== 'running' || change.effectiveAt === null) return 0;
      for (const handover of handovers) {
        const done = await this.some(tx, change, handover);
        if (done > 0) {
          const handedOver = (change.progress.handedOver ?? 0) + done;
          await this.changes.advance(tx, changeId, { ...change.progress, phase: 'handing-over', handedOver });
          return done;
        }
      }
      return 0;
    });
  }

  private async some(tx: Transaction, change: UnitChange, handover: Handover): Promise<number> {
    const from = this.units.current().get(handover.fromId);
    const paths = [...this.units.spellings(from.path), ...this.units.former().pathsOf(from.id, from.path)];
    const places = handover.toId === null ? handover.parts.flatMap((part) => part.places) : null;
    const waiting = await this.open.waiting(tx, from.id, paths, places, BATCH);
    for (const ticket of waiting) await this.one(tx, change, handover, ticket);
    if (waiting.length > 0) return waiting.length;
    const elsewhere = await this.beside.waiting(tx, from.id, places, BATCH);
    for (const id of elsewhere) await this.one(tx, change, handover, { id, holds: false, turn: false });
    if (elsewhere.length > 0 || handover.toId === null) return elsewhere.length;
    return this.open.sideClocks(tx, from.id, handover.toId);
  }

  private async one(
    tx: Transaction,
    { id: changeId, plan, startedBy }: UnitChange,
    handover: Handover,
    { id: ticketId, holds, turn }: WaitingTicket,
  ): Promise<void> {
    const facts = await this.tickets.lock(tx, ticketId);
    const tree = this.units.current();
    const from = tree.get(handover.fromId);
    const to = tree.get(receiverOf(handover, facts) ?? handover.fromId);
    const who = { ticketId, fromUnitId: from.id, toUnitId: to.id };
    const parts = await this.beside.openParts(tx, who);
    const records = await this.beside.follow(tx, who);
    const by = startedBy;
    const given = { changeId, kind: plan.kind, from, to, holds, turn, by, records, parts };
    const { step, partHops } = succeed(facts, tree, given);
    await this.tickets.apply(tx, facts, step);
    const oldHopId = custody(facts).id;
    await this.open.carryOver(tx, { ...who, changeId, oldHopId, newHopId: step.hop?.id ?? null });
    if (holds || turn) await this.beside.carryLadder(tx, who, oldHopId, step.hop?.id ?? oldHopId);
    for (const [n, { newHopId }] of partHops.entries()) {
      const part = parts[n];
      if (part) await this.beside.carryPart(tx, part, newHopId, changeId, to.id);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, actsFor, scopeOf, UnitTree } from '@hotline/organization';
import { OrderReads } from '../data/order-reads.js';
import { mayActOn, orderView } from '../data/order-views.js';
import { SupervisionReads, type SupervisionRow } from '../data/supervision-reads.js';
import type { SupervisionBody } from '../http/supervision-bodies.js';

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** Orders, ladder and urgent path of one ticket, as its page shows them beside the case. */
@Injectable()
export class ShowSupervision {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reads: SupervisionReads,
    private readonly orders: OrderReads,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, ticketId: string): Promise<SupervisionBody> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      const row = (await this.reads.of(tx, ticketId)) ?? refuse('not-found');
      const orders = await this.orders.ofTicket(tx, ticketId);
      return {
        orders: orders.map((one) => {
          const view = orderView(one, this.units, tx.now);
          return { ...view, ...mayActOn(view, one, actor) };
        }),
        ladder: this.ladder(row),
        ...this.urgent(row, actor),
      };
    });
  }

  private ladder({ steps, runs }: SupervisionRow): SupervisionBody['ladder'] {
    return (runs ?? []).map((run) => ({
      hopId: run.hopId,
      unit: this.units.brief(run.unitId),
      nextAt: instant(run.nextAt),
      takenOver:
        run.takenOverAt === null
          ? null
          : { at: new Date(run.takenOverAt), by: run.takenOverBy, text: run.reason ?? '' },
      steps: (steps ?? [])
        .filter((one) => one.hopId === run.hopId && one.unitId === run.unitId)
        .map(({ step, at, outcome, reason }) => ({ step, at: new Date(at), outcome, reason })),
    }));
  }

  private urgent(
    { calls, receipts, transfers }: SupervisionRow,
    actor: Actor,
  ): Pick<SupervisionBody, 'calls' | 'receipts' | 'transfers'> {
    return {
      calls: (calls ?? []).map((one) => ({ ...one, calledAt: instant(one.calledAt), at: new Date(one.at) })),
      receipts: (receipts ?? []).map(({ unitId, ...one }) => ({
        ...one,
        unit: this.units.brief(unitId),
        toldAt: new Date(one.toldAt),
        dueAt: new Date(one.dueAt),
        readAt: instant(one.readAt),
        passedOnAt: instant(one.passedOnAt),
        mayConfirm: one.readAt === null && one.passedOnAt === null && actsFor(actor, 'ticket.read', unitId),
      })),
      transfers: (transfers ?? []).map(({ unitId, ...one }) => ({
        ...one,
        unit: this.units.brief(unitId),
        at: new Date(one.at),
      })),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { ClockViews, type OrderKind } from '@hotline/ticket';
import { OrderReads, type OrderSide, type OrderState } from '../data/order-reads.js';
import { ListedOrders } from '../data/order-views.js';
import type { OrderPageBody } from '../http/order-bodies.js';

export interface OrdersRequest {
  readonly side?: OrderSide | undefined;
  readonly state?: OrderState | undefined;
  readonly kind?: OrderKind | undefined;
  /** Only orders to this unit and those below it. */
  readonly unitId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Orders my units gave, owe an answer to, or that concern the units below them; newest first. */
@Injectable()
export class ListOrders {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reads: OrderReads,
    private readonly units: UnitTree,
    private readonly clocks: ClockViews,
  ) {}

  run(
    actor: Actor,
    { side = 'given', state, kind, unitId, cursor, limit = 50 }: OrdersRequest,
  ): Promise<OrderPageBody> {
    const unitIds = [...new Set(actor.memberships.map((one) => one.unitId))];
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      const found = await this.reads.list(tx, {
        side,
        unitIds,
        state: state ?? null,
        kind: kind ?? null,
        within: unitId ?? null,
        before: cursor ?? null,
        limit: limit + 1,
      });
      const listed = new ListedOrders(this.units, this.clocks, actor, tx.now);
      const page = found.slice(0, limit);
      return {
        items: page.map((row) => listed.view(row)),
        nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
      };
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { changed, prepared, row } from '@hotline/platform';
import type { OrderKind } from '@hotline/ticket';
import type { OrderSource } from '../domain/order-steps.js';

export interface NewOrder {
  readonly id: string;
  readonly ticketId: string;
  readonly hopId: string;
  readonly kind: OrderKind;
  readonly source: OrderSource;
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly text: string;
  readonly dueAt: Instant | null;
}

export interface StoredOrder {
  [column: string]: unknown;
  readonly id: string;
  readonly kind: OrderKind;
  readonly source: OrderSource;
  readonly from_unit_id: string;
  readonly to_unit_id: string;
  readonly answered_at: Date | null;
  readonly ended_at: Date | null;
}

/** Whoever carries on for a unit that was merged, split or closed answers for its orders. */
export const HEIR = (unit: string): string =>
  `(select coalesce(x.heir_id, x.id) from unit x where x.id = ${unit})`;

/** Orders are only added; an answer and an end are written once each. */
@Injectable()
export class OrderStore {
  async insert(tx: Transaction, order: NewOrder): Promise<void> {
    await prepared(
      tx,
      'order-insert',
      `insert into ticket_order (id, ticket_id, hop_id, kind, source, from_unit_id, to_unit_id, account_id, at, text, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        order.id,
        order.ticketId,
        order.hopId,
        order.kind,
        order.source,
        order.fromUnitId,
        order.toUnitId,
        tx.scope.accountId,
        tx.now,
        order.text,
        order.dueAt,
      ],
    );
  }

  find(tx: Transaction, ticketId: string, id: string): Promise<StoredOrder | null> {
    return row<StoredOrder>(
      tx,
      `select o.id, o.kind, o.source, ${HEIR('o.from_unit_id')} as from_unit_id, ${HEIR('o.to_unit_id')} as to_unit_id,
         o.answered_at, o.ended_at from ticket_order o where o.id = $2 and o.ticket_id = $1`,
      [ticketId, id],
    );
  }

  /** @returns false when it has been answered or ended meanwhile */
  async answer(tx: Transaction, id: string, answer: string): Promise<boolean> {
    const written = await changed(
      tx,
      `update ticket_order set answered_at = $2, answered_by = $3, answer = $4
       where id = $1 and answered_at is null and ended_at is null`,
      [id, tx.now, tx.scope.accountId, answer],
    );
    return written === 1;
  }

  async end(tx: Transaction, id: string, reason: string): Promise<boolean> {
    const written = await changed(
      tx,
      `update ticket_order set ended_at = $2, ended_by = $3, end_reason = $4 where id = $1 and ended_at is null`,
      [id, tx.now, tx.scope.accountId, reason],
    );
    return written === 1;
  }

  /** What a unit owed with a custody it no longer has; the raising itself is ended in its own moment. */
  async settle(tx: Transaction, ticketId: string, toUnitId: string, raiseId: string): Promise<void> {
    await changed(
      tx,
      `update ticket_order set ended_at = $2, ended_by = $3, end_reason = '已提级办理'
       where ticket_id = $1 and ended_at is null and (id = $5 or (to_unit_id = $4 and answered_at is null))`,
      [ticketId, tx.now, tx.scope.accountId, toUnitId, raiseId],
    );
  }
}

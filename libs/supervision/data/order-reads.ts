import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import { type OrderKind, seen, type TicketState } from '@hotline/ticket';
import type { OrderSource } from '../domain/order-steps.js';
import { HEIR } from './order-store.js';

export const ORDER_STATES = ['open', 'overdue', 'answered', 'ended'] as const;
export type OrderState = (typeof ORDER_STATES)[number];
export const ORDER_SIDES = ['given', 'received', 'below'] as const;
export type OrderSide = (typeof ORDER_SIDES)[number];

export interface OrderRow {
  [column: string]: unknown;
  readonly id: string;
  readonly kind: OrderKind;
  readonly source: OrderSource;
  readonly from_unit_id: string;
  readonly to_unit_id: string;
  /** Who carries on for them, when they were merged or closed. */
  readonly giver_id: string;
  readonly answerer_id: string;
  readonly by: string | null;
  readonly at: Date;
  readonly text: string;
  readonly due_at: Date | null;
  readonly answered_at: Date | null;
  readonly answered_by: string | null;
  readonly answer: string | null;
  readonly ended_at: Date | null;
  readonly ended_by: string | null;
  readonly end_reason: string | null;
}

export interface ListedOrder extends OrderRow {
  readonly ticket_id: string;
  readonly no: string;
  readonly title: string;
  readonly state: TicketState;
  readonly urgency: string;
  /** The order's own, while it runs. */
  readonly clock: {
    readonly yellowAt: string;
    readonly limitUnit: string;
    readonly calendarId: string | null;
  } | null;
}

export interface OrderQuestion {
  readonly side: OrderSide;
  /** The reader's own units, for `given` and `received`. */
  readonly unitIds: readonly string[];
  readonly state: OrderState | null;
  readonly kind: OrderKind | null;
  /** Only orders to this unit and those below it. */
  readonly within: string | null;
  readonly before: string | null;
  readonly limit: number;
}

const NAME = (account: string): string => `(select a.display_name from account a where a.id = ${account})`;

const COLUMNS = `o.id, o.kind, o.source, o.from_unit_id, o.to_unit_id, ${HEIR('o.from_unit_id')} as giver_id,
  ${HEIR('o.to_unit_id')} as answerer_id, ${NAME('o.account_id')} as by, o.at, o.text, o.due_at,
  o.answered_at, ${NAME('o.answered_by')} as answered_by, o.answer, o.ended_at, ${NAME('o.ended_by')} as ended_by, o.end_reason`;

// "open" repeats the condition of the partial indexes; a ticket that has ended leaves nobody an answer to give.
const OPEN = 'o.answered_at is null and o.ended_at is null and t.next_due_at is not null';

const STATES: Readonly<Record<OrderState, (now: () => string) => string>> = {
  open: () => OPEN,
  overdue: (now) => `${OPEN} and o.due_at < ${now()}`,
  answered: () => 'o.answered_at is not null and o.ended_at is null',
  ended: () => 'o.ended_at is not null',
};

const CLOCK = `(select json_build_object('yellowAt', c.yellow_at, 'limitUnit', c.limit_unit,
  'calendarId', c.calendar_id) from clock c
  where c.ticket_id = o.ticket_id and c.subject_id = o.id and c.stopped_at is null limit 1)`;

const INSIDE = (unit: string): string =>
  `o.to_unit_id in (select u.id from unit u where u.path ^@ (select w.path from unit w where w.id = ${unit}))`;

@Injectable()
export class OrderReads {
  ofTicket(tx: Transaction, ticketId: string): Promise<OrderRow[]> {
    return rows<OrderRow>(
      tx,
      `select ${COLUMNS} from ticket_order o where o.ticket_id = $1 order by o.id desc`,
      [ticketId],
    );
  }

  /** Newest first; ids grow with time, so one of them is the cursor. */
  list(tx: Transaction, question: OrderQuestion): Promise<ListedOrder[]> {
    const values: unknown[] = [];
    const value = (one: unknown): string => `$${values.push(one)}`;
    const clauses = [`(${seen('t', tx.scope, values)})`];
    if (question.side === 'given') clauses.push(`o.from_unit_id = any (${value(question.unitIds)}::uuid[])`);
    if (question.side === 'received') clauses.push(`o.to_unit_id = any (${value(question.unitIds)}::uuid[])`);
    if (question.side === 'below') clauses.push(this.below(tx, value));
    if (question.state) clauses.push(STATES[question.state](() => value(tx.now)));
    if (question.kind) clauses.push(`o.kind = ${value(question.kind)}`);
    if (question.within) clauses.push(INSIDE(value(question.within)));
    if (question.before) clauses.push(`o.id < ${value(question.before)}::uuid`);
    return rows<ListedOrder>(
      tx,
      `select ${COLUMNS}, t.id as ticket_id, t.no, t.title, t.state, t.urgency,
         ${CLOCK} as clock
       from ticket_order o join ticket t on t.id = o.ticket_id
       where ${clauses.join(' and ')} order by o.id desc limit ${value(question.limit)}`,
      values,
    );
  }

  /** The receiving unit as it lies in the tree today. */
  private below(tx: Transaction, value: (one: unknown) => string): string {
    const within = tx.scope.prefixes.map((prefix) => `u.path ^@ ${value(prefix)}`);
    return `o.to_unit_id in (select u.id from unit u where ${within.join(' or ') || 'false'})`;
  }
}

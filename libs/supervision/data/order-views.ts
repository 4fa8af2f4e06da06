import type { Instant } from '@hotline/kernel';
import { cardAt } from '@hotline/calendar';
import { type Actor, actsFor, type UnitTree } from '@hotline/organization';
import { type ClockViews, hasEnded } from '@hotline/ticket';
import type { ListedOrderBody, OrderBody } from '../http/order-bodies.js';
import type { ListedOrder, OrderRow } from './order-reads.js';

/** The ladder gives orders without a person. */
export function orderView(row: OrderRow, units: UnitTree, now: Instant): OrderBody {
  const { answered_at: answeredAt, ended_at: endedAt, due_at: dueAt } = row;
  const open = !answeredAt && !endedAt;
  return {
    id: row.id,
    kind: row.kind,
    source: row.source,
    from: units.brief(row.from_unit_id),
    to: units.brief(row.to_unit_id),
    by: row.by,
    at: row.at,
    text: row.text,
    dueAt,
    state: endedAt ? 'ended' : answeredAt ? 'answered' : dueAt && dueAt < now ? 'overdue' : 'open',
    overdue: dueAt !== null && (answeredAt ?? (open ? now : dueAt)) > dueAt,
    answer:
      answeredAt && row.answer !== null ? { at: answeredAt, by: row.answered_by, text: row.answer } : null,
    end: endedAt && row.end_reason !== null ? { at: endedAt, by: row.ended_by, text: row.end_reason } : null,
  };
}

/** Who may act on an order, by their own units; the state of the ticket decides besides. */
export const mayActOn = (
  order: Pick<OrderBody, 'answer' | 'end'>,
  row: OrderRow,
  actor: Actor,
): { mayAnswer: boolean; mayEnd: boolean } => ({
  mayAnswer: order.answer === null && order.end === null && actsFor(actor, 'order.answer', row.answerer_id),
  mayEnd: order.end === null && actsFor(actor, 'ticket.supervise', row.giver_id),
});

/** Turns listed orders into what one reader sees of them at one moment. */
export class ListedOrders {
  constructor(
    private readonly units: UnitTree,
    private readonly clocks: ClockViews,
    private readonly actor: Actor,
    private readonly now: Instant,
  ) {}

  view(row: ListedOrder): ListedOrderBody {
    const order = orderView(row, this.units, this.now);
    const may = mayActOn(order, row, this.actor);
    const running = !hasEnded(row.state);
    return {
      ...order,
      ticket: { id: row.ticket_id, no: row.no, title: row.title, state: row.state, urgency: row.urgency },
      mayAnswer: running && may.mayAnswer,
      mayEnd: running && may.mayEnd,
      ...this.time(row),
    };
  }

  /** Of the order's own clock while it runs; an urge has none. */
  private time(row: ListedOrder): Pick<ListedOrderBody, 'card' | 'remaining'> {
    const { clock, due_at: dueAt } = row;
    if (!clock || !dueAt) return { card: 'none', remaining: null };
    const counted = { unitId: row.answerer_id, calendarId: clock.calendarId };
    const times = { startedAt: row.at, yellowAt: new Date(clock.yellowAt), dueAt, stoppedAt: null };
    return {
      card: cardAt(times, this.now),
      remaining: this.clocks.left(counted, dueAt, clock.limitUnit, this.now),
    };
  }
}

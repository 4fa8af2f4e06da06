import type { Instant } from '@hotline/kernel';
import type { UnitTree } from '@hotline/organization';
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

export const listedOrder = (row: ListedOrder, units: UnitTree, now: Instant): ListedOrderBody => ({
  ...orderView(row, units, now),
  ticket: { id: row.ticket_id, no: row.no, title: row.title, state: row.state, urgency: row.urgency },
});

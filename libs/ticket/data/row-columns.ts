import type { ExpectedStep, QueueReason, TicketState } from '../domain/facts.js';

/**
 * What a list needs of a ticket, whose alias is `t`. The limit of the earliest open clock tells in which pace the time
 * left is counted; it is asked for the rows of one page only.
 */
export const ROW_COLUMNS = `t.id, t.no, t.version, t.title, t.state, t.kind, t.field, t.tags, t.difficulty, t.urgency,
  t.people, t.employer, t.accountable_unit_id, t.turn_unit_id, t.turn_expected, t.due_at, t.next_due_at,
  t.next_yellow_at, t.redo_count, t.opened_at, t.updated_at, t.closed_at, t.queue_reason, t.assignee_id,
  (select a.display_name from account a where a.id = t.assignee_id) as assignee_name,
  case when t.closed_at is null then (select concat_ws(' ', c.unit_id, c.limit_unit, c.kind, c.calendar_id) from clock c
    where c.ticket_id = t.id and c.stopped_at is null and not c.is_right order by c.due_at limit 1) end as next_clock,
  case when t.state = 'call-back' then (select count(*)::integer from call_back b where b.ticket_id = t.id
    and b.at > coalesce((select max(c.started_at) from clock c
        where c.ticket_id = t.id and c.kind = 'call-back'), '-infinity')) end as attempts,
  exists (select 1 from ticket_order o where o.ticket_id = t.id and o.kind = 'supervise' and o.answered_at is null
    and o.ended_at is null) as supervised`;

export interface TicketColumns {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly title: string;
  readonly state: TicketState;
  readonly kind: string;
  readonly field: string;
  readonly tags: string[];
  readonly difficulty: string;
  readonly urgency: string;
  readonly people: number | null;
  readonly employer: string | null;
  readonly accountable_unit_id: string;
  readonly turn_unit_id: string | null;
  readonly turn_expected: ExpectedStep | null;
  readonly due_at: Date | null;
  readonly next_due_at: Date | null;
  readonly next_yellow_at: Date | null;
  readonly redo_count: number;
  readonly opened_at: Date;
  readonly updated_at: Date;
  readonly closed_at: Date | null;
  readonly queue_reason: QueueReason | null;
  /** `<unit id> <limit unit> <kind> <calendar id>` of the earliest open clock; old clocks name no calendar. */
  readonly next_clock: string | null;
  readonly attempts: number | null;
  /** An order of a superior waits for its answer. */
  readonly supervised: boolean;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
}

import { type Instant, newId } from '@hotline/kernel';
import type { OpenedRows } from '@hotline/intake';
import type { NewClock, Step, TicketFacts } from '@hotline/ticket';

export interface Own {
  readonly ticket_id: string;
  readonly unit_id: string;
  readonly account_id: string;
  readonly at: Instant;
}
type Row = Record<string, unknown>;

/** Rows one ticket adds to the tables, in the tables' own column names. */
export interface CaseRows {
  readonly opened: OpenedRows;
  readonly events: Row[];
  readonly notices: Row[];
  readonly clocks: Map<string, ClockRow>;
  readonly accesses: Set<string>;
  readonly signedBy: Map<string, string>;
  readonly reports: (Own & Row)[];
  readonly reviews: (Own & Row)[];
  readonly returns: (Own & Row)[];
  readonly workerContacts: (Own & Row & { id: string })[];
  readonly callBacks: (Own & Row)[];
  readonly ladderRuns: Row[];
}

export interface ClockRow extends Row {
  id: string;
  yellow_at: Instant;
  due_at: Instant;
  stopped_at: Instant | null;
  is_right: boolean;
}

export function emptyRows(opened: OpenedRows): CaseRows {
  const rows: CaseRows = {
    opened,
    events: [],
    notices: [],
    clocks: new Map(),
    accesses: new Set([opened.ticket.path]),
    signedBy: new Map(),
    reports: [],
    reviews: [],
    returns: [],
    workerContacts: [],
    callBacks: [],
    ladderRuns: [],
  };
  for (const clock of opened.clocks) startClock(rows, opened.ticket.id, clock);
  return rows;
}

function startClock(rows: CaseRows, ticketId: string, clock: NewClock): void {
  rows.clocks.set(clock.id, {
    id: clock.id,
    ticket_id: ticketId,
    hop_id: clock.hopId,
    kind: clock.kind,
    unit_id: clock.unitId,
    started_at: clock.startedAt,
    yellow_at: clock.yellowAt,
    due_at: clock.dueAt,
    original_due_at: clock.dueAt,
    stopped_at: null,
    calendar_id: clock.calendarId ?? null,
    calendar_version: clock.calendarVersion,
    provisional: clock.provisional,
    limit_id: clock.limitId,
    limit_amount: clock.limitAmount,
    limit_unit: clock.limitUnit,
    is_right: clock.isRight ?? false,
  });
}

/** The rows of one step; `facts` are those before it. */
export function recordStep(
  rows: CaseRows,
  facts: TicketFacts,
  step: Step,
  at: Instant,
  actorId: string | null,
): void {
  rows.events.push({
    id: newId(),
    ticket_id: facts.id,
    contact_id: null,
    seq: facts.version + 1,
    kind: step.event.kind,
    unit_id: step.event.unitId,
    actor_id: actorId,
    facts: step.event.facts ?? {},
    at,
  });
  for (const id of step.stopClocks ?? []) {
    const clock = rows.clocks.get(id);
    if (clock) clock.stopped_at = at;
  }
  for (const clock of step.startClocks ?? []) startClock(rows, facts.id, clock);
  if (step.hop) rows.accesses.add(step.hop.to.path);
  for (const { unit, kind } of step.notices ?? []) {
    rows.notices.push({ id: newId(), unit_id: unit.id, ticket_id: facts.id, kind, at });
  }
}

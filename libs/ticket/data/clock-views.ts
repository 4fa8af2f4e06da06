import { Injectable } from '@nestjs/common';
import { cardAt, type LimitUnit, provisionalDeadline, remaining, RuleBook } from '@hotline/calendar';
import { DAY_MS, type Instant } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { besideTheTurn } from '../domain/due-now.js';
import type { ClockKind } from '../domain/facts.js';
import type { ClockBody } from '../http/hop-bodies.js';
import type { RemainingBody, TicketRowBody } from '../http/row-bodies.js';
import type { TicketColumns } from './row-columns.js';

/** A clock as `json_agg` gives it: instants are ISO texts. */
export interface ClockJson {
  readonly id: string;
  readonly hop_id: string | null;
  readonly kind: ClockKind;
  readonly unit_id: string;
  readonly started_at: string;
  readonly yellow_at: string;
  readonly due_at: string;
  readonly original_due_at: string;
  readonly stopped_at: string | null;
  readonly subject_id: string | null;
  readonly calendar_id: string | null;
  readonly is_right: boolean;
  readonly lapsed_at: string | null;
  readonly provisional: boolean;
  readonly limit_amount: number;
  readonly limit_unit: string;
}

/** Whose time is left: the promise's own calendar, where it has none the present one of its unit. */
export interface Counted {
  readonly unitId: string;
  readonly calendarId: string | null;
}

/** Cards and the time left, judged from a clock's facts at the moment of reading; neither is ever stored. */
@Injectable()
export class ClockViews {
  constructor(
    private readonly rules: RuleBook,
    private readonly units: UnitTree,
  ) {}

  /** Extensions (延期) a ticket may be granted by the limits in force. */
  maxExtensions(now: Instant): number {
    return this.rules.presetAt(now).maxExtensions;
  }

  /** Null when no published or provisional calendar reaches the deadline. */
  left(
    { unitId, calendarId }: Counted,
    dueAt: Instant,
    limitUnit: string,
    now: Instant,
  ): RemainingBody | null {
    const calendar = this.rules.calendar(calendarId ?? this.units.current().get(unitId).calendarId);
    const time = remaining(calendar, now, dueAt, limitUnit as LimitUnit);
    if (!time.ok) return null;
    const { overdue, workingDays, hours, minutes } = time.value;
    return { overdue, workingDays, hours, minutes };
  }

  /** The end of the `days`th working day from now by the national calendar: what filters mean by "due within". */
  within(days: number, now: Instant): Instant {
    const calendar = this.rules.calendar('national');
    const end = provisionalDeadline(calendar, now, { amount: days, unit: 'working-days' });
    return end.ok ? end.value.dueAt : new Date(now.getTime() + days * DAY_MS);
  }

  clock(stored: ClockJson, now: Instant): ClockBody {
    const startedAt = new Date(stored.started_at);
    const yellowAt = new Date(stored.yellow_at);
    const dueAt = new Date(stored.due_at);
    const stoppedAt = stored.stopped_at === null ? null : new Date(stored.stopped_at);
    return {
      id: stored.id,
      kind: stored.kind,
      unit: this.units.brief(stored.unit_id),
      startedAt,
      yellowAt,
      dueAt,
      originalDueAt: new Date(stored.original_due_at),
      stoppedAt,
      card: stored.is_right ? 'none' : cardAt({ startedAt, yellowAt, dueAt, stoppedAt }, now),
      isRight: stored.is_right,
      lapsedAt: stored.lapsed_at === null ? null : new Date(stored.lapsed_at),
      provisional: stored.provisional,
      limit: { amount: stored.limit_amount, unit: stored.limit_unit },
      remaining: stoppedAt
        ? null
        : this.left(
            { unitId: stored.unit_id, calendarId: stored.calendar_id },
            dueAt,
            stored.limit_unit,
            now,
          ),
    };
  }

  row(stored: TicketColumns, now: Instant): TicketRowBody {
    return {
      id: stored.id,
      no: stored.no,
      version: stored.version,
      title: stored.title,
      state: stored.state,
      kind: stored.kind,
      field: stored.field,
      tags: stored.tags,
      difficulty: stored.difficulty,
      urgency: stored.urgency,
      people: stored.people,
      employer: stored.employer,
      accountable: this.units.brief(stored.accountable_unit_id),
      turn:
        stored.turn_unit_id && stored.turn_expected
          ? { unit: this.units.brief(stored.turn_unit_id), expected: stored.turn_expected }
          : null,
      dueAt: stored.due_at,
      ...this.next(stored, now),
      redo: stored.redo_count > 0,
      openedAt: stored.opened_at,
      updatedAt: stored.updated_at,
      closedAt: stored.closed_at,
      queueReason: stored.queue_reason,
      callBackAttempts: stored.attempts,
      supervised: stored.supervised,
      assignee: stored.assignee_id
        ? { id: stored.assignee_id, displayName: stored.assignee_name ?? '' }
        : null,
    };
  }

  /** The earliest open clock of a row. */
  private next(
    stored: TicketColumns,
    now: Instant,
  ): Pick<TicketRowBody, 'nextDueAt' | 'nextBeside' | 'card' | 'remaining'> {
    const { next_due_at: dueAt, next_yellow_at: yellowAt, opened_at: startedAt, closed_at } = stored;
    if (!dueAt || !yellowAt || closed_at)
      return { nextDueAt: null, nextBeside: null, card: 'none', remaining: null };
    const [unitId = stored.accountable_unit_id, limitUnit = 'working-days', kind = null, calendarId = null] =
      stored.next_clock?.split(' ') ?? [];
    return {
      nextDueAt: dueAt,
      nextBeside: besideTheTurn(stored.turn_expected, kind),
      card: cardAt({ startedAt, yellowAt, dueAt, stoppedAt: null }, now),
      remaining: this.left({ unitId, calendarId }, dueAt, limitUnit, now),
    };
  }
}

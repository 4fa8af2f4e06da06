import { Injectable } from '@nestjs/common';
import { cardAt } from '@hotline/calendar';
import { type Instant, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { ClockViews } from '../data/clock-views.js';
import { DutyReads, type DutyRow } from '../data/duty-reads.js';
import { SIDE_CLOCKS, type SideClock } from '../domain/facts.js';
import { readCursor, writeCursor } from '../domain/list-cursor.js';
import type { DutyBody, DutyPageBody } from '../http/duty-bodies.js';

export interface DutiesRequest {
  readonly kind?: readonly SideClock[];
  readonly cursor?: string;
  readonly limit?: number;
}

/** What the reader's own units owe beside the tickets they hold, earliest deadline first. */
@Injectable()
export class ListDuties {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reads: DutyReads,
    private readonly clocks: ClockViews,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, { kind, cursor, limit = 50 }: DutiesRequest): Promise<DutyPageBody> {
    const after =
      cursor === undefined ? null : (readCursor(cursor) ?? refuse('invalid-input', { field: 'cursor' }));
    const unitIds = [...new Set(actor.memberships.map((one) => one.unitId))];
    const kinds = kind && kind.length > 0 ? kind : SIDE_CLOCKS;
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      const found = await this.reads.list(tx, { unitIds, kinds, after, limit: limit + 1 });
      const page = found.slice(0, limit);
      const last = found.length > limit ? page.at(-1) : undefined;
      return {
        items: page.map((row) => this.view(row, tx.now)),
        nextCursor: last ? writeCursor({ run: 'open', key: last.key, id: last.id }) : null,
      };
    });
  }

  private view(row: DutyRow, now: Instant): DutyBody {
    return {
      id: row.id,
      kind: row.kind,
      subjectId: row.subject_id,
      unit: this.units.brief(row.unit_id),
      ticket: { id: row.ticket_id, no: row.no, title: row.title, state: row.state, urgency: row.urgency },
      startedAt: row.started_at,
      dueAt: row.due_at,
      card: row.is_right ? 'none' : cardAt(timesOf(row), now),
      isRight: row.is_right,
      remaining: this.clocks.left(
        { unitId: row.unit_id, calendarId: row.calendar_id },
        row.due_at,
        row.limit_unit,
        now,
      ),
    };
  }
}

const timesOf = (row: DutyRow) => ({
  startedAt: row.started_at,
  yellowAt: row.yellow_at,
  dueAt: row.due_at,
  stoppedAt: null,
});

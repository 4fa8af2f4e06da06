import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { readCursor, type Restatement, writeCursor } from '@hotline/ticket';
import { ProvisionalClocks, type RestatementRow } from '../data/provisional-clocks.js';
import type { RestatementBody, RestatementPageBody } from '../http/restatement-bodies.js';

export interface RestatementQuestion {
  readonly reason?: Restatement | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Every deadline that was changed after it had been promised, newest change first. */
@Injectable()
export class ListRestatements {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clocks: ProvisionalClocks,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, { reason, cursor, limit = 50 }: RestatementQuestion): Promise<RestatementPageBody> {
    const after =
      cursor === undefined ? null : (readCursor(cursor) ?? refuse('invalid-input', { field: 'cursor' }));
    return this.work.read(scopeOf(actor, 'calendar.read'), async (tx) => {
      const found = await this.clocks.restatements(tx, reason ?? null, { after, limit: limit + 1 });
      const page = found.slice(0, limit);
      const last = found.length > limit ? page.at(-1) : undefined;
      return {
        items: page.map((one) => this.view(one)),
        nextCursor: last ? writeCursor({ run: 'open', key: last.key, id: last.id }) : null,
      };
    });
  }

  private view(one: RestatementRow): RestatementBody {
    return {
      id: one.id,
      ticketId: one.ticket_id,
      ticketNo: one.no,
      kind: one.kind,
      unit: this.units.brief(one.unit_id),
      at: one.at,
      reason: one.reason as Restatement,
      fromDueAt: one.from_due_at,
      toDueAt: one.to_due_at,
      calendarVersion: one.calendar_version,
      by: one.by_name,
    };
  }
}

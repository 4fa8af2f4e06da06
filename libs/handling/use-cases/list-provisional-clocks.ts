import { Injectable } from '@nestjs/common';
import { RuleBook } from '@hotline/calendar';
import { refuse, shanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { readCursor, writeCursor } from '@hotline/ticket';
import { ProvisionalClocks, type ProvisionalListed } from '../data/provisional-clocks.js';
import type { ProvisionalClockBody, ProvisionalPageBody } from '../http/restatement-bodies.js';

export interface ProvisionalQuestion {
  readonly calendarId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** 临时期限: deadlines that reach a year whose plan is not published, the nearest first. */
@Injectable()
export class ListProvisionalClocks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clocks: ProvisionalClocks,
    private readonly units: UnitTree,
    private readonly rules: RuleBook,
  ) {}

  run(actor: Actor, { calendarId, cursor, limit = 50 }: ProvisionalQuestion): Promise<ProvisionalPageBody> {
    const after =
      cursor === undefined ? null : (readCursor(cursor) ?? refuse('invalid-input', { field: 'cursor' }));
    return this.work.read(scopeOf(actor, 'calendar.read'), async (tx) => {
      const found = await this.clocks.list(tx, calendarId ?? null, { after, limit: limit + 1 });
      const page = found.slice(0, limit);
      const last = found.length > limit ? page.at(-1) : undefined;
      return {
        items: page.map((clock) => this.view(clock)),
        nextCursor: last ? writeCursor({ run: 'open', key: last.key, id: last.id }) : null,
        total: await this.clocks.total(tx, calendarId ?? null),
      };
    });
  }

  private view(clock: ProvisionalListed): ProvisionalClockBody {
    const calendar = this.rules.calendar(clock.calendar_id);
    const [from, to] = [clock.started_at, clock.due_at].map((at) => Number(shanghaiDay(at).slice(0, 4)));
    const years = Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => Number(from) + n);
    return {
      id: clock.id,
      kind: clock.kind,
      ticketId: clock.ticket_id,
      ticketNo: clock.no,
      unit: this.units.brief(clock.unit_id),
      calendarId: clock.calendar_id,
      startedAt: clock.started_at,
      dueAt: clock.due_at,
      unknownYears: years.filter((year) => year < calendar.knownFromYear || year > calendar.knownToYear),
    };
  }
}

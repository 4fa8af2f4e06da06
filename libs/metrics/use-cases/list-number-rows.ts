import { Injectable } from '@nestjs/common';
import { type Instant, isId, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, hasPermission, type UnitBrief, UnitTree } from '@hotline/organization';
import { OwnNumbers } from '@hotline/telephony';
import { wordOf } from '@hotline/ticket';
import { NumberReads } from '../data/number-reads.js';
import { type NumberRow, type RowPlace, RowReads, type RowResult } from '../data/row-reads.js';
import { asOfNow, openOverdueOf, total } from '../domain/due.js';
import { EXCLUSIONS, isDeadline, type MetricName } from '../domain/metrics.js';
import { type Asked, labelsOf, type NumberQuestion, NumberUnit } from './number-unit.js';

export interface RowsOrder extends NumberQuestion {
  readonly metric: MetricName;
  readonly result: RowResult;
  readonly cursor: string | null;
  readonly limit: number;
}

export interface ShownRow {
  readonly subjectId: string;
  readonly ticketId: string | null;
  readonly no: string;
  readonly title: string;
  readonly field: string | null;
  readonly unit: UnitBrief;
  readonly at: Instant;
  readonly result: 'hit' | 'miss' | 'excluded' | 'not-yet-due';
  readonly reason: string | null;
  readonly closedAt: Instant | null;
  /** A call that the telephone told of; the mask only for those who work with contacts. */
  readonly call: {
    readonly id: string;
    readonly masked: string | null;
    readonly withheld: boolean;
    /** The reader may ask for the number, for a reason. */
    readonly revealable: boolean;
  } | null;
}

export interface NumberRows {
  readonly metric: MetricName;
  readonly counts: Record<RowResult, number>;
  readonly items: ShownRow[];
  readonly nextCursor: string | null;
}

/** The rows behind a number: as many of each result as the number says. */
@Injectable()
export class ListNumberRows {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: NumberUnit,
    private readonly numbers: NumberReads,
    private readonly rows: RowReads,
    private readonly units: UnitTree,
    private readonly own: OwnNumbers,
  ) {}

  async run(actor: Actor, order: RowsOrder): Promise<NumberRows> {
    const asked = this.asking.asked(actor, order);
    const { metric, result, limit } = order;
    const after = order.cursor === null ? null : placeOf(order.cursor);
    // Sums are for many eyes; what a ticket says is for those who work with tickets.
    const titles = hasPermission(actor, 'ticket.read');
    const masks = hasPermission(actor, 'contact.read');
    const rows = await this.work.read(asked.scope, async (tx) => {
      const counts = await this.counts(tx, asked, metric);
      const question = {
        metric,
        paths: asked.paths,
        period: asked.period,
        result,
        after,
        limit: limit + 1,
      };
      const found = await this.rows.list(tx, question);
      const page = found.slice(0, limit);
      const items = page.map((row) => this.shown(row, tx.now, { titles, masks }));
      return { metric, counts, items, nextCursor: found.length > limit ? cursorOf(page.at(-1)) : null };
    });
    return masks ? this.markOwn(actor, rows) : rows;
  }

  private async markOwn(actor: Actor, rows: NumberRows): Promise<NumberRows> {
    const calls = rows.items.map(({ call }) => call?.id ?? null);
    const own = await this.own.among(actor, calls);
    const items = rows.items.map(({ call, ...row }) => ({
      ...row,
      call: call && { ...call, revealable: own.has(call.id) },
    }));
    return { ...rows, items };
  }

  private async counts(tx: Transaction, asked: Asked, metric: MetricName): Promise<NumberRows['counts']> {
    const { unit, paths, period, today } = asked;
    const dueToday = await this.numbers.dueTodayOf(tx, unit.path, labelsOf(unit.path), today);
    const days = await this.numbers.days(tx, paths, period);
    const sums = total(asOfNow(days, today, dueToday), metric);
    return {
      all: sums.denominator,
      hit: sums.numerator,
      miss: sums.denominator - sums.numerator,
      excluded: Object.values(sums.excluded).reduce((sum, count) => sum + count, 0),
      'open-overdue': isDeadline(metric) ? openOverdueOf(sums) : 0,
    };
  }

  private shown(
    row: NumberRow,
    now: Instant,
    { titles, masks }: { readonly titles: boolean; readonly masks: boolean },
  ): ShownRow {
    const ahead = row.counted && row.at > now;
    const reason = ahead ? 'not-yet-due' : row.excluded;
    return {
      subjectId: row.subject_id,
      ticketId: row.ticket_id,
      no: row.no ?? '',
      title: titles ? (row.title ?? '') : '',
      field: row.field,
      unit: this.units.brief(row.unit_id),
      at: row.at,
      result: ahead ? 'not-yet-due' : row.counted ? (row.hit ? 'hit' : 'miss') : 'excluded',
      reason: reason && wordOf(EXCLUSIONS, reason),
      closedAt: row.closed_at,
      call: row.call_id === null ? null : callOf(row, row.call_id, masks),
    };
  }
}

const callOf = (
  { caller_masked: masked, withheld }: NumberRow,
  id: string,
  masks: boolean,
): ShownRow['call'] => ({
  id,
  masked: masks ? masked : null,
  withheld: withheld ?? false,
  revealable: false,
});

const cursorOf = (row: NumberRow | undefined): string | null =>
  row ? Buffer.from(`${row.at.toISOString()} ${row.subject_id}`).toString('base64url') : null;

function placeOf(cursor: string): RowPlace {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const [at = '', subjectId = ''] = text.split(' ');
  if (Number.isNaN(Date.parse(at)) || !isId(subjectId)) return refuse('invalid-input', { field: 'cursor' });
  return { at: new Date(at).toISOString(), subjectId };
}

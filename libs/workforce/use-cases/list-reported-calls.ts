import { Injectable } from '@nestjs/common';
import { DAY_MS, type Instant, refuse, shanghaiDay, type Transaction, UnitOfWork } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { OwnNumbers } from '@hotline/telephony';
import { CallRowReads, type CallRowsQuestion, type ReportedCall } from '../data/call-row-reads.js';
import { FormulaBook } from '../data/formula-book.js';
import { ReportFrame } from '../data/report-frame.js';
import { RowDays } from '../data/row-days.js';
import type { CallResult } from '../domain/row-results.js';
import { pagesOf, within } from '../domain/row-stretches.js';
import { ReportUnit } from './report-unit.js';

export interface CallRowsOrder {
  readonly unitId?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly queue?: string | undefined;
  readonly accountId?: string | undefined;
  readonly since: Instant;
  readonly until: Instant;
  readonly result: CallResult;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

export type NamedCall = ReportedCall & { readonly sourceName: string };

export interface CallRowsPage {
  /** `revealable`: the reader may ask for the number, for a reason */
  readonly items: (NamedCall & { readonly revealable: boolean })[];
  readonly next: { readonly at: string; readonly id: string } | null;
}

const MOST_MS = 732 * DAY_MS;

/** The calls behind a number, newest first; an agent sees those that were his. */
@Injectable()
export class ListReportedCalls {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: ReportUnit,
    private readonly book: FormulaBook,
    private readonly reads: CallRowReads,
    private readonly days: RowDays,
    private readonly frame: ReportFrame,
    private readonly own: OwnNumbers,
  ) {}

  async run(actor: Actor, order: CallRowsOrder): Promise<CallRowsPage> {
    const { items, next } = await this.page(actor, order);
    const own = await this.own.among(
      actor,
      items.map(({ callId }) => callId),
    );
    return { items: items.map((row) => ({ ...row, revealable: own.has(row.callId ?? '') })), next };
  }

  /** Without a word on whose numbers may be asked for: a file has none. */
  page(actor: Actor, order: CallRowsOrder): Promise<Omit<CallRowsPage, 'items'> & { items: NamedCall[] }> {
    const asked = this.asking.asked(actor, order.unitId, 'call-report.read');
    const { scope, unit, paths } = asked;
    const accountId = this.asking.whose(asked, order.accountId ?? null);
    const length = order.until.getTime() - order.since.getTime();
    if (length <= 0 || length > MOST_MS) return refuse('invalid-input', { field: 'until' });
    return this.work.read(scope, async (tx) => {
      const day = shanghaiDay(order.since);
      const [stretch] = await this.book.stretches(tx, unit, { from: day, to: day });
      const found = await this.found(tx, {
        ...order,
        until: order.after ? earlier(order.until, afterPlace(order.after.at)) : order.until,
        paths,
        sourceId: order.sourceId ?? null,
        queue: order.queue ?? null,
        accountId,
        shortAbandonS: stretch?.formulas.abandonment.shortAbandonS ?? 0,
        limit: order.limit + 1,
      });
      const names = await this.frame.names(tx, paths);
      const page = found.slice(0, order.limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => ({ ...row, sourceName: names.get(row.sourceId) ?? '' })),
        next: found.length > page.length && last ? { at: last.place, id: last.id } : null,
      };
    });
  }

  /** Reads days that have such rows until the page is full; all time where nothing says which they are. */
  private async found(tx: Transaction, question: CallRowsQuestion): Promise<ReportedCall[]> {
    const days = await this.days.days(tx, question);
    if (days === null) return this.reads.list(tx, question);
    const found: ReportedCall[] = [];
    for (const page of pagesOf(days, question.limit)) {
      const stretches = within(await this.days.stretches(tx, question, page), question);
      if (stretches.length === 0) continue;
      const limit = question.limit - found.length;
      found.push(...(await this.reads.list(tx, { ...question, limit }, stretches)));
      if (found.length === question.limit) break;
    }
    return found;
  }
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
/** Nothing of the next page lies behind it: the place has microseconds. */
const afterPlace = (place: string): Instant => new Date(Date.parse(place) + 1_000);

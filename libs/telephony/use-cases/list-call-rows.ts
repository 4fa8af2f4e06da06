import { Injectable } from '@nestjs/common';
import { type Instant, isId, refuse, startOfShanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, hasPermission, type UnitBrief, UnitTree } from '@hotline/organization';
import { CallRows, type RowSide, type SubjectRow } from '../data/call-rows.js';
import { FormulaStore } from '../data/formula-store.js';
import { OwnNumbers } from '../data/own-numbers.js';
import { type Column, columnOf } from '../domain/definitions/figure.js';
import type { FormulaKind } from '../domain/definitions/formula.js';
import { spansOf } from '../domain/definitions/in-force.js';
import { daysAsked, FigureUnit } from './figure-unit.js';
import type { FiguresAsked } from './show-call-figures.js';

export interface CallRowsAsked extends FiguresAsked {
  readonly kind: FormulaKind;
  readonly side: RowSide;
  readonly column?: Column | undefined;
  readonly cursor: string | null;
  readonly limit: number;
}

export interface ShownCall {
  readonly id: string;
  readonly callId: string | null;
  readonly unit: UnitBrief | null;
  readonly at: Instant;
  readonly column: Column;
  readonly provisional: boolean;
  readonly waitMs: number | null;
  /** Null for readers who do not work with contacts, and where no number was sent. */
  readonly masked: string | null;
  readonly withheld: boolean;
  /** The reader may ask for the number, for a reason. */
  readonly revealable: boolean;
  readonly queue: string | null;
  readonly agent: string | null;
  readonly contactId: string | null;
}

export interface CallRowsPage {
  readonly items: ShownCall[];
  readonly nextCursor: string | null;
}

/** The calls behind a rate: as many of each side as its figure says. */
@Injectable()
export class ListCallRows {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: FigureUnit,
    private readonly store: FormulaStore,
    private readonly reads: CallRows,
    private readonly units: UnitTree,
    private readonly own: OwnNumbers,
  ) {}

  async run(actor: Actor, asked: CallRowsAsked): Promise<CallRowsPage> {
    const { items, nextCursor } = await this.page(actor, asked);
    const own = await this.own.among(
      actor,
      items.map(({ callId }) => callId),
    );
    const personal = hasPermission(actor, 'contact.read');
    const revealable = (callId: string | null): boolean => personal && own.has(callId ?? '');
    return { items: items.map((row) => ({ ...row, revealable: revealable(row.callId) })), nextCursor };
  }

  /** Without a word on whose numbers may be asked for: a file has none. */
  async page(actor: Actor, asked: CallRowsAsked): Promise<CallRowsPage> {
    const found = await this.found(actor, asked);
    const page = found.slice(0, asked.limit);
    const personal = hasPermission(actor, 'contact.read');
    const items = page.map((row) => this.shown(row, personal));
    return { items, nextCursor: found.length > asked.limit ? cursorOf(page.at(-1)) : null };
  }

  /** One more than the page holds, where there are more. */
  private found(actor: Actor, asked: CallRowsAsked): Promise<SubjectRow[]> {
    const { scope, unit, chain, today } = this.asking.asked(actor, asked.unitId);
    const days = daysAsked(asked, today);
    const queue = asked.queue ?? null;
    const per = queue === null ? (asked.per ?? 'calls') : 'visits';
    const after = asked.cursor === null ? null : placeOf(asked.cursor);
    return this.work.read(scope, async (tx) => {
      const all = await this.store.all(tx);
      const spans = spansOf(all, chain, asked.kind, days).map(({ formula, from, to }) => ({
        formula,
        from: startOfShanghaiDay(from),
        until: new Date(startOfShanghaiDay(to).getTime() + DAY),
      }));
      const shorts = spansOf(all, chain, 'abandonment', { from: days.to, to: days.to });
      return this.reads.list(tx, {
        path: unit.path,
        ...days,
        per,
        queue,
        spans,
        side: asked.side,
        column: asked.column ?? null,
        shortAbandonS: shorts[0]?.formula.shortAbandonS ?? 0,
        after,
        limit: asked.limit + 1,
      });
    });
  }

  private shown(row: SubjectRow, personal: boolean): ShownCall {
    const unit = this.units.withPath(row.unitPath);
    return {
      id: row.id,
      callId: row.callId,
      unit: unit ? this.units.brief(unit.id) : null,
      at: row.at,
      column: columnOf(row),
      provisional: row.provisional,
      waitMs: row.waitUs === null ? null : Math.round(Number(row.waitUs) / 1_000),
      masked: personal ? row.masked : null,
      withheld: row.withheld ?? false,
      revealable: false,
      queue: row.queue,
      agent: row.agent,
      contactId: row.contactId,
    };
  }
}

const DAY = 86_400_000;

const cursorOf = (row: SubjectRow | undefined): string | null =>
  row ? Buffer.from(`${row.place}|${row.id}`).toString('base64url') : null;

// As the database writes a moment: `2026-03-10 09:00:00.123456+00`.
const PLACE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/;

function placeOf(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!PLACE.test(at) || Number.isNaN(Date.parse(at)) || !isId(id))
    return refuse('invalid-input', { field: 'cursor' });
  return { at, id };
}

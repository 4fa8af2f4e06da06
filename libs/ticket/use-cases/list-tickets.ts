import { Injectable } from '@nestjs/common';
import {
  DAY_MS,
  type Instant,
  refuse,
  shanghaiDay,
  startOfShanghaiDay,
  type Transaction,
  UnitOfWork,
} from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { ClockViews } from '../data/clock-views.js';
import type { ListQuestion } from '../data/list-sql.js';
import { type ListedTicket, TicketLists } from '../data/ticket-lists.js';
import { Tokeniser } from '../data/tokeniser.js';
import type { QueueReason, TicketState } from '../domain/facts.js';
import { type ListCursor, readCursor, writeCursor } from '../domain/list-cursor.js';
import {
  narrowed,
  ownTurns,
  type Run,
  runsOf,
  type Sort,
  supportingUnits,
  type TicketViewName,
} from '../domain/list-views.js';
import { numberPrefix } from '../domain/ticket-number.js';
import type { TicketPageBody } from '../http/row-bodies.js';

export interface ListRequest {
  readonly view?: TicketViewName;
  readonly unitId?: string;
  readonly state?: readonly TicketState[];
  readonly kind?: string;
  readonly field?: string;
  readonly tag?: string;
  readonly urgency?: string;
  readonly dueWithin?: 'overdue' | 'today' | '1wd' | '3wd';
  readonly queueReason?: QueueReason;
  /** Only what the reader has in hand. */
  readonly assigned?: 'me';
  readonly q?: string;
  readonly sort?: Sort;
  readonly cursor?: string;
  readonly limit?: number;
}

interface LookedFor {
  readonly number?: string;
  /** A tsquery in its text form. */
  readonly words?: string;
}

export const todayOf = (now: Instant): ListQuestion['today'] => {
  const start = startOfShanghaiDay(shanghaiDay(now));
  return { start, end: new Date(start.getTime() + DAY_MS) };
};

/** One page of the tickets a person may see, by view and filters, in the order of an index. */
@Injectable()
export class ListTickets {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: TicketLists,
    private readonly clocks: ClockViews,
    private readonly units: UnitTree,
    private readonly tokeniser: Tokeniser,
  ) {}

  async run(actor: Actor, request: ListRequest): Promise<TicketPageBody> {
    const view = request.view ?? 'open';
    const runs = runsOf(view, request.sort ?? 'due', request.state);
    const cursor = request.cursor === undefined ? null : readCursor(request.cursor);
    if (request.cursor !== undefined && (!cursor || !runs.includes(cursor.run))) {
      return refuse('invalid-input', { field: 'cursor' });
    }
    const looked = await this.lookedFor(request.q);
    if (looked === null) return { items: [], nextCursor: null };
    const limit = request.limit ?? 50;
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      const asked = this.question(actor, request, view, tx.scope.prefixes, tx.now);
      const question = { ...asked, ...(await this.found(tx, looked, asked)) };
      const found: (ListedTicket & { run: Run })[] = [];
      for (const run of remainingRuns(runs, cursor)) {
        const after = cursor?.run === run ? cursor : null;
        const page = await this.lists.page(tx, question, run, after, limit + 1 - found.length);
        found.push(...page.map((row) => ({ ...row, run })));
        if (found.length > limit) break;
      }
      const last = found.length > limit ? found[limit - 1] : undefined;
      return {
        items: found.slice(0, limit).map((row) => this.clocks.row(row, tx.now)),
        nextCursor: last ? writeCursor({ run: last.run, key: last.key, id: last.id }) : null,
      };
    });
  }

  private async found(
    tx: Transaction,
    { number, words }: LookedFor,
    question: ListQuestion,
  ): Promise<Pick<ListQuestion, 'number' | 'found'>> {
    if (number) return { number };
    return words ? { found: await this.lists.search(tx, words, question) } : {};
  }

  /** Null when the text holds nothing that could be found. */
  private async lookedFor(q: string | undefined): Promise<LookedFor | null> {
    if (q === undefined || q.trim() === '') return {};
    const number = numberPrefix(q);
    if (number) return { number };
    const words = await this.tokeniser.query(q);
    return words === null ? null : { words };
  }

  private question(
    actor: Actor,
    request: ListRequest,
    view: TicketViewName,
    prefixes: readonly string[],
    now: Instant,
  ): ListQuestion {
    const below = belowOf(this.units, prefixes, request.unitId);
    return {
      view,
      now,
      today: todayOf(now),
      prefixes: lyingBelow(this.units, prefixes, below),
      turns: ownTurns(view, actor, below),
      supporting: supportingUnits(view, actor, below),
      ...filtersOf(request),
      ...(request.assigned && { assigneeId: actor.accountId }),
      ...this.dueRange(request.dueWithin, now),
    };
  }

  private dueRange(
    within: ListRequest['dueWithin'],
    now: Instant,
  ): Pick<ListQuestion, 'dueFrom' | 'dueBefore'> {
    if (!within) return {};
    if (within === 'overdue') return { dueBefore: now };
    if (within === 'today') return { dueFrom: now, dueBefore: todayOf(now).end };
    // A deadline at the very end of the last day is within it.
    const end = this.clocks.within(within === '1wd' ? 1 : 3, now);
    return { dueFrom: now, dueBefore: new Date(end.getTime() + 1) };
  }
}

function filtersOf({ state, kind, field, tag, urgency, queueReason }: ListRequest): Partial<ListQuestion> {
  return {
    ...(state && { states: state }),
    ...(kind && { kind }),
    ...(field && { field }),
    ...(tag && { tag }),
    ...(urgency && { urgency }),
    ...(queueReason && { queueReason }),
  };
}

/** What is left of the visible subtrees below one path; while units move, in every spelling. */
export function lyingBelow(units: UnitTree, prefixes: readonly string[], below: string | null): string[] {
  if (below === null) return [...prefixes];
  return [...new Set(units.spellings(below).flatMap((path) => narrowed(prefixes, path)))];
}

/** Path of the unit a list is narrowed to. */
export function belowOf(
  units: UnitTree,
  prefixes: readonly string[],
  unitId: string | undefined,
): string | null {
  if (unitId === undefined) return null;
  const unit = units.current().find(unitId) ?? refuse('unknown-unit', { field: 'unitId' });
  if (narrowed(prefixes, unit.path).length === 0) refuse('not-in-your-units', { field: 'unitId' });
  return unit.path;
}

function remainingRuns(runs: readonly Run[], cursor: ListCursor | null): readonly Run[] {
  return cursor ? runs.slice(runs.indexOf(cursor.run)) : runs;
}

import { type Instant, pathRange } from '@hotline/kernel';
import type { QueueReason, TicketState } from '../domain/facts.js';
import type { ListCursor } from '../domain/list-cursor.js';
import { type OwnTurn, type Run, showsClosed, type TicketViewName } from '../domain/list-views.js';

/** What a list is asked for; instants are computed beforehand, rights are already narrowed. */
export interface ListQuestion {
  readonly view: TicketViewName;
  readonly now: Instant;
  /** [start, end) of today in Asia/Shanghai. */
  readonly today: { readonly start: Instant; readonly end: Instant };
  /** Subtrees the rows must lie in. */
  readonly prefixes: readonly string[];
  /** Set for views of one's own turn; then it replaces the subtrees. */
  readonly turns: readonly OwnTurn[] | null;
  /** Set for the view of parts: units that support. */
  readonly supporting?: readonly string[] | null;
  readonly states?: readonly TicketState[];
  readonly kind?: string;
  readonly field?: string;
  readonly tag?: string;
  readonly urgency?: string;
  readonly queueReason?: QueueReason;
  readonly assigneeId?: string;
  readonly dueFrom?: Instant;
  readonly dueBefore?: Instant;
  /** Beginning of a ticket number. */
  readonly number?: string;
  /** What a search for words has found. */
  readonly found?: readonly string[];
}

/** SQL text and its values, written together so that their numbers always agree. */
export class Statement {
  readonly values: unknown[] = [];
  private readonly clauses: string[] = [];

  value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  and(clause: string): void {
    this.clauses.push(clause);
  }

  get where(): string {
    return this.clauses.map((clause) => `(${clause})`).join(' and ');
  }
}

/** An open ticket always has a deadline; the indexes of open tickets know "open" by it. */
export const OPEN = 't.next_due_at is not null';

const PROVINCE = /^[a-z0-9]+\/([a-z0-9]+)\/$/;
const ROOT = /^[a-z0-9]+\/$/;
// Newest matches of a search that are looked at; more would not be paged through by anybody.
const MOST_FOUND = 500;

/** Where the row lies now; a single province has an ordered index of its own. */
export function liesIn(sql: Statement, prefixes: readonly string[]): string {
  const [only, ...more] = prefixes;
  if (only === undefined) return 'false';
  const province = more.length === 0 ? PROVINCE.exec(only)?.[1] : undefined;
  if (province) return `t.province = ${sql.value(province)}`;
  return inSubtrees('t.path', sql, prefixes);
}

export function inSubtrees(column: string, sql: Statement, prefixes: readonly string[]): string {
  if (prefixes.length === 0) return 'false';
  return prefixes.map((prefix) => `(${within(column, sql, prefix)})`).join(' or ');
}

function within(column: string, sql: Statement, prefix: string): string {
  const { low, high } = pathRange(prefix);
  return `${column} >= ${sql.value(low)} and ${column} < ${sql.value(high)}`;
}

/** Custody once held in these subtrees and no longer. */
export function onceHandled(sql: Statement, prefixes: readonly string[]): string {
  // Nothing lies outside the root.
  if (prefixes.length === 0 || prefixes.some((prefix) => ROOT.test(prefix))) return 'false';
  const away = inSubtrees('a.path', sql, prefixes);
  return (
    `t.id = any(array(select a.ticket_id from ticket_access a where a.away and (${away}))) ` +
    `and not (${inSubtrees('t.path', sql, prefixes)})`
  );
}

export function onTurn(sql: Statement, turns: readonly OwnTurn[]): string {
  if (turns.length === 0) return 'false';
  return turns
    .map(({ unitIds, steps }) => {
      const [only, ...more] = unitIds;
      const unit =
        more.length === 0
          ? `t.turn_unit_id = ${sql.value(only)}`
          : `t.turn_unit_id = any(${sql.value(unitIds)})`;
      return `${unit} and t.turn_expected = any(${sql.value(steps)})`;
    })
    .map((turn) => `(${turn})`)
    .join(' or ');
}

/** Tickets with an open part of these units, wherever they lie. */
export function supportedBy(sql: Statement, unitIds: readonly string[]): string {
  const own = sql.value(unitIds);
  const units = `select u.id from unit u where u.id = any(${own}::uuid[]) or u.heir_id = any(${own}::uuid[])`;
  const parts = `select s.ticket_id from support s where s.ended_at is null and s.unit_id in (${units})`;
  return `t.id = any(array(${parts}))`;
}

function ofView(sql: Statement, question: ListQuestion): string | null {
  const { now, today } = question;
  const clauses: Partial<Record<TicketViewName, () => string>> = {
    'due-today': () =>
      `t.next_due_at >= ${sql.value(today.start)} and t.next_due_at < ${sql.value(today.end)}`,
    redo: () => 't.redo_count > 0',
    red: () => `t.next_due_at < ${sql.value(now)}`,
    // Both columns are null together, which the planner cannot know: it would expect almost nothing and sort everything.
    yellow: () =>
      `t.next_due_at >= ${sql.value(now)} and coalesce(t.next_yellow_at, 'infinity') <= ${sql.value(now)}`,
    unclear: () => `t.state = 'unclear'`,
  };
  return clauses[question.view]?.() ?? null;
}

/** The newest tickets that hold the words, as one search a subtree. */
export function searchSql(sql: Statement, words: string, question: ListQuestion): string {
  const { prefixes, view, turns, supporting } = question;
  const query = sql.value(words);
  // Whoever acts or once acted may find what lies elsewhere by now.
  const elsewhere = view === 'once-handled' || turns !== null || Boolean(supporting);
  const ranges = [...prefixes.map(pathRange), ...(elsewhere ? [{ low: null, high: null }] : [])];
  const searches = ranges.map(
    ({ low, high }) =>
      `select s.ticket_id from search_tickets(${query}::tsquery, ${sql.value(low)}::text, ` +
      `${sql.value(high)}::text, ${MOST_FOUND}, ${!showsClosed(view)}) s`,
  );
  return searches.join(' union ');
}

function filters(sql: Statement, question: ListQuestion): void {
  const { states, kind, field, tag, urgency, queueReason, dueFrom, dueBefore, number, found } = question;
  // Few rows carry a person; the index of those is the way in.
  if (question.assigneeId) sql.and(`t.assignee_id = ${sql.value(question.assigneeId)}`);
  if (states && states.length > 0) sql.and(`t.state = any(${sql.value(states)})`);
  if (kind) sql.and(`t.kind = ${sql.value(kind)}`);
  if (field) sql.and(`t.field = ${sql.value(field)}`);
  // Not "@>": only a leakproof operator may be judged before row-level security, on the index.
  if (tag) sql.and(`${sql.value(tag)} = any(t.tags)`);
  if (urgency) sql.and(`t.urgency = ${sql.value(urgency)}`);
  // Only an unclear ticket has one; saying so opens the small index of those.
  if (queueReason) sql.and(`t.state = 'unclear' and t.queue_reason = ${sql.value(queueReason)}`);
  if (dueFrom) sql.and(`t.next_due_at >= ${sql.value(dueFrom)}`);
  if (dueBefore) sql.and(`t.next_due_at < ${sql.value(dueBefore)}`);
  // ':' is the character after '9'.
  if (number) sql.and(`t.no >= ${sql.value(number)} and t.no < ${sql.value(`${number}:`)}`);
  if (found) sql.and(`t.id = any(${sql.value(found)}::uuid[])`);
}

/** Everything but order and page. */
export function conditions(sql: Statement, question: ListQuestion): void {
  const { turns, prefixes, view, supporting } = question;
  if (turns) sql.and(onTurn(sql, turns));
  else if (supporting) sql.and(supportedBy(sql, supporting));
  else if (view === 'once-handled') sql.and(onceHandled(sql, prefixes));
  else sql.and(liesIn(sql, prefixes));
  if (!showsClosed(view)) sql.and(OPEN);
  const own = ofView(sql, question);
  if (own) sql.and(own);
  filters(sql, question);
}

interface RunOrder {
  readonly key: string;
  readonly order: string;
  readonly after: '>' | '<';
  readonly only: string | null;
}

export const RUN_ORDER: Readonly<Record<Run, RunOrder>> = {
  open: { key: 't.next_due_at', order: 't.next_due_at, t.id', after: '>', only: OPEN },
  closed: {
    key: 't.opened_at',
    order: 't.opened_at desc, t.id desc',
    after: '<',
    only: 't.next_due_at is null',
  },
  newest: { key: 't.opened_at', order: 't.opened_at desc, t.id desc', after: '<', only: null },
};

export function afterCursor(sql: Statement, cursor: ListCursor): void {
  const { key, after } = RUN_ORDER[cursor.run];
  sql.and(`(${key}, t.id) ${after} (${sql.value(cursor.key)}::timestamptz, ${sql.value(cursor.id)}::uuid)`);
}

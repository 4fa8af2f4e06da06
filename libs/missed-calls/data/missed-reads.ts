import { Injectable } from '@nestjs/common';
import { type Instant, pathRange, type Scope, startOfShanghaiDay, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { MissedReason, MissedResult } from '../domain/missed.js';

export const MISSED_VIEWS = ['open', 'mine', 'overdue', 'closed'] as const;
export type MissedView = (typeof MISSED_VIEWS)[number];

export interface MissedQuestion {
  readonly view: MissedView;
  /** Subtrees the rows must lie in. */
  readonly prefixes: readonly string[];
  readonly reason: MissedReason | null;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

export interface MissedRow {
  [column: string]: unknown;
  readonly id: string;
  readonly unit_id: string;
  readonly caller_masked: string | null;
  readonly first_at: Instant;
  readonly last_at: Instant;
  readonly tries: number;
  readonly reason: MissedReason;
  readonly wanted: boolean;
  readonly due_at: Instant;
  readonly taken_by: string | null;
  readonly taker: string | null;
  readonly taken_at: Instant | null;
  readonly attempts: number;
  readonly closed_at: Instant | null;
  readonly closer: string | null;
  readonly result: MissedResult | null;
  readonly note: string | null;
  readonly through_at: Instant | null;
  readonly version: number;
  readonly place: string;
}

/** Counting on after this many would only slow the list down. */
export const COUNTED = 100;

const LIST_SQL = `select m.*, t.display_name as taker, b.display_name as closer, h.arrived_at as through_at`;
const JOINS = `left join account t on t.id = m.taken_by left join account b on b.id = m.closed_by left join call h on h.id = m.through_call_id`;

/** Whom to call back; what is due first stands first, what is done newest first. */
@Injectable()
export class MissedReads {
  list(tx: Transaction, { view, prefixes, reason, after, limit }: MissedQuestion): Promise<MissedRow[]> {
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const done = view === 'closed';
    const key = done ? '(m.closed_at, m.id)' : '(m.due_at, m.id)';
    const wanted = [lies(prefixes, place), whichView(view, tx, place)];
    if (reason !== null) wanted.push(`m.reason = ${place(reason)}`);
    if (after !== null)
      wanted.push(`${key} ${done ? '<' : '>'} (${place(after.at)}::timestamptz, ${place(after.id)}::uuid)`);
    const order = done ? 'm.closed_at desc, m.id desc' : 'm.due_at, m.id';
    return rows<MissedRow>(
      tx,
      `${LIST_SQL}, ${done ? 'm.closed_at' : 'm.due_at'}::text as place from missed_call m ${JOINS}
       where ${wanted.join(' and ')} order by ${order} limit ${place(limit)}`,
      values,
    );
  }

  one(tx: Transaction, id: string): Promise<MissedRow | null> {
    return row<MissedRow>(tx, `${LIST_SQL}, '' as place from missed_call m ${JOINS} where m.id = $1`, [id]);
  }

  /** How many of each view, up to a hundred and one; and today's calls of withheld numbers. */
  async counts(
    tx: Transaction,
    prefixes: readonly string[],
    today: string,
  ): Promise<Record<'open' | 'mine' | 'overdue' | 'withheldToday', number>> {
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const lying = lies(prefixes, place);
    const capped = (view: MissedView): string =>
      `(select count(*)::integer from (select 1 from missed_call m where ${lying} and ${whichView(view, tx, place)} limit ${COUNTED + 1}) x)`;
    const found = await row<Record<'open' | 'mine' | 'overdue' | 'withheldToday', number>>(
      tx,
      `select ${capped('open')} as open, ${capped('mine')} as mine, ${capped('overdue')} as overdue,
         (select count(*)::integer from (select 1 from missed_try m where ${lying} and m.missed_id is null
           and m.at >= ${place(startOfShanghaiDay(today))} limit ${COUNTED + 1}) x) as "withheldToday"`,
      values,
    );
    return found ?? { open: 0, mine: 0, overdue: 0, withheldToday: 0 };
  }

  /** What became of those who first tried in a period. */
  async figures(
    tx: Transaction,
    path: string,
    from: Instant,
    until: Instant,
  ): Promise<Record<string, number>> {
    const { low, high } = pathRange(path);
    const duties = await row<Record<string, number>>(
      tx,
      `select count(*)::integer as numbers, coalesce(sum(tries), 0)::integer as calls,
         count(*) filter (where closed_at is null)::integer as open,
         count(*) filter (where result = 'reached')::integer as reached,
         count(*) filter (where result = 'not-reached')::integer as "notReached",
         count(*) filter (where result = 'not-needed')::integer as "notNeeded",
         count(*) filter (where result = 'got-through')::integer as "gotThrough",
         count(*) filter (where due_at <= $5)::integer as due,
         count(*) filter (where due_at <= $5 and closed_at <= due_at)::integer as "inTime",
         count(*) filter (where due_at < $5 and closed_at is null)::integer as "notCalledBack"
       from missed_call where unit_path >= $1 and unit_path < $2 and first_at >= $3 and first_at < $4 and tries > 0`,
      [low, high, from, until, tx.now],
    );
    const withheld = await row<{ withheld: number }>(
      tx,
      `select count(*)::integer as withheld from missed_try where unit_path >= $1 and unit_path < $2 and at >= $3 and at < $4
         and missed_id is null`,
      [low, high, from, until],
    );
    return { ...duties, ...withheld };
  }
}

function lies(prefixes: readonly string[], place: (value: unknown) => string): string {
  const inside = prefixes.map(pathRange).map(({ low, high }) => {
    return `m.unit_path >= ${place(low)} and m.unit_path < ${place(high)}`;
  });
  return inside.length > 0 ? `(${inside.join(' or ')})` : 'false';
}

function whichView(
  view: MissedView,
  tx: { scope: Scope; now: Instant },
  place: (value: unknown) => string,
): string {
  switch (view) {
    case 'closed':
      return 'm.closed_at is not null';
    case 'mine':
      return `m.closed_at is null and m.taken_by = ${place(tx.scope.accountId)}`;
    case 'overdue':
      return `m.closed_at is null and m.due_at < ${place(tx.now)}`;
    default:
      return 'm.closed_at is null';
  }
}

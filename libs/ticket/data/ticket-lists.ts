import { Injectable } from '@nestjs/common';
import { type Instant, type Transaction } from '@hotline/kernel';
import { prepared, row, rows } from '@hotline/platform';
import { type ListCursor } from '../domain/list-cursor.js';
import type { OwnTurn, Run } from '../domain/list-views.js';
import {
  afterCursor,
  conditions,
  inSubtrees,
  liesIn,
  type ListQuestion,
  onceHandled,
  onTurn,
  OPEN,
  RUN_ORDER,
  searchSql,
  supportedBy,
  Statement,
} from './list-sql.js';
import { ROW_COLUMNS, type TicketColumns } from './row-columns.js';

export interface ListedTicket extends TicketColumns {
  readonly key: string;
}

/** Counting stops here: "10,000+" says enough, and no count may cost more than a list. */
export const MOST_COUNTED = 10_000;

export interface CountQuestion {
  readonly now: Instant;
  readonly today: { readonly start: Instant; readonly end: Instant };
  readonly prefixes: readonly string[];
  readonly turns: readonly OwnTurn[];
  /** Units whose open parts are counted. */
  readonly supporting: readonly string[];
}

/** Every number counts at most `MOST_COUNTED + 1` rows of its run; whether a run was cut is told by its largest number. */
export interface CountedRow {
  readonly turn: Readonly<
    Record<'mine-to-do' | 'to-sign' | 'to-review' | 'call-back' | 'due-today' | 'redo', number>
  >;
  readonly open: Readonly<Record<'open' | 'red' | 'yellow' | 'unclear', number>>;
  readonly reasons: Readonly<Record<string, number>> | null;
  readonly whole: number;
  readonly once: number;
  readonly sent: number;
  readonly supporting: number;
}

const ROWS_SQL = `select ${ROW_COLUMNS} from ticket t where t.id = any ($1::uuid[])`;

/** Lists and counts. Plans depend on the values, so nothing here is prepared. */
@Injectable()
export class TicketLists {
  /**
   * One page of a run. First the keys, judged on an index alone; then the rows they name, by a statement that is planned
   * once, because planning its sub-selects costs more than running them.
   */
  async page(
    tx: Transaction,
    question: ListQuestion,
    run: Run,
    cursor: ListCursor | null,
    limit: number,
  ): Promise<ListedTicket[]> {
    const sql = new Statement();
    conditions(sql, question);
    const { key, order, only } = RUN_ORDER[run];
    if (only) sql.and(only);
    if (cursor) afterCursor(sql, cursor);
    const keys = await rows<{ id: string; key: string }>(
      tx,
      `select t.id, ${key}::text as key from ticket t where ${sql.where} order by ${order} limit ${limit}`,
      sql.values,
    );
    if (keys.length === 0) return [];
    const found = await prepared<TicketColumns & Record<string, unknown>>(tx, 'ticket-rows', ROWS_SQL, [
      keys.map((one) => one.id),
    ]);
    const byId = new Map(found.map((row) => [row.id, row]));
    return keys.flatMap(({ id, key: sortKey }) => {
      const row = byId.get(id);
      return row ? [{ ...row, key: sortKey }] : [];
    });
  }

  /** Ids of the newest tickets that hold the words of a tsquery (in its text form), within what may be seen. */
  async search(tx: Transaction, words: string, question: ListQuestion): Promise<string[]> {
    const sql = new Statement();
    const text = searchSql(sql, words, question);
    if (text === '') return [];
    return (await rows<{ ticket_id: string }>(tx, text, sql.values)).map((row) => row.ticket_id);
  }

  /** Three short runs: what is one's turn, what is open by deadline, what one once had. */
  async counts(tx: Transaction, question: CountQuestion): Promise<CountedRow> {
    const sql = new Statement();
    const text = countSql(sql, question);
    const counted = await row<CountedRow & Record<string, unknown>>(tx, text, sql.values);
    if (!counted) throw new Error('a count always has a row');
    return counted;
  }
}

function countSql(sql: Statement, question: CountQuestion): string {
  const now = sql.value(question.now);
  const start = sql.value(question.today.start);
  const end = sql.value(question.today.end);
  const most = MOST_COUNTED + 1;
  return `
with turn as (
  select turn_expected as step, next_due_at as due, redo_count as redo from ticket t
  where ${OPEN} and (${onTurn(sql, question.turns)}) limit ${most}
), open as (
  select next_due_at as due, next_yellow_at as yellow, queue_reason as reason, state from ticket t
  where ${OPEN} and (${liesIn(sql, question.prefixes)}) order by t.next_due_at, t.id limit ${most}
), whole as (
  select 1 from ticket t where (${liesIn(sql, question.prefixes)}) limit ${most}
), once as (
  select 1 from ticket t where ${onceHandled(sql, question.prefixes)} limit ${most}
), parts as (
  select 1 from ticket t where ${OPEN} and ${supportedBy(sql, question.supporting)} limit ${most}
), sent as (
  select 1 from hop h where h.sent_at >= ${start} and h.from_unit_id is not null
    and (${inSubtrees('h.to_path', sql, question.prefixes)}) limit ${most}
)
select
  (select json_build_object('mine-to-do', count(*), 'to-sign', count(*) filter (where step = 'sign'),
    'to-review', count(*) filter (where step = 'review'),
    'call-back', count(*) filter (where step in ('call-back', 'close')),
    'due-today', count(*) filter (where due >= ${start} and due < ${end}),
    'redo', count(*) filter (where redo > 0)) from turn) as turn,
  (select json_build_object('open', count(*), 'red', count(*) filter (where due < ${now}),
    'yellow', count(*) filter (where due >= ${now} and yellow <= ${now}),
    'unclear', count(*) filter (where state = 'unclear')) from open) as open,
  (select json_object_agg(reason, n) from
    (select reason, count(*) as n from open where state = 'unclear' and reason is not null group by 1) r) as reasons,
  (select count(*)::integer from whole) as whole, (select count(*)::integer from once) as once,
  (select count(*)::integer from parts) as supporting, (select count(*)::integer from sent) as sent`;
}

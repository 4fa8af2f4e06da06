import { Injectable } from '@nestjs/common';
import { pathRange, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';

/** Counting stops here: "100,000+" says enough before a change. */
export const MOST_PREVIEWED = 100_000;

export interface WaitingCount {
  readonly workplaceCode: string | null;
  readonly tickets: number;
}

/** What lies in the subtrees a change would touch. */
@Injectable()
export class PreviewReads {
  async openByState(tx: Transaction, paths: readonly string[]): Promise<Record<string, number>> {
    const { sql, values } = inside('t.path', paths);
    const found = await rows<{ state: string; n: number }>(
      tx,
      `select state, count(*)::int as n from (
         select t.state from ticket t where t.next_due_at is not null and (${sql}) limit ${MOST_PREVIEWED}) s
       group by state`,
      values,
    );
    return Object.fromEntries(found.map(({ state, n }) => [state, n]));
  }

  async tickets(tx: Transaction, paths: readonly string[], most = MOST_PREVIEWED): Promise<number> {
    const { sql, values } = inside('t.path', paths);
    const found = await row<{ n: number }>(
      tx,
      `select count(*)::int as n from (select 1 from ticket t where ${sql} limit ${most}) s`,
      values,
    );
    return found?.n ?? 0;
  }

  async memberships(tx: Transaction, unitIds: readonly string[]): Promise<number> {
    const found = await row<{ n: number }>(
      tx,
      'select count(*)::int as n from membership where unit_id = any ($1::uuid[]) and revoked_at is null',
      [unitIds],
    );
    return found?.n ?? 0;
  }

  /** Open work of one unit by the place of work: what a split distributes. */
  waiting(tx: Transaction, unitId: string, path: string): Promise<WaitingCount[]> {
    return rows<WaitingCount & Record<string, unknown>>(
      tx,
      `select t.workplace_code as "workplaceCode", count(*)::int as tickets from (
         select workplace_code from ticket t where t.next_due_at is not null
           and (t.turn_unit_id = $1 or (t.path = $2 and t.accountable_unit_id = $1)) limit ${MOST_PREVIEWED}) t
       group by 1`,
      [unitId, path],
    );
  }

  async clocks(tx: Transaction, unitId: string, path: string): Promise<number> {
    const found = await row<{ n: number }>(
      tx,
      `select count(*)::int as n from (
         select 1 from ticket t join clock c on c.ticket_id = t.id and c.stopped_at is null and c.unit_id = $1
         where t.next_due_at is not null and (t.turn_unit_id = $1 or t.path = $2) limit ${MOST_PREVIEWED}) s`,
      [unitId, path],
    );
    return found?.n ?? 0;
  }

  /** Rules of the catalogue in force that name one of these units by id or code. */
  async rules(tx: Transaction, names: readonly string[]): Promise<number> {
    const found = await row<{ n: number }>(
      tx,
      `select count(*)::int as n from jsonb_array_elements(
         (select c.rules from catalogue c where c.effective_from <= $2 order by c.version desc limit 1)) r
       where exists (select 1 from unnest($1::text[]) name where strpos(r::text, '"' || name || '"') > 0)`,
      [names, tx.now],
    );
    return found?.n ?? 0;
  }
}

function inside(column: string, paths: readonly string[]): { sql: string; values: string[] } {
  const ranges = paths.map(pathRange);
  const sql = ranges.map((_, n) => `(${column} >= $${2 * n + 1} and ${column} < $${2 * n + 2})`).join(' or ');
  return { sql: sql === '' ? 'false' : sql, values: ranges.flatMap(({ low, high }) => [low, high]) };
}

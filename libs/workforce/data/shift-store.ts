import { Injectable } from '@nestjs/common';
import { type Instant, newId, startOfShanghaiDay, type Transaction } from '@hotline/kernel';
import type { Unit } from '@hotline/organization';
import { changed, row, rows } from '@hotline/platform';
import { dayAfter } from '../domain/report-days.js';
import { type ShiftTimes, timesOf, type WrittenShift } from '../domain/shift-week.js';
import { bind, inSubtree } from './report-sql.js';

export interface StoredShift extends WrittenShift {
  readonly id: string;
}

export interface ShiftWeekState {
  /** 0 before anybody wrote it */
  readonly version: number;
  readonly changedAt: Instant | null;
  readonly changedBy: string | null;
}

export interface ShiftPerson {
  readonly accountId: string;
  readonly name: string;
}

const CLOCK = (column: string): string => `to_char(${column} at time zone 'Asia/Shanghai', 'HH24:MI')`;
/** A unit's roster is a page of people. */
const MOST_PEOPLE = 500;

/** Who is to be at the line when. */
@Injectable()
export class ShiftStore {
  /** One change of a unit's roster after the other. */
  async lock(tx: Transaction, unitId: string, accountIds: readonly string[]): Promise<void> {
    await rows(tx, 'select 1 from unit where id = $1 for no key update', [unitId]);
    // The same person may stand on two rosters: whoever writes him second sees what the first wrote.
    await rows(tx, 'select 1 from account where id = any ($1::uuid[]) order by id for no key update', [
      accountIds,
    ]);
  }

  week(tx: Transaction, unitId: string, monday: string): Promise<StoredShift[]> {
    return rows<StoredShift & Record<string, unknown>>(
      tx,
      `select id, account_id as "accountId", day::text as day, ${CLOCK('from_at')} as "from", ${CLOCK('to_at')} as "to"
       from shift where unit_id = $1 and day >= $2 and day < $2::date + 7 order by day, from_at, id`,
      [unitId, monday],
    );
  }

  async state(tx: Transaction, unitId: string, monday: string): Promise<ShiftWeekState> {
    const found = await row<{ version: number; changedAt: Date; changedBy: string }>(
      tx,
      `select w.version, w.changed_at as "changedAt", a.display_name as "changedBy"
       from shift_week w join account a on a.id = w.changed_by where w.unit_id = $1 and w.monday = $2`,
      [unitId, monday],
    );
    return found ?? { version: 0, changedAt: null, changedBy: null };
  }

  /** @returns the new version */
  async turn(tx: Transaction, unitId: string, monday: string): Promise<number> {
    const found = await row<{ version: number }>(
      tx,
      `insert into shift_week as w (unit_id, monday, version, changed_at, changed_by) values ($1, $2, 1, $3, $4)
       on conflict (unit_id, monday) do update set version = w.version + 1, changed_at = excluded.changed_at,
         changed_by = excluded.changed_by returning version`,
      [unitId, monday, tx.now, tx.scope.accountId],
    );
    return found?.version ?? 1;
  }

  /** Shifts of these people near the week that stay: of other units, of days that are over, of the nights around it. */
  beside(
    tx: Transaction,
    unitId: string,
    { monday, today }: { readonly monday: string; readonly today: string },
    accountIds: readonly string[],
  ): Promise<(ShiftTimes & ShiftPerson)[]> {
    return rows<ShiftTimes & ShiftPerson & Record<string, unknown>>(
      tx,
      `select account_id as "accountId", from_at as "from", to_at as "to" from shift
       where account_id = any ($1::uuid[]) and from_at >= $2 and from_at < $3
         and not (unit_id = $4 and day >= greatest($5::date, $6::date) and day < $5::date + 7)`,
      [
        accountIds,
        startOfShanghaiDay(dayAfter(monday, -1)),
        startOfShanghaiDay(dayAfter(monday, 8)),
        unitId,
        monday,
        today,
      ],
    );
  }

  async remove(tx: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await changed(tx, 'delete from shift where id = any ($1::uuid[])', [ids]);
  }

  async add(tx: Transaction, unit: Unit, shifts: readonly WrittenShift[]): Promise<void> {
    if (shifts.length === 0) return;
    const given = shifts.map((shift) => {
      const { from, to } = timesOf(shift);
      return { id: newId(), account_id: shift.accountId, day: shift.day, from_at: from, to_at: to };
    });
    await changed(
      tx,
      `insert into shift (id, account_id, unit_id, unit_path, day, from_at, to_at, added_at, added_by)
       select id, account_id, $2, $3, day, from_at, to_at, $4, $5
       from jsonb_to_recordset($1::jsonb) as r(id uuid, account_id uuid, day date, from_at timestamptz, to_at timestamptz)`,
      [JSON.stringify(given), unit.id, unit.path, tx.now, tx.scope.accountId],
    );
  }

  /** Whoever answers calls for the unit, first, or for one below it, and whoever stands on the week's roster already. */
  people(tx: Transaction, paths: readonly string[], on: readonly string[]): Promise<ShiftPerson[]> {
    const values: unknown[] = [on];
    const below = inSubtree(values, paths, 'u.path');
    return rows<ShiftPerson & Record<string, unknown>>(
      tx,
      `select a.id as "accountId", a.display_name as name from account a
       where a.id = any ($1::uuid[]) or (a.active and a.kind = 'person' and exists (
         select 1 from membership m join unit u on u.id = m.unit_id
         where m.account_id = a.id and m.role = 'agent' and m.revoked_at is null and ${below}))
       order by not exists (select 1 from membership m join unit u on u.id = m.unit_id
           where m.account_id = a.id and m.role = 'agent' and m.revoked_at is null and u.path = any (${bind(values, paths)}::text[])),
         a.display_name, a.id limit ${bind(values, MOST_PEOPLE)}`,
      values,
    );
  }
}

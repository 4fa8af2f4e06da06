import { Injectable } from '@nestjs/common';
import { newId, Sealing, type Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import type { DayKind, DutyLine, DutyRank } from '../domain/duty-roster.js';

export interface NewDutyLine {
  readonly accountId: string;
  /** In the clear; sealed before it is stored, shown as a mask. */
  readonly phone: string | null;
  readonly rank: DutyRank;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly weekdays: readonly number[];
  readonly dayKind: DayKind;
  readonly fromTime: string;
  readonly toTime: string;
}

export interface StoredDutyLine extends DutyLine {
  readonly name: string;
  readonly phoneMasked: string | null;
}

const COLUMNS = `r.id, r.unit_id as "unitId", r.account_id as "accountId", r.rank, r.from_day::text as "fromDay",
  r.to_day::text as "toDay", r.weekdays, r.day_kind as "dayKind", r.from_time as "fromTime", r.to_time as "toTime",
  r.phone_masked as "phoneMasked", a.display_name as name`;

// A unit's roster is a page of lines.
export const MOST_LINES = 200;

const masked = (phone: string): string => {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 7 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
};

/** Who leads when. Lines are added and removed, never changed: who was on duty last night stays readable. */
@Injectable()
export class RosterStore {
  constructor(private readonly sealing: Sealing) {}

  of(tx: Transaction, unitIds: readonly string[]): Promise<StoredDutyLine[]> {
    return rows<StoredDutyLine & Record<string, unknown>>(
      tx,
      `select ${COLUMNS} from duty_roster r join account a on a.id = r.account_id and a.active
       where r.unit_id = any ($1::uuid[]) and r.removed_at is null
         and (r.to_day is null or r.to_day >= $2::date - 1) order by r.id limit ${MOST_LINES * 10}`,
      [unitIds, tx.now],
    );
  }

  async remove(tx: Transaction, unitId: string, ids: readonly string[]): Promise<boolean> {
    if (ids.length === 0) return true;
    const removed = await changed(
      tx,
      `update duty_roster set removed_at = $3, removed_by = $4
       where unit_id = $1 and id = any ($2::uuid[]) and removed_at is null`,
      [unitId, ids, tx.now, tx.scope.accountId],
    );
    return removed === new Set(ids).size;
  }

  async add(tx: Transaction, unitId: string, lines: readonly NewDutyLine[]): Promise<void> {
    for (const line of lines) {
      await rows(
        tx,
        `insert into duty_roster (id, unit_id, account_id, phone_sealed, phone_masked, rank, from_day, to_day, weekdays,
           day_kind, from_time, to_time, at, added_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          newId(),
          unitId,
          line.accountId,
          line.phone === null ? null : this.sealing.seal(line.phone),
          line.phone === null ? null : masked(line.phone),
          line.rank,
          line.fromDay,
          line.toDay,
          line.weekdays,
          line.dayKind,
          line.fromTime,
          line.toTime,
          tx.now,
          tx.scope.accountId,
        ],
      );
    }
  }

  /** People who may be put on the roster of a unit: those who serve it or one above it. */
  async serving(tx: Transaction, path: string, accountIds: readonly string[]): Promise<Set<string>> {
    const found = await rows<{ id: string }>(
      tx,
      `select distinct m.account_id as id from membership m join unit u on u.id = m.unit_id
       join account a on a.id = m.account_id and a.active
       where m.account_id = any ($2::uuid[]) and m.revoked_at is null and $1 ^@ u.path`,
      [path, accountIds],
    );
    return new Set(found.map(({ id }) => id));
  }
}

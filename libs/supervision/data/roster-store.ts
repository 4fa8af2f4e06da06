import { Injectable } from '@nestjs/common';
import { newId, Sealing, shanghaiDay, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { DayKind, DutyLine, DutyRank } from '../domain/duty-roster.js';
import type { Span } from '../domain/duty-week.js';

export interface NewDutyLine {
  readonly accountId: string;
  /** In the clear; sealed before it is stored, shown as a mask. */
  readonly phone: string | null;
  /** A line of the same person whose sealed number this one keeps. */
  readonly phoneOf?: string | null;
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
  /** Nobody who has left is told of anything; what they have served stays readable. */
  readonly active: boolean;
}

export interface DutyPerson {
  readonly accountId: string;
  readonly name: string;
  /** The lowest unit in the line of command that the person serves. */
  readonly unitId: string;
}

/** `cn/44/4403/` → `cn/`, `cn/44/`, `cn/44/4403/`: an index finds these, a prefix test would read every membership. */
const pathsAbove = (path: string): string[] => {
  const labels = path.split('/').slice(0, -1);
  return labels.map((_, n) => `${labels.slice(0, n + 1).join('/')}/`);
};

const COLUMNS = `r.id, r.unit_id as "unitId", r.account_id as "accountId", r.rank, r.from_day::text as "fromDay",
  r.to_day::text as "toDay", r.weekdays, r.day_kind as "dayKind", r.from_time as "fromTime", r.to_time as "toTime",
  r.phone_masked as "phoneMasked", r.at as "writtenAt", a.display_name as name, a.active`;

// Of the same person and unit, so that nobody's number moves to another name.
const KEPT = (column: string): string =>
  `select k.${column} from duty_roster k where k.id = $15 and k.unit_id = $2 and k.account_id = $3`;

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

  /** Lines that run on one of these days, or that run into the first from the day before; without a last day, all later ones. */
  of(tx: Transaction, unitIds: readonly string[], { fromDay, toDay }: Span): Promise<StoredDutyLine[]> {
    return rows<StoredDutyLine & Record<string, unknown>>(
      tx,
      `select ${COLUMNS} from duty_roster r join account a on a.id = r.account_id
       where r.unit_id = any ($1::uuid[]) and r.removed_at is null
         and (r.to_day is null or r.to_day >= $2::date - 1) and ($3::date is null or r.from_day <= $3::date)
       order by r.id limit ${MOST_LINES * 10}`,
      [unitIds, fromDay, toDay],
    );
  }

  /** Lines of people who are still there, from today on, with those that run into today. */
  async ahead(tx: Transaction, unitId: string): Promise<StoredDutyLine[]> {
    const lines = await this.of(tx, [unitId], { fromDay: shanghaiDay(tx.now), toDay: null });
    return lines.filter(({ active }) => active);
  }

  /** One change of a roster after the other: the second sees what the first has left. */
  async lock(tx: Transaction, unitId: string): Promise<void> {
    await rows(tx, 'select 1 from unit where id = $1 for no key update', [unitId]);
  }

  async remove(tx: Transaction, unitId: string, id: string): Promise<void> {
    await rows(
      tx,
      `update duty_roster set removed_at = $3, removed_by = $4
       where unit_id = $1 and id = $2 and removed_at is null`,
      [unitId, id, tx.now, tx.scope.accountId],
    );
  }

  async add(tx: Transaction, unitId: string, lines: readonly NewDutyLine[]): Promise<void> {
    for (const line of lines) {
      await rows(
        tx,
        `insert into duty_roster (id, unit_id, account_id, phone_sealed, phone_masked, rank, from_day, to_day, weekdays,
           day_kind, from_time, to_time, at, added_by)
         values ($1, $2, $3, coalesce($4, (${KEPT('phone_sealed')})), coalesce($5, (${KEPT('phone_masked')})), $6, $7, $8, $9,
           $10, $11, $12, $13, $14)`,
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
          line.phoneOf ?? null,
        ],
      );
    }
  }

  /** Null when it is not, or no longer, on the roster of the unit. */
  async lineOf(tx: Transaction, unitId: string, id: string): Promise<StoredDutyLine | null> {
    return row<StoredDutyLine & Record<string, unknown>>(
      tx,
      `select ${COLUMNS} from duty_roster r join account a on a.id = r.account_id
       where r.id = $1 and r.unit_id = $2 and r.removed_at is null`,
      [id, unitId],
    );
  }

  /** The line goes on in other spans, as it was: its number and the instant it was written at too. */
  async copy(tx: Transaction, id: string, spans: readonly Span[]): Promise<void> {
    for (const { fromDay, toDay } of spans) {
      await rows(
        tx,
        `insert into duty_roster (id, unit_id, account_id, phone_sealed, phone_masked, rank, from_day, to_day, weekdays,
           day_kind, from_time, to_time, at, added_by)
         select $2, r.unit_id, r.account_id, r.phone_sealed, r.phone_masked, r.rank, $3, $4, r.weekdays, r.day_kind,
           r.from_time, r.to_time, r.at, r.added_by from duty_roster r where r.id = $1`,
        [id, newId(), fromDay, toDay],
      );
    }
  }

  /** The number of a line in the clear; null without one. */
  async phoneOf(tx: Transaction, id: string): Promise<string | null> {
    const found = await row<{ sealed: Buffer | null }>(
      tx,
      'select phone_sealed as sealed from duty_roster where id = $1',
      [id],
    );
    return found?.sealed ? this.sealing.open(found.sealed) : null;
  }

  /** The same people by name: the unit's own before its superiors'. */
  people(tx: Transaction, path: string, name: string, most: number): Promise<DutyPerson[]> {
    return rows<DutyPerson & Record<string, unknown>>(
      tx,
      `select "accountId", name, "unitId" from (
         select distinct on (a.id) a.id as "accountId", a.display_name as name, u.id as "unitId", length(u.path) as depth
         from membership m join unit u on u.id = m.unit_id
         join account a on a.id = m.account_id and a.active and a.kind = 'person'
         where m.revoked_at is null and u.path = any ($1::text[]) and strpos(a.display_name, $2) > 0
         order by a.id, length(u.path) desc) found
       order by depth desc, name, "accountId" limit $3`,
      [pathsAbove(path), name, most],
    );
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

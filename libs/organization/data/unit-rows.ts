import type { Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import { type Pinyin, toPinyin } from '../domain/divisions.js';
import { type FormerUnit } from '../domain/former-units.js';
import type { RunningMove } from '../domain/spellings.js';
import type { Unit } from '../domain/tree.js';

/** A unit with what only screens and administrators need. */
export interface StoredUnit extends Unit {
  readonly version: number;
  readonly pinyin: Pinyin;
}

interface UnitRow {
  id: string;
  code: string;
  name: string;
  short_name: string;
  kind: Unit['kind'];
  level: Unit['level'];
  region_code: string | null;
  parent_id: string | null;
  path: string;
  calendar_id: string;
  /** Syllables parted by spaces. */
  pinyin: string;
  active: boolean;
  version: number;
  heir_id: string | null;
}

const COLUMNS =
  'id, code, name, short_name, kind, level, region_code, parent_id, path, calendar_id, pinyin, active, version, heir_id';

function toUnit(stored: UnitRow): StoredUnit {
  return {
    id: stored.id,
    code: stored.code,
    name: stored.name,
    shortName: stored.short_name,
    kind: stored.kind,
    level: stored.level,
    regionCode: stored.region_code,
    parentId: stored.parent_id,
    path: stored.path,
    calendarId: stored.calendar_id,
    active: stored.active,
    heirId: stored.heir_id,
    version: stored.version,
    pinyin: toPinyin(stored.pinyin.split(' ').filter(Boolean)),
  };
}

/** Every unit, parents before their children. */
export async function readUnits(tx: Transaction): Promise<StoredUnit[]> {
  return (await rows<UnitRow>(tx, `select ${COLUMNS} from unit order by path`)).map(toUnit);
}

export async function lockUnit(tx: Transaction, id: string): Promise<StoredUnit | null> {
  const found = await row<UnitRow>(tx, `select ${COLUMNS} from unit where id = $1 for no key update`, [id]);
  return found && toUnit(found);
}

/** Locks units in one order, so that two changes never wait for each other. */
export async function lockUnits(tx: Transaction, ids: readonly string[]): Promise<StoredUnit[]> {
  return (
    await rows<UnitRow>(
      tx,
      `select ${COLUMNS} from unit where id = any ($1::uuid[]) order by id for no key update`,
      [ids],
    )
  ).map(toUnit);
}

/** Subtrees on their way, as one json array: null when none. */
export const RUNNING_MOVES = `select json_agg(json_build_object('unitId', m.unit_id, 'from', m.old_path,
  'to', m.new_path, 'switched', m.switched_at is not null)) from path_move m where m.settled_at is null`;

export async function readMoves(tx: Transaction): Promise<RunningMove[]> {
  return (await row<{ moves: RunningMove[] | null }>(tx, `select (${RUNNING_MOVES}) as moves`))?.moves ?? [];
}

/** What units once were, oldest first. */
export function readFormer(tx: Transaction): Promise<FormerUnit[]> {
  return rows<FormerUnit & Record<string, unknown>>(
    tx,
    `select unit_id as "unitId", code, name, short_name as "shortName", path, parent_id as "parentId",
       valid_from as "validFrom", valid_to as "validTo" from unit_name_history order by valid_to, id`,
  );
}

/** Keeps what these units are now as what they were until now; before their row changes. */
export async function keepFormer(tx: Transaction, ids: readonly string[]): Promise<void> {
  await changed(
    tx,
    `insert into unit_name_history (id, unit_id, code, name, short_name, path, parent_id, valid_from, valid_to)
     select gen_random_uuid(), u.id, u.code, u.name, u.short_name, u.path, u.parent_id,
       coalesce((select max(h.valid_to) from unit_name_history h where h.unit_id = u.id), u.created_at), $2
     from unit u where u.id = any ($1::uuid[])`,
    [ids, tx.now],
  );
}

/** Changes whenever a unit or a change of the tree does: versions only grow and neither is ever deleted. */
export async function unitsMark(tx: Transaction): Promise<string> {
  const mark = await row<{ mark: string }>(
    tx,
    `select (select coalesce(sum(version), 0) from unit) || '-' ||
       (select coalesce(sum(version), 0) from unit_change) as mark`,
  );
  return mark?.mark ?? '0';
}

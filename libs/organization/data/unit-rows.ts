import type { Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { type Pinyin, toPinyin } from '../domain/divisions.js';
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
}

const COLUMNS =
  'id, code, name, short_name, kind, level, region_code, parent_id, path, calendar_id, pinyin, active, version';

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

/** Changes whenever a unit is added or changed: versions only grow and units are never deleted. */
export async function unitsMark(tx: Transaction): Promise<string> {
  const mark = await row<{ mark: string }>(tx, 'select coalesce(sum(version), 0)::text as mark from unit');
  return mark?.mark ?? '0';
}

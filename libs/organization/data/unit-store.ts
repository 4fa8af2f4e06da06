import { newId, refuse, type Transaction } from '@hotline/kernel';
import { changed, row } from '@hotline/platform';
import type { Pinyin } from '../domain/divisions.js';
import type { AddedLevel, UnitEdit } from '../domain/unit-rules.js';
import type { StoredUnit } from './unit-rows.js';

export interface UnitToAdd {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: AddedLevel;
  readonly pinyin: Pinyin;
}

/**
 * A new unit takes kind, region and calendar from the one above it.
 * @throws Refused `duplicate` when the code is taken
 */
export async function addUnit(tx: Transaction, parent: StoredUnit, unit: UnitToAdd): Promise<string> {
  const added = await row<{ id: string }>(
    tx,
    `insert into unit (id, code, name, short_name, kind, level, region_code, parent_id, path, calendar_id, pinyin,
       initials, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning id`,
    [
      newId(),
      unit.code,
      unit.name,
      unit.shortName,
      parent.kind,
      unit.level,
      parent.regionCode,
      parent.id,
      `${parent.path}${unit.code}/`,
      parent.calendarId,
      unit.pinyin.syllables.join(' '),
      unit.pinyin.initials,
      tx.now,
    ],
  );
  return added?.id ?? refuse('duplicate', { field: 'code' });
}

/** @returns false when the version has moved on */
export async function changeUnit(
  tx: Transaction,
  id: string,
  version: number,
  edit: UnitEdit & { readonly pinyin?: Pinyin | undefined },
): Promise<boolean> {
  const touched = await changed(
    tx,
    `update unit set name = coalesce($3, name), short_name = coalesce($4, short_name),
       active = coalesce($5, active), heir_id = case when $5 then null else heir_id end, pinyin = coalesce($6, pinyin), initials = coalesce($7, initials),
       version = version + 1
     where id = $1 and version = $2`,
    [
      id,
      version,
      edit.name ?? null,
      edit.shortName ?? null,
      edit.active ?? null,
      edit.pinyin?.syllables.join(' ') ?? null,
      edit.pinyin?.initials ?? null,
    ],
  );
  return touched === 1;
}

/** Asked of the database, not of the tree in memory: another process may have opened or closed one just now. */
export async function unitSurroundings(
  tx: Transaction,
  unit: StoredUnit,
): Promise<{ parentActive: boolean; activeChildren: number }> {
  const around = await row<{ parentActive: boolean; activeChildren: number }>(
    tx,
    `select coalesce((select active from unit where id = $2), true) as "parentActive",
       (select count(*)::int from unit where parent_id = $1 and active) as "activeChildren"`,
    [unit.id, unit.parentId],
  );
  return around ?? { parentActive: true, activeChildren: 0 };
}

import type { Transaction } from '@hotline/kernel';
import { buildUnionTree, shippedDivisions, unitId } from '@hotline/organization';
import { rows } from '@hotline/platform';

/** The union tree as it ships: one statement for all units, because they refer to each other. */
export async function plantUnits(tx: Transaction, calendarId: string): Promise<void> {
  const units = buildUnionTree(shippedDivisions()).map((unit) => ({
    id: unit.id,
    code: unit.code,
    name: unit.name,
    short_name: unit.shortName,
    kind: unit.kind,
    level: unit.level,
    region_code: unit.regionCode,
    parent_id: unit.parentCode === null ? null : unitId(unit.parentCode),
    path: unit.path,
    pinyin: unit.pinyin.syllables.join(' '),
    initials: unit.pinyin.initials,
  }));
  await rows(
    tx,
    `insert into unit (id, code, name, short_name, kind, level, region_code, parent_id, path, pinyin, initials,
       calendar_id, created_at)
     select u.*, $2, $3 from jsonb_to_recordset($1::jsonb) as u(id uuid, code text, name text, short_name text,
       kind text, level text, region_code text, parent_id uuid, path text, pinyin text, initials text)`,
    [JSON.stringify(units), calendarId, tx.now],
  );
}

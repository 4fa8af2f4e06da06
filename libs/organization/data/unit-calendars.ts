import { pathRange, type Transaction } from '@hotline/kernel';
import { changed, row } from '@hotline/platform';
import type { StoredUnit } from './unit-rows.js';

/**
 * Gives a unit its calendar; with `subtree` also the units below that worked by the same one as it did until now.
 * @returns how many units changed, and how many below keep another calendar
 */
export async function assignUnitCalendar(
  tx: Transaction,
  unit: StoredUnit,
  calendarId: string,
  subtree: boolean,
): Promise<{ changed: number; kept: number }> {
  const { low, high } = pathRange(unit.path);
  const touched = await changed(
    tx,
    `update unit set calendar_id = $3, version = version + 1
     where path >= $1 and path < $2 and (id = $4 or ($5 and calendar_id = $6 and calendar_id <> $3))`,
    [low, high, calendarId, unit.id, subtree, unit.calendarId],
  );
  const others = await row<{ kept: number }>(
    tx,
    'select count(*)::int as kept from unit where path >= $1 and path < $2 and calendar_id <> $3',
    [low, high, calendarId],
  );
  return { changed: touched, kept: others?.kept ?? 0 };
}

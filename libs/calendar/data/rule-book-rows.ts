import type { Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { Calendar } from '../domain/calendar.js';
import type { LimitsPreset } from '../domain/limits-preset.js';

/** The newest version of every calendar. */
export async function readCalendars(tx: Transaction): Promise<Calendar[]> {
  const found = await rows<{ body: Calendar }>(
    tx,
    'select distinct on (id) body from calendar order by id, version desc',
  );
  return found.map(({ body }) => body);
}

/** Every published preset; `rows` of the table holds the whole preset, with its id and day of effect. */
export async function readPresets(tx: Transaction): Promise<(LimitsPreset & { version: number })[]> {
  const found = await rows<{ version: number; rows: LimitsPreset }>(
    tx,
    'select version, rows from limits order by version',
  );
  return found.map(({ version, rows: preset }) => ({ ...preset, version }));
}

/** Changes whenever a calendar or a preset is published; neither is ever changed or deleted. */
export async function ruleBookMark(tx: Transaction): Promise<string> {
  const mark = await row<{ mark: string }>(
    tx,
    `select (select count(*) from calendar) || '/' || (select count(*) from limits) as mark`,
  );
  return mark?.mark ?? '';
}

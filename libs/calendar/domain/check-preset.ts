import type { Decision } from '@hotline/kernel';
import { isDate } from './check-calendar.js';
import { type Fault, faultAt, orFaults } from './fault.js';
import { limitFaults } from './limit.js';
import {
  CLOCK_KINDS,
  DIFFICULTIES,
  LIMIT_COLUMNS,
  LIMIT_LEVELS,
  rowFits,
  URGENCIES,
  type LimitQuestion,
  type LimitRow,
  type LimitsPreset,
} from './limits-preset.js';

/** A code no kind or field can have, so that only rows open to every kind and field answer for it. */
const ANY_CODE = '';
/** A matrix with a hundred holes names the first few; the rest is the same mistake. */
const MOST_GAPS = 10;

/** Codes of the product's word lists; left out where nobody can say which are in force. */
export interface KnownCodes {
  readonly kinds: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

const cellOf = (row: LimitRow): string =>
  [row.clock, ...LIMIT_COLUMNS.map((column) => row[column] ?? '*')].join(' · ');

/** The closed columns; a draft comes from outside, so its values are only promised to be texts. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  clock: CLOCK_KINDS,
  difficulty: DIFFICULTIES,
  urgency: URGENCIES,
  level: LIMIT_LEVELS,
};

function columnFaults(row: LimitRow, field: string, known: KnownCodes | undefined): Fault[] {
  const faults = Object.entries(CHOICES).flatMap(([column, values]) => {
    const value = row[column as keyof LimitRow] as string | undefined;
    const right = value === undefined || values.includes(value);
    return right ? [] : [faultAt(`${field}.${column}`, 'unknown-code', { row: row.id })];
  });
  if (row.kind !== undefined && known && !known.kinds.has(row.kind))
    faults.push(faultAt(`${field}.kind`, 'unknown-code', { row: row.id }));
  if (row.field !== undefined && known && !known.fields.has(row.field))
    faults.push(faultAt(`${field}.field`, 'unknown-code', { row: row.id }));
  return faults;
}

function rowsFaults(rows: readonly LimitRow[], known: KnownCodes | undefined): Fault[] {
  const ids = new Set<string>();
  const cells = new Map<string, { id: string; index: number }>();
  return rows.flatMap((row, index) => {
    const field = `rows.${index}`;
    const faults = columnFaults(row, field, known);
    if (row.id === '' || ids.has(row.id))
      faults.push(faultAt(`${field}.id`, 'id-missing-or-used-twice', { row: row.id }));
    ids.add(row.id);
    for (const fault of limitFaults(row.limit, `${field}.limit`))
      faults.push({ ...fault, facts: { row: row.id } });
    const twin = cells.get(cellOf(row));
    if (twin) faults.push(faultAt(field, 'row-twice', { row: row.id, of: twin.id, line: twin.index + 1 }));
    else cells.set(cellOf(row), { id: row.id, index });
    return faults;
  });
}

/** Every combination a ticket can have, for kinds and fields that no row names. */
function everyQuestion(): LimitQuestion[] {
  const none = { kind: ANY_CODE, field: ANY_CODE };
  const byClock = CLOCK_KINDS.map((clock) => ({ ...none, clock }));
  const byDifficulty = byClock.flatMap((asked) =>
    DIFFICULTIES.map((difficulty) => ({ ...asked, difficulty })),
  );
  const byUrgency = byDifficulty.flatMap((asked) => URGENCIES.map((urgency) => ({ ...asked, urgency })));
  return byUrgency.flatMap((asked) => LIMIT_LEVELS.map((level) => ({ ...asked, level })));
}

function gapFaults(rows: readonly LimitRow[]): Fault[] {
  return everyQuestion()
    .filter((question) => !rows.some((row) => rowFits(row, question)))
    .slice(0, MOST_GAPS)
    .map(({ clock, difficulty, urgency, level }) =>
      faultAt('rows', 'gap', {
        row: `${clock} · ${urgency} · ${difficulty} · * · * · ${level}`,
        ...{ clock, urgency, difficulty, level },
      }),
    );
}

/** Everything that keeps a matrix from being published. `facts.row` names the row, for a gap the missing combination. */
export function presetFaults(
  preset: Pick<LimitsPreset, 'rows' | 'maxExtensions'>,
  known?: KnownCodes,
): Fault[] {
  const count = Number.isInteger(preset.maxExtensions) && preset.maxExtensions >= 0;
  const extensions = count ? [] : [faultAt('maxExtensions', 'not-a-count')];
  return [...extensions, ...rowsFaults(preset.rows, known), ...gapFaults(preset.rows)];
}

/**
 * Whether a preset may be used. A broken one is refused as `invalid-input`; `facts.row` names the first wrong row, or
 * for a gap the missing combination written clock · urgency · difficulty · kind · field · level.
 */
export function checkPreset(preset: LimitsPreset): Decision<LimitsPreset> {
  const day = isDate(preset.effectiveFrom) ? [] : [faultAt('effectiveFrom', 'not-a-date')];
  return orFaults(preset, [...day, ...presetFaults(preset)]);
}

import { allow, deny, type Decision } from '@hotline/kernel';
import { isDate } from './check-calendar.js';
import { limitProblem } from './limit.js';
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

const wrong = (field: string, row: string, problem: string): Decision<never> =>
  deny('invalid-input', { field, facts: { row, problem } });

const cellOf = (row: LimitRow): string =>
  [row.clock, ...LIMIT_COLUMNS.map((column) => row[column] ?? '*')].join(' · ');

function rowsProblem(rows: readonly LimitRow[]): Decision<never> | undefined {
  const ids = new Set<string>();
  const cells = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    const field = `rows[${index}]`;
    if (row.id === '' || ids.has(row.id)) return wrong(`${field}.id`, row.id, 'id-missing-or-used-twice');
    const bad = limitProblem(row.limit, `${field}.limit`);
    if (bad) return { ok: false, refusal: { ...bad, facts: { ...bad.facts, row: row.id } } };
    const twin = cells.get(cellOf(row));
    if (twin !== undefined) return wrong(field, row.id, `duplicate-of-${twin}`);
    ids.add(row.id);
    cells.set(cellOf(row), row.id);
  }
  return undefined;
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

function gapProblem(rows: readonly LimitRow[]): Decision<never> | undefined {
  for (const question of everyQuestion()) {
    if (rows.some((row) => rowFits(row, question))) continue;
    const { clock, difficulty, urgency, level } = question;
    return wrong('rows', `${clock} · ${urgency} · ${difficulty} · * · * · ${level}`, 'gap');
  }
  return undefined;
}

/**
 * Whether a preset may be published. A broken one is refused as `invalid-input`; `facts.row` names the row, or for a gap
 * the missing combination written clock · urgency · difficulty · kind · field · level.
 */
export function checkPreset(preset: LimitsPreset): Decision<LimitsPreset> {
  if (!isDate(preset.effectiveFrom)) return wrong('effectiveFrom', preset.id, 'not-a-date');
  if (!Number.isInteger(preset.maxExtensions) || preset.maxExtensions < 0) {
    return wrong('maxExtensions', preset.id, 'not-a-count');
  }
  return rowsProblem(preset.rows) ?? gapProblem(preset.rows) ?? allow(preset);
}

import { type Limit } from './limit.js';
import { LIMIT_COLUMNS, type LimitRow, type LimitsPreset } from './limits-preset.js';

/** One row of the matrix that differs; `before` is null for a row that is new, `after` for one that is gone. */
export interface LimitChange {
  readonly row: LimitRow;
  readonly before: Limit | null;
  readonly after: Limit | null;
}

export interface PresetChanges {
  readonly rows: readonly LimitChange[];
  readonly unchanged: number;
  readonly maxExtensions: { readonly before: number; readonly after: number } | null;
}

/** Rows are the same when they answer the same question; their ids may have changed. */
const cellOf = (row: LimitRow): string =>
  [row.clock, ...LIMIT_COLUMNS.map((column) => row[column] ?? '')].join(' ');

const same = (a: Limit, b: Limit): boolean => a.amount === b.amount && a.unit === b.unit;

export function presetChanges(
  before: Pick<LimitsPreset, 'rows' | 'maxExtensions'>,
  after: Pick<LimitsPreset, 'rows' | 'maxExtensions'>,
): PresetChanges {
  const old = new Map(before.rows.map((row) => [cellOf(row), row]));
  const fresh = new Set(after.rows.map(cellOf));
  const kept = after.rows.map((row): LimitChange => ({
    row,
    before: old.get(cellOf(row))?.limit ?? null,
    after: row.limit,
  }));
  const gone = before.rows
    .filter((row) => !fresh.has(cellOf(row)))
    .map((row): LimitChange => ({ row, before: row.limit, after: null }));
  const rows = [...kept, ...gone].filter((one) => !one.before || !one.after || !same(one.before, one.after));
  const extensions = before.maxExtensions !== after.maxExtensions;
  return {
    rows,
    unchanged: kept.length - rows.filter((one) => one.after).length,
    maxExtensions: extensions ? { before: before.maxExtensions, after: after.maxExtensions } : null,
  };
}

/** Text, a number, or a moment in milliseconds since the epoch where the column says so; null leaves the cell empty. */
export type Cell = string | number | null;

export const COLUMN_KINDS = ['text', 'count', 'percent', 'seconds', 'moment'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface SheetColumn {
  readonly head: string;
  readonly kind: ColumnKind;
}

/** What stands above the rows: title, then name and text of each note (unit, days, definitions), then the columns' heads. */
export interface SheetHead {
  readonly title: string;
  readonly notes: readonly (readonly [string, string])[];
  readonly columns: readonly SheetColumn[];
}

const BEIJING_MS = 8 * 3_600_000;

/** 2026-03-10 09:05:00 in Asia/Shanghai. */
export const momentText = (ms: number): string =>
  new Date(ms + BEIJING_MS).toISOString().slice(0, 19).replace('T', ' ');

/** Days since 1899-12-30 in Asia/Shanghai, as spreadsheets count. */
export const momentSerial = (ms: number): number => (ms + BEIJING_MS) / 86_400_000 + 25_569;

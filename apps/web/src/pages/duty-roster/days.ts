const DAY_MS = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** `2026-03-09` and 7 → `2026-03-16`. */
export const plusDays = (day: string, days: number): string =>
  new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => new Date(utc(day)).getUTCDay() || 7;

export const mondayOf = (day: string): string => plusDays(day, 1 - weekdayOf(day));

/** The week of the address, else the one of today; a mistyped day is today. */
export function weekOf(asked: string | null, today: string): string {
  const known = asked !== null && /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(utc(asked));
  return mondayOf(known ? asked : today);
}

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
export interface Cell {
  column: number;
  row: number;
}

/** Where an arrow leads among columns of different heights; an empty column is stepped over, the edge stays. */
export function nextCell(heights: readonly number[], { column, row }: Cell, key: Arrow): Cell {
  if (key === 'ArrowUp') return { column, row: Math.max(0, row - 1) };
  if (key === 'ArrowDown') return { column, row: Math.min((heights[column] ?? 1) - 1, row + 1) };
  const step = key === 'ArrowLeft' ? -1 : 1;
  for (let at = column + step; at >= 0 && at < heights.length; at += step) {
    const height = heights[at] ?? 0;
    if (height > 0) return { column: at, row: Math.min(row, height - 1) };
  }
  return { column, row };
}

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

/** Arrow keys on the tile grid: to the nearest tile in the pressed direction, so that no unit is out of reach on a sparse grid. */
export interface Cell {
  row: number;
  col: number;
}

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const DIRECTIONS: Record<Arrow, { along: keyof Cell; across: keyof Cell; sign: 1 | -1 }> = {
  ArrowUp: { along: 'row', across: 'col', sign: -1 },
  ArrowDown: { along: 'row', across: 'col', sign: 1 },
  ArrowLeft: { along: 'col', across: 'row', sign: -1 },
  ArrowRight: { along: 'col', across: 'row', sign: 1 },
};

export function isArrow(key: string): key is Arrow {
  return key in DIRECTIONS;
}

/** Index of the tile to move to, or the current one at the edge. Straying sideways costs more than a longer way ahead. */
export function tileAfter(cells: readonly Cell[], current: number, arrow: Arrow): number {
  const from = cells[current];
  if (!from) return current;
  const { along, across, sign } = DIRECTIONS[arrow];
  let best = current;
  let least = Infinity;
  cells.forEach((cell, index) => {
    const ahead = (cell[along] - from[along]) * sign;
    if (ahead <= 0) return;
    const cost = ahead + 3 * Math.abs(cell[across] - from[across]);
    if (cost < least) [best, least] = [index, cost];
  });
  return best;
}

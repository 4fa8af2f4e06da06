import { type Arrow, nextCell } from './next-cell';

describe('the arrows on a roster', () => {
  it.each<[Arrow, number, number, number, number]>([
    ['ArrowUp', 0, 0, 0, 0],
    ['ArrowDown', 0, 1, 0, 2],
    ['ArrowDown', 0, 2, 0, 2],
    ['ArrowRight', 0, 2, 2, 0],
    ['ArrowLeft', 2, 0, 0, 0],
    ['ArrowRight', 2, 0, 2, 0],
  ])('%s from %i/%i leads to %i/%i', (key, column, row, toColumn, toRow) => {
    expect(nextCell([3, 0, 1], { column, row }, key)).toEqual({ column: toColumn, row: toRow });
  });
});

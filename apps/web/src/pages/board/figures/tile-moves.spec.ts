import { isArrow, tileAfter } from './tile-moves';

// 云南, 广西, 广东, 四川, 贵州, 海南 where the grid has them
const cells = [
  { row: 9, col: 4 },
  { row: 9, col: 6 },
  { row: 9, col: 7 },
  { row: 7, col: 4 },
  { row: 8, col: 5 },
  { row: 11, col: 7 },
];

describe('arrow keys', () => {
  it.each([
    ['right over a gap', 0, 'ArrowRight', 1],
    ['up past a neighbour one column aside', 0, 'ArrowUp', 3],
    ['down over an empty row', 2, 'ArrowDown', 5],
    ['nowhere at the edge', 5, 'ArrowDown', 5],
    ['left', 2, 'ArrowLeft', 1],
  ] as const)('%s', (_case, from, arrow, to) => {
    expect(tileAfter(cells, from, arrow)).toBe(to);
  });

  it('are told from other keys', () => {
    expect(isArrow('ArrowUp')).toBe(true);
    expect(isArrow('Enter')).toBe(false);
  });
});

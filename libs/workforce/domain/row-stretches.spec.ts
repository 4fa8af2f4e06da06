import { pagesOf, within } from './row-stretches.js';

const day = (n: number, count: number | null) => ({ at: new Date(Date.UTC(2026, 2, n)), count });
const hour = (from: number, to: number) => ({
  since: new Date(Date.UTC(2026, 2, 1, from)),
  until: new Date(Date.UTC(2026, 2, 1, to)),
});

describe('where rows are', () => {
  it.each([
    ['none', [], []],
    ['as many days as fill a page', [day(9, 2), day(7, 3), day(4, 1), day(2, 9), day(1, 1)], [2, 2, 1]],
    ['a day that is counted again may hold nothing', [day(9, null), day(7, 4), day(4, 4)], [2, 1]],
    ['too few for a page', [day(9, 1), day(7, 1)], [2]],
  ])('%s', (_, days, sizes) => {
    expect(pagesOf(days, 4).map(({ length }) => length)).toEqual(sizes);
  });

  it('is cut to what was asked for, newest first', () => {
    expect(within([hour(1, 3), hour(5, 8), hour(8, 9)], hour(2, 8))).toEqual([hour(5, 8), hour(2, 3)]);
  });
});

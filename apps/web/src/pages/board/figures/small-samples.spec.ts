import { isRanked, showingOf, showingsOf } from './small-samples';

describe('one figure', () => {
  it.each([
    [0, false, 'none'],
    [1, false, 'few'],
    [4, false, 'few'],
    [4, true, 'counts'],
    [5, false, 'counts'],
    [9, false, 'counts'],
    [10, false, 'rate'],
    [10, true, 'rate'],
  ] as const)('with %i due, handled by the reader: %s, shows %s', (due, handles, showing) => {
    expect(showingOf(due, handles)).toBe(showing);
  });
});

describe('a group with a shown total', () => {
  it.each([
    [
      'a single small cell takes the next smallest with it',
      [3, 58, 9, 328],
      ['few', 'rate', 'withheld', 'rate'],
    ],
    ['two small cells protect each other', [3, 2, 9, 328], ['few', 'few', 'counts', 'rate']],
    ['nothing small, nothing hidden', [12, 9, 0], ['rate', 'counts', 'none']],
    ['an empty cell protects nobody', [0, 4, 20], ['none', 'few', 'withheld']],
    ['alone there is nothing to hide behind', [4], ['few']],
  ] as const)('%s', (_case, denominators, showings) => {
    expect(showingsOf(denominators, false)).toEqual(showings);
  });

  it('hides nothing from those who handle the tickets', () => {
    expect(showingsOf([3, 58], true)).toEqual(['counts', 'rate']);
  });

  it('ranks rates only', () => {
    expect(['rate', 'counts', 'few', 'withheld', 'none'].map((each) => isRanked(each as never))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

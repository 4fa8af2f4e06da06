import { itemAt, offsetsOf } from './windowed';

describe('the rows in view', () => {
  const offsets = offsetsOf([32, 48, 48, 32, 48]);

  it('adds the heights up, ending with the whole height', () => {
    expect(offsets).toEqual([0, 32, 80, 128, 160, 208]);
    expect(offsetsOf([])).toEqual([0]);
  });

  it.each([
    [0, 0],
    [31, 0],
    [32, 1],
    [127, 2],
    [128, 3],
    [207, 4],
    [5000, 4],
  ])('at %i px stands item %i', (y, expected) => {
    expect(itemAt(offsets, y)).toBe(expected);
  });

  it('finds a row among ten thousand', () => {
    const many = offsetsOf(Array.from({ length: 10_000 }, () => 48));
    expect(itemAt(many, 48 * 9_876 + 1)).toBe(9_876);
  });
});

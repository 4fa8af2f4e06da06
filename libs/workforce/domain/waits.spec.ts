import { addWaits, longestWait, stepOf, underElement, upToElement, waitsOf } from './waits.js';

const S = 1_000_000;
const of = (...us: number[]): number[] => {
  const counts = new Map<number, number>();
  for (const one of us) counts.set(stepOf(one), (counts.get(stepOf(one)) ?? 0) + 1);
  return waitsOf(counts);
};
/** What the database computes: a[least(n, cardinality)], and nothing for n = 0. */
const upTo = (waits: readonly number[], element: number): number =>
  element === 0 ? 0 : (waits[Math.min(element, waits.length) - 1] ?? 0);

describe('waits of an interval', () => {
  const given = [0, 1, 4_999_999, 5 * S, 15 * S, 15 * S + 1, 40 * S, 900 * S];

  it.each([1, 5, 15, 16, 20, 40, 600])('answer any threshold of whole seconds exactly (%i s)', (seconds) => {
    expect(upTo(of(...given), upToElement(seconds))).toBe(given.filter((us) => us <= seconds * S).length);
    expect(upTo(of(...given), underElement(seconds))).toBe(given.filter((us) => us < seconds * S).length);
  });

  it('know that nobody waits under nothing', () => {
    expect(upTo(of(0), underElement(0))).toBe(0);
  });

  it('add up and come apart again, without a tail that says nothing', () => {
    const a = of(2 * S, 15 * S);
    const b = of(3 * S);
    expect(addWaits(a, b)).toEqual(of(2 * S, 3 * S, 15 * S));
    expect(addWaits(addWaits(a, b), a, -1)).toEqual(b);
    expect(addWaits(a, a, -1)).toEqual([]);
  });

  it.each([
    [[], 0],
    [[0], 0],
    [[1], 1],
    [[15 * S], 15],
    [[15 * S + 1], 16],
    [[700 * S], 601],
  ])('name the longest of %j as %i s', (us, seconds) => {
    expect(longestWait(of(...us))).toBe(seconds);
  });
});

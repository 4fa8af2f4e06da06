import { endOf, standingOf } from './versions.js';

const day = (n: number) => new Date(Date.UTC(2026, 2, n));
const dated = (version: number, from: number) => ({ version, effectiveFrom: day(from) });

describe('versions of the catalogue', () => {
  it.each<[string, [number, number][], number, (number | null)[]]>([
    ['the last one has no end', [[1, 1]], 5, [null]],
    [
      'each ends as the next begins',
      [
        [1, 1],
        [2, 5],
        [3, 9],
      ],
      6,
      [5, 9, null],
    ],
    [
      'published later, begun earlier',
      [
        [1, 1],
        [2, 9],
        [3, 5],
      ],
      6,
      [5, null, 9],
    ],
    [
      'of two that begin together the earlier published never comes into force',
      [
        [1, 1],
        [2, 5],
        [3, 5],
      ],
      6,
      [5, 5, null],
    ],
  ])('%s', (_, published, today, ends) => {
    const versions = published.map(([version, from]) => dated(version, from));
    expect(versions.map((one) => endOf(one, versions))).toEqual(
      ends.map((end) => (end === null ? null : day(end))),
    );
    for (const one of versions) {
      const end = endOf(one, versions);
      const runs = one.effectiveFrom <= day(today) && (end === null || end > day(today));
      expect(standingOf(one, versions, day(today)) === 'in-force').toBe(runs);
    }
  });
});

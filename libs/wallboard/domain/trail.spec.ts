import { QUARTER_MS, trailPoints, trailSpan } from './trail.js';

const NOW = new Date('2026-03-10T02:07:31.000Z');
const span = trailSpan(NOW);
const quarter = (n: number) => new Date(span.from.getTime() + n * QUARTER_MS);

describe('the trail of a wall', () => {
  it('ends with the last whole quarter and has four hours of points', () => {
    const points = trailPoints(span, []);
    expect(span.until.toISOString()).toBe('2026-03-10T02:00:00.000Z');
    expect(points).toHaveLength(16);
    expect([points[0]?.at, points.at(-1)?.at]).toEqual([
      '2026-03-09T22:15:00.000Z',
      '2026-03-10T02:00:00.000Z',
    ]);
  });

  it('sums the hour before each point, and nothing of a quarter twice', () => {
    const counted = [0, 1, 2, 3, 4].map((n) => ({
      at: quarter(n),
      rates: [
        [n, 10],
        [0, 1],
      ] as [number, number][],
    }));
    const points = trailPoints(span, counted);
    expect(points[0]).toMatchObject({
      connection: { numerator: 6, denominator: 40 },
      service: { numerator: 0, denominator: 4 },
    });
    expect(points[1]?.connection).toEqual({ numerator: 10, denominator: 40 });
    expect(points[5]?.connection).toEqual({ numerator: 0, denominator: 0 });
  });
});

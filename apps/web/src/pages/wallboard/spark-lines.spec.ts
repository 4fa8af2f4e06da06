import { sparkLines } from './spark-lines';

const from = Date.parse('2026-03-10T00:00:00.000Z');
const at = (quarter: number): string => new Date(from + quarter * 900_000).toISOString();
const halves = (numerator: number, denominator: number) => ({ numerator, denominator });
const trail = (...rates: [number, number][]) => ({
  from: at(0),
  until: at(4),
  gaps: [],
  points: rates.map(([above, below], n) => ({
    at: at(n),
    connection: halves(above, below),
    service: halves(0, 0),
  })),
});

describe('the spark of a wall', () => {
  it('breaks where fewer called than make a rate', () => {
    const { lines } = sparkLines(trail([20, 20], [19, 20], [4, 4], [10, 20]), 'connection', 95);
    expect(lines.map((line) => line.map(({ x }) => x))).toEqual([[0, 0.25], [0.75]]);
  });

  it('stands higher for more, and the limit between', () => {
    const { lines, limitAt } = sparkLines(trail([20, 20], [10, 20]), 'connection', 95);
    const [all, half] = lines[0] ?? [];
    expect(all?.y).toBeLessThan(limitAt);
    expect(half?.y).toBeGreaterThan(limitAt);
  });

  it('draws nothing when nothing is known', () => {
    expect(sparkLines(trail([0, 0]), 'service', 80).lines).toEqual([]);
  });
});

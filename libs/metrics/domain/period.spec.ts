import { daysOf, lengthOf, periodOf, previousOf } from './period.js';
import { trendOf } from './trend.js';

describe('periods', () => {
  it.each([
    [{}, { from: '2026-02-09', to: '2026-03-10' }],
    [{ to: '2026-01-31' }, { from: '2026-01-02', to: '2026-01-31' }],
    [
      { from: '2026-03-10', to: '2026-03-10' },
      { from: '2026-03-10', to: '2026-03-10' },
    ],
    [
      { from: '2024-01-01', to: '2024-12-31' },
      { from: '2024-01-01', to: '2024-12-31' },
    ],
  ])('%j', (asked, period) => {
    expect(periodOf(asked, '2026-03-10')).toEqual({ ok: true, value: period });
  });

  it.each([
    [{ from: '2026-02-30' }, 'from'],
    [{ to: '2026-13-01' }, 'to'],
    [{ from: '2026-03-11' }, 'to'],
    [{ from: '2025-01-01', to: '2026-01-02' }, 'from'],
  ])('refuses %j', (asked, field) => {
    expect(periodOf(asked, '2026-03-10')).toMatchObject({
      ok: false,
      refusal: { code: 'invalid-input', field },
    });
  });

  it('compares with the days just before, as many of them', () => {
    const period = { from: '2026-02-27', to: '2026-03-02' };
    expect([lengthOf(period), daysOf(period)[2]]).toEqual([4, '2026-03-01']);
    expect(previousOf(period)).toEqual({ from: '2026-02-23', to: '2026-02-26' });
  });
});

describe('the trend', () => {
  const sums: Record<string, [number, number]> = {
    '2026-02-25': [1, 10],
    '2026-03-01': [9, 10],
    '2026-03-08': [10, 10],
  };
  const sumOf = (day: string) => {
    const [numerator, denominator] = sums[day] ?? [0, 0];
    return { numerator, denominator };
  };

  it('rolls over seven days, next to the period before', () => {
    const points = trendOf({ from: '2026-03-07', to: '2026-03-10' }, sumOf, '2026-03-09');
    expect(points.map(({ rolling }) => rolling)).toEqual([90, 100, 100, null]);
    expect(points.map(({ previousRolling }) => previousRolling)).toEqual([50, 90, 90, 90]);
    expect(points[1]).toMatchObject({ day: '2026-03-08', numerator: 10, denominator: 10 });
  });
});

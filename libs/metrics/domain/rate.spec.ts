import { asOfNow, openOverdueOf, total } from './due.js';
import { type Daily, NOTHING } from './daily.js';
import { rateOf } from './rate.js';

describe('rates of published reports', () => {
  it.each([
    ['22,345 of 24,932 due in time', 22_345, 24_932, 89.62],
    ['3,112 of 3,456 due', 3_112, 3_456, 90.05],
    ['all', 12, 12, 100],
    ['none', 0, 9, 0],
    ['nothing to count', 0, 0, null],
    ['half a hundredth goes up', 1, 16, 6.25],
  ])('%s', (_, numerator, denominator, rate) => {
    expect(rateOf(numerator, denominator)).toBe(rate);
  });
});

describe('deadlines as of now', () => {
  const day = (date: string, denominator: number, numerator: number): Daily => ({
    metric: 'on-time',
    day: date,
    path: 'cn/',
    ...NOTHING,
    denominator,
    numerator,
  });

  it('accepted 3,656, of which 200 are not yet due: 3,112 of 3,456', () => {
    const days = [day('2026-03-01', 3_000, 2_700), day('2026-03-02', 500, 440), day('2026-03-03', 156, 100)];
    const dueToday = { due: { ...NOTHING, denominator: 456, numerator: 412 }, notYetDue: 44 };
    const sums = total(asOfNow(days, '2026-03-02', { 'on-time': dueToday }), 'on-time');
    expect(sums).toMatchObject({ denominator: 3_456, numerator: 3_112, excluded: { 'not-yet-due': 200 } });
    expect(rateOf(sums.numerator, sums.denominator)).toBe(90.05);
  });

  it('counts an open overdue ticket as due and not as closed', () => {
    expect(
      openOverdueOf({ ...NOTHING, denominator: 10, numerator: 7, bins: { '21': [7, 0], '80': [0, 2] } }),
    ).toBe(1);
  });

  it('leaves the other numbers alone', () => {
    const call: Daily = { ...day('2026-03-02', 9, 8), metric: 'connection' };
    expect(asOfNow([call], '2026-03-02', {})).toEqual([call]);
  });
});

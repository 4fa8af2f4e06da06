import { addDays, periodFrom, presetOf, presetPeriod, shanghaiDay, shortDay } from './period';

const today = '2026-11-23';

describe('presets', () => {
  it.each([
    ['today', '2026-11-23', '2026-11-23'],
    ['7-days', '2026-11-16', '2026-11-22'],
    ['30-days', '2026-10-24', '2026-11-22'],
    ['90-days', '2026-08-25', '2026-11-22'],
    ['this-month', '2026-11-01', '2026-11-23'],
    ['last-month', '2026-10-01', '2026-10-31'],
  ] as const)('%s runs from %s to %s', (preset, from, to) => {
    expect(presetPeriod(preset, today)).toEqual({ from, to });
    expect(presetOf({ from, to }, today)).toBe(preset);
  });

  it('finds last month across the year', () => {
    expect(presetPeriod('last-month', '2027-01-05')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });

  it('knows when a period is nobody’s preset', () => {
    expect(presetOf({ from: '2026-02-01', to: '2026-02-03' }, today)).toBeNull();
  });
});

describe('days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i is %s', (day, days, sum) => {
    expect(addDays(day, days)).toBe(sum);
  });

  it('changes at midnight in Shanghai', () => {
    expect(shanghaiDay('2026-11-22T15:59:59Z')).toBe('2026-11-22');
    expect(shanghaiDay('2026-11-22T16:00:00Z')).toBe('2026-11-23');
  });

  it('names the year only when it is another one', () => {
    expect(shortDay('2026-10-24', '2026')).toBe('10-24');
    expect(shortDay('2025-12-30', '2026')).toBe('2025-12-30');
  });
});

describe('the address', () => {
  it.each([
    ['from=2026-11-01&to=2026-11-10', '2026-11-01', '2026-11-10'],
    ['from=2026-11-10&to=2026-11-01', '2026-10-24', '2026-11-22'],
    ['from=yesterday&to=2026-11-10', '2026-10-24', '2026-11-22'],
    ['from=2026-13-41&to=2026-14-10', '2026-10-24', '2026-11-22'],
    ['', '2026-10-24', '2026-11-22'],
  ])('"%s" means %s to %s', (address, from, to) => {
    expect(periodFrom(new URLSearchParams(address), today)).toEqual({ from, to });
  });
});

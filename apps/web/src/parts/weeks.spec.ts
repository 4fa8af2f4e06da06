import { mondayOf, plusDays, weekdayOf, weekOf } from './weeks';

describe('the weeks of a roster', () => {
  it.each([
    ['2026-03-09', 1, '2026-03-09'],
    ['2026-03-15', 7, '2026-03-09'],
    ['2026-03-01', 7, '2026-02-23'],
  ])('%s is weekday %i of the week of %s', (day, weekday, monday) => {
    expect([weekdayOf(day), mondayOf(day)]).toEqual([weekday, monday]);
  });

  it('counts over the end of a month and a year', () => {
    expect([plusDays('2026-02-28', 1), plusDays('2026-01-01', -1)]).toEqual(['2026-03-01', '2025-12-31']);
  });

  it.each([
    [null, '2026-03-09'],
    ['2026-03-20', '2026-03-16'],
    ['soon', '2026-03-09'],
    ['2026-99-99', '2026-03-09'],
  ])('the week of the address %s begins on %s', (asked, expected) => {
    expect(weekOf(asked, '2026-03-12')).toBe(expected);
  });
});

import { lastDayOf, type Span } from './last-day.js';
import { national } from './spec-law.js';

const days = (amount: number): Span => ({ amount, unit: 'days' });
const wd = (amount: number): Span => ({ amount, unit: 'working-days' });
const year: Span = { amount: 1, unit: 'years' };

describe('the last day of a span', () => {
  it.each<[string, string, Span, string, string]>([
    ['the first day is not counted', '2026-03-10', days(15), '2026-03-25', '2026-03-25'],
    ['a Saturday moves to Monday', '2026-03-13', days(15), '2026-03-28', '2026-03-30'],
    ['the National Day week moves to the day after it', '2026-09-16', days(15), '2026-10-01', '2026-10-08'],
    ['Spring Festival moves to the day after it', '2026-01-31', days(15), '2026-02-15', '2026-02-24'],
    ['a make-up Saturday is a working day', '2026-01-30', days(15), '2026-02-14', '2026-02-14'],
    ['a year ends on the same day', '2025-03-10', year, '2026-03-10', '2026-03-10'],
    ['a leap day ends on the last of February', '2024-02-29', year, '2025-02-28', '2025-02-28'],
    ['a year that ends in a holiday moves', '2025-05-01', year, '2026-05-01', '2026-05-06'],
    ['five working days over a weekend', '2026-03-12', wd(5), '2026-03-19', '2026-03-19'],
    [
      'working days skip the holiday and use the make-up day',
      '2026-09-30',
      wd(3),
      '2026-10-10',
      '2026-10-10',
    ],
  ])('%s', (_, start, span, counted, lastDay) => {
    expect(lastDayOf(national, start, span)).toEqual({ counted, lastDay, unknownYears: [] });
  });

  it('says which year has no published holidays', () => {
    expect(lastDayOf(national, '2026-02-10', year)).toEqual({
      counted: '2027-02-10',
      lastDay: '2027-02-10',
      unknownYears: [2027],
    });
  });

  it.each([
    ['2010-05-01', '2011-05-02', 2011],
    ['2045-06-01', '2046-06-01', 2046],
  ])('counts beyond every calendar with weekends alone: %s', (start, lastDay, unknown) => {
    expect(lastDayOf(national, start, year)).toMatchObject({ lastDay, unknownYears: [unknown] });
  });
});

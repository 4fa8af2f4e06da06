import { addDays, addMonths, daysBetween, isDay, isWeekend } from './day.js';

describe('days', () => {
  it.each([
    ['2026-02-10', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-2-1', false],
    ['0000-00-00', false],
    ['2026-02-10T00:00', false],
    ['', false],
  ])('%s exists: %s', (day, exists) => {
    expect(isDay(day)).toBe(exists);
  });

  it.each([
    ['2026-02-10', 12, '2027-02-10'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-05-15', 6, '2026-11-15'],
  ])('%s and %i months end on %s (民法典 202)', (day, months, end) => {
    expect(addMonths(day, months)).toBe(end);
  });

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days are %s', (day, days, end) => {
    expect(addDays(day, days)).toBe(end);
    expect(daysBetween(day, end)).toBe(days);
  });

  it.each([
    ['2026-11-28', true],
    ['2026-11-29', true],
    ['2026-11-30', false],
  ])('%s is a weekend: %s', (day, weekend) => {
    expect(isWeekend(day)).toBe(weekend);
  });
});

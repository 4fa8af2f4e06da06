import { checkWeek, timesOf } from './shift-week.js';

const WEEK = { monday: '2026-03-09', today: '2026-03-10' };
const shift = (day: string, from: string, to: string, accountId = 'a') => ({ accountId, day, from, to });

describe('a week of shifts', () => {
  it.each([
    ['08:00', '16:00', '2026-03-10T08:00:00+08:00', '2026-03-10T16:00:00+08:00'],
    ['22:00', '06:00', '2026-03-10T22:00:00+08:00', '2026-03-11T06:00:00+08:00'],
    ['16:00', '24:00', '2026-03-10T16:00:00+08:00', '2026-03-11T00:00:00+08:00'],
    ['16:00', '00:00', '2026-03-10T16:00:00+08:00', '2026-03-11T00:00:00+08:00'],
  ])('%s to %s', (from, to, begins, ends) => {
    expect(timesOf({ day: '2026-03-10', from, to })).toEqual({ from: new Date(begins), to: new Date(ends) });
  });

  it.each([
    ['as it should be', [shift('2026-03-10', '08:00', '16:00'), shift('2026-03-10', '16:00', '18:00')], null],
    [
      'two people at once',
      [shift('2026-03-10', '08:00', '16:00'), shift('2026-03-10', '08:00', '16:00', 'b')],
      null,
    ],
    ['another week', [shift('2026-03-16', '08:00', '16:00')], 'shifts.0.day not-in-the-week'],
    ['yesterday', [shift('2026-03-09', '08:00', '16:00')], 'shifts.0.day over'],
    ['a whole day', [shift('2026-03-10', '08:00', '08:00')], 'shifts.0.to too-long'],
    ['no time at all', [shift('2026-03-10', '08:00', '08:05')], 'shifts.0.to too-short'],
    [
      'over another',
      [shift('2026-03-10', '22:00', '06:00'), shift('2026-03-11', '05:00', '09:00')],
      'shifts.1.from over-another',
    ],
    ['over the night before', [shift('2026-03-10', '01:00', '09:00')], 'shifts.0.from over-another'],
  ])('%s', (_, shifts, expected) => {
    const night = { accountId: 'a', ...timesOf({ day: '2026-03-09', from: '20:00', to: '02:00' }) };
    const decision = checkWeek(shifts, WEEK, [night]);
    expect(decision.ok ? null : `${decision.refusal.field} ${decision.refusal.facts?.problem}`).toBe(
      expected,
    );
  });
});

import type { LimitUnit } from './limit.js';
import { at, national, yes } from './spec-times.js';
import { remaining, workingBetween } from './working-time.js';

describe('workingBetween, in whole minutes', () => {
  it.each([
    ['a day', '2026-11-23 00:00', '2026-11-24 00:00', 450],
    ['lunch', '2026-11-23 12:00', '2026-11-23 13:30', 0],
    ['over lunch', '2026-11-23 11:30', '2026-11-23 14:00', 60],
    ['National Day', '2026-09-30 08:30', '2026-10-09 08:30', 900],
    ['make-up Saturday', '2026-10-10 00:00', '2026-10-12 00:00', 450],
    ['a half minute is not a minute', '2026-11-23 09:00:30.000', '2026-11-23 09:10', 9],
    ['backwards', '2026-11-23 14:00', '2026-11-23 11:30', -60],
    ['nothing', '2026-11-23 09:00', '2026-11-23 09:00', 0],
    ['the whole known time', '2025-01-01 00:00', '2027-01-01 00:00', (248 + 248) * 450],
  ])('%s', (_why, a, b, minutes) => {
    expect(yes(workingBetween(national, at(a), at(b)))).toBe(minutes);
  });

  it('refuses to measure in an unknown year', () => {
    expect(workingBetween(national, at('2026-12-31 09:00'), at('2027-01-01 00:01'))).toMatchObject({
      ok: false,
      refusal: { code: 'calendar-year-unknown', facts: { year: 2027 } },
    });
  });
});

describe('remaining', () => {
  type Row = [
    why: string,
    now: string,
    due: string,
    unit: LimitUnit,
    left: [boolean, number, number, number],
  ];
  const rows: Row[] = [
    ['two days three hours', '2026-11-23 14:30', '2026-11-25 17:30', 'working-days', [false, 2, 3, 0]],
    ['yellow begins', '2026-11-24 17:30', '2026-11-25 17:30', 'working-days', [false, 1, 0, 0]],
    ['the same all night', '2026-11-25 03:00', '2026-11-25 17:30', 'working-days', [false, 1, 0, 0]],
    ['as work begins', '2026-11-25 08:30', '2026-11-25 17:30', 'working-days', [false, 1, 0, 0]],
    ['a minute later', '2026-11-25 08:31', '2026-11-25 17:30', 'working-days', [false, 0, 7, 29]],
    ['lunch stands still', '2026-11-25 12:45', '2026-11-25 17:30', 'working-days', [false, 0, 4, 0]],
    ['over National Day', '2026-09-30 17:00', '2026-10-08 17:30', 'calendar-days', [false, 1, 0, 30]],
    ['at the due moment', '2026-11-25 17:30', '2026-11-25 17:30', 'working-days', [false, 0, 0, 0]],
    ['just late', '2026-11-25 17:30:01.000', '2026-11-25 17:30', 'working-days', [true, 0, 0, 0]],
    ['late over a weekend', '2026-11-22 12:00', '2026-11-20 17:30', 'working-days', [true, 0, 0, 0]],
    ['three hours late', '2026-11-23 11:30', '2026-11-20 17:30', 'working-days', [true, 0, 3, 0]],
    ['a day late', '2026-11-23 17:30', '2026-11-20 17:30', 'working-days', [true, 1, 0, 0]],
    ['cut days add up', '2026-11-23 11:00', '2026-11-24 11:00', 'working-hours', [false, 1, 0, 0]],
    ['wall clock at night', '2026-10-01 21:00', '2026-10-02 23:30', 'hours', [false, 0, 26, 30]],
    ['wall clock late', '2026-10-02 00:50', '2026-10-02 00:20', 'minutes', [true, 0, 0, 30]],
  ];
  it.each(rows)('%s: %s to %s (%s)', (_why, now, due, unit, [overdue, workingDays, hours, minutes]) => {
    const left = yes(remaining(national, at(now), at(due), unit));
    expect(left).toEqual({ overdue, workingDays, hours, minutes, provisional: false });
  });

  it('marks what reaches an unknown year, and stops beyond the provisional years', () => {
    const left = yes(remaining(national, at('2026-12-31 08:30'), at('2027-01-04 17:30')));
    expect(left).toMatchObject({ workingDays: 3, hours: 0, provisional: true });
    expect(remaining(national, at('2026-12-31 08:30'), at('2050-01-04 17:30'))).toMatchObject({ ok: false });
  });
});

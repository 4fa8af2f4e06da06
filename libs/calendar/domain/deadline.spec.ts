import type { Calendar } from './calendar.js';
import { compileCalendar } from './compiled-calendar.js';
import { deadline, provisionalDeadline } from './deadline.js';
import { HOLIDAYS_CN } from './holidays-cn.js';
import type { Limit, LimitUnit } from './limit.js';
import { nationalCalendar } from './national-calendar.js';
import { at, national, wall, yes } from './spec-times.js';

type Row = [why: string, start: string, amount: number, unit: LimitUnit, due: string, yellow: string];

function check(calendar: typeof national, [, start, amount, unit, due, yellow]: Row): void {
  const found = yes(deadline(calendar, at(start), { amount, unit }));
  expect({ due: wall(found.dueAt), yellow: wall(found.yellowAt) }).toEqual({ due, yellow });
}

describe('working-day limits on the national calendar', () => {
  // October 2026: off 1–7 (Thu–Wed), make-up Sat 10. September: make-up Sun 20, off 25–27.
  // February 2026: make-up Sat 14, off 15–23, make-up Sat 28.
  const rows: Row[] = [
    ['plain week', '2026-11-23 09:00', 5, 'working-days', '2026-11-30 17:30', '2026-11-27 17:30'],
    ['first day not counted', '2026-11-24 08:30', 1, 'working-days', '2026-11-25 17:30', '2026-11-24 17:30'],
    ['over National Day', '2026-09-30 10:00', 1, 'working-days', '2026-10-08 17:30', '2026-09-30 17:30'],
    ['two days', '2026-09-30 10:00', 2, 'working-days', '2026-10-09 17:30', '2026-10-08 17:30'],
    ['make-up Saturday', '2026-09-30 10:00', 3, 'working-days', '2026-10-10 17:30', '2026-10-09 17:30'],
    ['after make-up', '2026-09-30 10:00', 4, 'working-days', '2026-10-12 17:30', '2026-10-10 17:30'],
    ['starts on a holiday', '2026-10-03 12:00', 1, 'working-days', '2026-10-08 17:30', '2026-10-08 13:45'],
    ['holiday, two days', '2026-10-03 12:00', 2, 'working-days', '2026-10-09 17:30', '2026-10-08 17:30'],
    ['make-up Sunday', '2026-09-18 17:30', 1, 'working-days', '2026-09-20 17:30', '2026-09-20 13:45'],
    ['after Sunday', '2026-09-18 17:30', 2, 'working-days', '2026-09-21 17:30', '2026-09-20 17:30'],
    ['Spring make-up', '2026-02-13 16:00', 1, 'working-days', '2026-02-14 17:30', '2026-02-13 17:30'],
    ['over Spring Festival', '2026-02-13 16:00', 2, 'working-days', '2026-02-24 17:30', '2026-02-14 17:30'],
    ['second make-up', '2026-02-13 16:00', 6, 'working-days', '2026-02-28 17:30', '2026-02-27 17:30'],
    ['after second make-up', '2026-02-13 16:00', 7, 'working-days', '2026-03-02 17:30', '2026-02-28 17:30'],
    ['midnight opens the day', '2026-11-24 00:00', 1, 'working-days', '2026-11-25 17:30', '2026-11-24 17:30'],
    ['before midnight', '2026-11-23 23:59:59.999', 1, 'working-days', '2026-11-24 17:30', '2026-11-24 13:45'],
    ['Friday evening', '2026-11-20 20:00', 1, 'working-days', '2026-11-23 17:30', '2026-11-23 13:45'],
    ['Friday closing', '2026-11-20 17:30', 1, 'working-days', '2026-11-23 17:30', '2026-11-23 13:45'],
    ['Friday before closing', '2026-11-20 17:29', 1, 'working-days', '2026-11-23 17:30', '2026-11-20 17:30'],
    ['over the turn of years', '2025-12-31 10:00', 2, 'working-days', '2026-01-05 17:30', '2026-01-04 17:30'],
    ['last known day', '2026-12-30 10:00', 1, 'working-days', '2026-12-31 17:30', '2026-12-30 17:30'],
  ];
  it.each(rows)('%s: %s + %i %s', (...row) => check(national, row));
});

describe('calendar-day limits', () => {
  const rows: Row[] = [
    [
      '60 days end in a holiday',
      '2026-08-03 09:00',
      60,
      'calendar-days',
      '2026-10-08 17:30',
      '2026-09-30 17:30',
    ],
    [
      '60 days end on a workday',
      '2026-08-10 09:00',
      60,
      'calendar-days',
      '2026-10-09 17:30',
      '2026-10-08 17:30',
    ],
    [
      'ends on a make-up day',
      '2026-09-10 23:00',
      30,
      'calendar-days',
      '2026-10-10 17:30',
      '2026-10-09 17:30',
    ],
    ['ends on a Sunday', '2026-11-20 10:00', 2, 'calendar-days', '2026-11-23 17:30', '2026-11-20 17:30'],
    ['born on Saturday', '2026-11-21 10:00', 1, 'calendar-days', '2026-11-23 17:30', '2026-11-23 13:45'],
  ];
  it.each(rows)('%s: %s + %i %s', (...row) => check(national, row));
});

describe('limits in working time', () => {
  const rows: Row[] = [
    ['ends with the slot', '2026-11-23 10:00', 2, 'working-hours', '2026-11-23 12:00', '2026-11-23 11:00'],
    [
      'slot end is not worked',
      '2026-11-23 12:00',
      2,
      'working-hours',
      '2026-11-23 15:30',
      '2026-11-23 14:30',
    ],
    ['last minute of a slot', '2026-11-23 11:59', 2, 'working-hours', '2026-11-23 15:29', '2026-11-23 14:29'],
    ['in the lunch break', '2026-11-23 12:40', 2, 'working-hours', '2026-11-23 15:30', '2026-11-23 14:30'],
    ['before the first slot', '2026-11-23 06:00', 2, 'working-hours', '2026-11-23 10:30', '2026-11-23 09:30'],
    ['at the first slot', '2026-11-23 08:30', 2, 'working-hours', '2026-11-23 10:30', '2026-11-23 09:30'],
    ['Friday closing', '2026-11-20 17:30', 2, 'working-hours', '2026-11-23 10:30', '2026-11-23 09:30'],
    ['over National Day', '2026-09-30 16:00', 2, 'working-hours', '2026-10-08 09:00', '2026-09-30 17:00'],
    [
      '30 minutes at night',
      '2026-11-23 22:00',
      30,
      'working-minutes',
      '2026-11-24 09:00',
      '2026-11-24 08:45',
    ],
    ['more than a day', '2026-11-23 08:30', 10, 'working-hours', '2026-11-24 11:00', '2026-11-23 11:00'],
    [
      'seconds are kept',
      '2026-11-23 11:59:30.000',
      1,
      'working-minutes',
      '2026-11-23 13:30:30.000',
      '2026-11-23 12:00',
    ],
  ];
  it.each(rows)('%s: %s + %i %s', (...row) => check(national, row));
});

describe('limits by the wall clock', () => {
  const rows: Row[] = [
    ['through a holiday night', '2026-10-01 23:50', 30, 'minutes', '2026-10-02 00:20', '2026-10-02 00:05'],
    ['a day', '2026-10-01 09:00', 24, 'hours', '2026-10-02 09:00', '2026-10-01 21:00'],
    ['two days', '2026-10-01 09:00', 48, 'hours', '2026-10-03 09:00', '2026-10-02 09:00'],
    ['needs no known year', '2026-12-31 23:50', 15, 'minutes', '2027-01-01 00:05', '2026-12-31 23:57:30.000'],
  ];
  it.each(rows)('%s: %s + %i %s', (...row) => check(national, row));
});

describe('a calendar with half days and a night shift', () => {
  const base = nationalCalendar(HOLIDAYS_CN);
  const own: Calendar = {
    ...base,
    id: 'half-days',
    version: 7,
    weekly: { ...base.weekly, 5: [{ from: '08:30', to: '12:00' }], 6: [{ from: '20:00', to: '24:00' }] },
    overrides: [
      ...base.overrides,
      { date: '2026-11-25', kind: 'workday', slots: [{ from: '09:00', to: '11:00' }], name: '半日' },
      { date: '2026-11-29', kind: 'workday', name: '调休' },
    ],
  };
  const calendar = compileCalendar(own);
  const rows: Row[] = [
    [
      'half Friday ends at noon',
      '2026-11-26 10:00',
      1,
      'working-days',
      '2026-11-27 12:00',
      '2026-11-26 17:30',
    ],
    [
      'Saturday night ends at 24:00',
      '2026-11-26 10:00',
      2,
      'working-days',
      '2026-11-29 00:00',
      '2026-11-27 12:00',
    ],
    [
      'make-up day works Monday hours',
      '2026-11-26 10:00',
      3,
      'working-days',
      '2026-11-29 17:30',
      '2026-11-29 00:00',
    ],
    [
      'hours over the short day',
      '2026-11-24 17:00',
      3,
      'working-hours',
      '2026-11-26 09:00',
      '2026-11-25 10:00',
    ],
  ];
  it.each(rows)('%s: %s + %i %s', (...row) => check(calendar, row));

  it('is named by the deadline', () => {
    const found = yes(deadline(calendar, at('2026-11-26 10:00'), { amount: 1, unit: 'working-days' }));
    expect(found).toMatchObject({ calendarId: 'half-days', calendarVersion: 7 });
  });
});

describe('unknown years', () => {
  const sixtyDays: Limit = { amount: 60, unit: 'calendar-days' };
  const oneDay: Limit = { amount: 1, unit: 'working-days' };
  const twoHours: Limit = { amount: 2, unit: 'working-hours' };

  it.each<[string, Limit, number]>([
    ['2026-11-22 10:00', sixtyDays, 2027],
    ['2026-12-31 10:00', oneDay, 2027],
    ['2026-12-31 16:00', twoHours, 2027],
    ['2024-12-31 10:00', oneDay, 2024],
    ['2027-01-04 10:00', oneDay, 2027],
    ['2019-05-06 10:00', oneDay, 2019],
    ['2044-05-06 10:00', twoHours, 2044],
  ])('refuses %s + %j naming %i', (start, limit, year) => {
    const facts = { year, calendar: 'national', version: 1 };
    expect(deadline(national, at(start), limit)).toEqual({
      ok: false,
      refusal: { code: 'calendar-year-unknown', facts },
    });
  });

  it.each<[string, Limit, string, number[]]>([
    ['2026-11-22 10:00', sixtyDays, '2027-01-21 17:30', [2027]],
    ['2026-12-31 16:00', twoHours, '2027-01-01 09:00', [2027]],
    ['2024-12-31 10:00', oneDay, '2025-01-02 17:30', [2024]],
    ['2026-11-23 10:00', oneDay, '2026-11-24 17:30', []],
  ])('computes %s + %j provisionally and says so', (start, limit, due, unknown) => {
    const found = yes(provisionalDeadline(national, at(start), limit));
    expect(wall(found.dueAt)).toBe(due);
    expect(found).toMatchObject({ provisional: unknown.length > 0, unknownYears: unknown });
  });

  it('has no provisional answer far away', () => {
    const far = provisionalDeadline(national, at('2026-11-22 10:00'), { amount: 4000, unit: 'working-days' });
    expect(far).toMatchObject({ ok: false, refusal: { code: 'calendar-year-unknown' } });
  });
});

describe('input that is no limit', () => {
  it.each([
    [{ amount: 0, unit: 'hours' }, 'limit.amount'],
    [{ amount: 1.5, unit: 'working-days' }, 'limit.amount'],
    [{ amount: Number.NaN, unit: 'minutes' }, 'limit.amount'],
    [{ amount: 600_000, unit: 'minutes' }, 'limit.amount'],
    [{ amount: 1, unit: 'weeks' }, 'limit.unit'],
  ])('refuses %j', (limit, field) => {
    const found = deadline(national, at('2026-11-23 10:00'), limit as Limit);
    expect(found).toMatchObject({ ok: false, refusal: { code: 'invalid-input', field } });
  });

  it('refuses a start that is no time', () => {
    const found = deadline(national, new Date(Number.NaN), { amount: 1, unit: 'hours' });
    expect(found).toMatchObject({ ok: false, refusal: { code: 'invalid-input', field: 'startedAt' } });
  });
});

import { compileCalendar } from './compiled-calendar.js';
import { provisionalDeadline } from './deadline.js';
import { HOLIDAYS_CN } from './holidays-cn.js';
import type { Limit } from './limit.js';
import { nationalCalendar } from './national-calendar.js';
import { restateClock } from './restate-clock.js';
import { at, national, wall, yes } from './spec-times.js';

/** 2027 as a plan could be: New Year Friday 1 to Sunday 3 January, Monday 4 off too, Saturday 9 worked. */
const published = compileCalendar({
  ...nationalCalendar(HOLIDAYS_CN),
  version: 2,
  knownTo: 2027,
  overrides: [
    ...nationalCalendar(HOLIDAYS_CN).overrides,
    ...['01', '04'].map((day) => ({ date: `2027-01-${day}`, kind: 'off' as const, name: '元旦' })),
    { date: '2027-01-09', kind: 'workday', name: '元旦' },
  ],
});
const restated = (limit: Limit, change: { dueAt?: string } = {}, start = '2026-12-30 10:00') => {
  const first = yes(provisionalDeadline(national, at(start), limit));
  const clock = { startedAt: at(start), originalDueAt: first.dueAt, limitAmount: limit.amount };
  const dueAt = change.dueAt === undefined ? first.dueAt : at(change.dueAt);
  const found = restateClock(national, published, {
    ...clock,
    yellowAt: first.yellowAt,
    dueAt,
    limitUnit: limit.unit,
  });
  return found && [wall(dueAt), wall(found.dueAt), wall(found.yellowAt), found.moved, found.provisional];
};

it.each<[string, Limit, unknown[]]>([
  [
    'two holidays later',
    { amount: 3, unit: 'working-days' },
    ['2027-01-04 17:30', '2027-01-06 17:30', '2027-01-05 17:30', true, false],
  ],
  [
    'the make-up Saturday gives one back',
    { amount: 8, unit: 'working-days' },
    ['2027-01-11 17:30', '2027-01-12 17:30', '2027-01-11 17:30', true, false],
  ],
  [
    'confirmed where nothing lies between',
    { amount: 1, unit: 'working-days' },
    ['2026-12-31 17:30', '2026-12-31 17:30', '2026-12-30 17:30', false, false],
  ],
  [
    'a calendar-day limit that ended on the new holiday',
    { amount: 5, unit: 'calendar-days' },
    ['2027-01-04 17:30', '2027-01-05 17:30', '2026-12-31 17:30', true, false],
  ],
  [
    'working hours run on the other side',
    { amount: 16, unit: 'working-hours' },
    ['2027-01-01 11:00', '2027-01-05 11:00', '2026-12-31 11:00', true, false],
  ],
])('%s', (_why, limit, expected) => {
  expect(restated(limit)).toEqual(expected);
});

it('keeps the days an extension granted, counted in working days', () => {
  // First promise Monday 4 January; the extension had moved it three working days to Thursday 7.
  expect(restated({ amount: 3, unit: 'working-days' }, { dueAt: '2027-01-07 17:30' })).toEqual([
    '2027-01-07 17:30',
    '2027-01-09 17:30',
    '2027-01-08 17:30',
    true,
    false,
  ]);
});

it('moves a petition extended by calendar days on only when its last day is off', () => {
  const extended = (dueAt: string) => {
    const limit = { limitAmount: 5, limitUnit: 'calendar-days', grantedIn: 'calendar-days' as const };
    const [startedAt, originalDueAt] = [at('2026-12-25 10:00'), at('2026-12-30 17:30')];
    const clock = { startedAt, originalDueAt, dueAt: at(dueAt), yellowAt: at('2026-12-29 17:30') };
    const found = restateClock(national, published, { ...clock, ...limit });
    return found && wall(found.dueAt);
  };
  expect(extended('2027-01-04 17:30')).toBe('2027-01-05 17:30');
  expect(extended('2027-01-07 17:30')).toBe('2027-01-07 17:30');
});

it('stays provisional when it reaches beyond the newly published year', () => {
  expect(restated({ amount: 280, unit: 'working-days' })?.at(-1)).toBe(true);
});

it('leaves a limit nobody can read any more alone', () => {
  const clock = { startedAt: at('2026-12-30 10:00'), originalDueAt: at('2027-01-04 17:30'), limitAmount: 3 };
  const times = { dueAt: at('2027-01-04 17:30'), yellowAt: at('2026-12-31 17:30'), limitUnit: 'fortnights' };
  expect(restateClock(national, published, { ...clock, ...times })).toBeUndefined();
});

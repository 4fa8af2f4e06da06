import type { DutyLine } from './duty-roster.js';
import { daysFrom, gapsOf, watchesOf, without } from './duty-week.js';

// 2026-03-09 is a Monday.
const WEEK = daysFrom('2026-03-09', 7);
const workday = (day: string): boolean => !['2026-03-14', '2026-03-15'].includes(day);
const aLine = (change: Partial<DutyLine> = {}): DutyLine => ({
  id: 'a',
  unitId: 'u',
  accountId: 'p',
  rank: 'first',
  fromDay: '2026-01-01',
  toDay: null,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dayKind: 'any',
  fromTime: '08:30',
  toTime: '17:30',
  writtenAt: new Date('2026-01-01T00:00:00Z'),
  ...change,
});
const local = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16);
const gaps = (lines: DutyLine[]): string[] => {
  const days = [...daysFrom('2026-03-08', 1), ...WEEK];
  return gapsOf(watchesOf(lines, days, workday), WEEK).map(({ from, to }) => `${local(from)} ${local(to)}`);
};

describe('a week of the roster', () => {
  it('has every watch on the day it begins, across midnight too', () => {
    const night = aLine({ id: 'n', fromTime: '17:30', toTime: '08:30', weekdays: [1] });
    const [one, two] = watchesOf([night, aLine({ weekdays: [1] })], WEEK, workday);
    expect([one?.line.id, two?.line.id]).toEqual(['a', 'n']);
    expect([two?.day, local(two?.from ?? new Date(0)), local(two?.to ?? new Date(0))]).toEqual([
      '2026-03-09',
      '03-09T17:30',
      '03-10T08:30',
    ]);
  });

  it.each<[string, DutyLine[], string[]]>([
    ['nobody at all: every day, whole', [], WEEK.map((day) => `${day.slice(5)}T00:00`)],
    ['day and night', [aLine({ fromTime: '00:00', toTime: '24:00' })], []],
    ['day and night in two watches', [aLine(), aLine({ fromTime: '17:30', toTime: '08:30' })], []],
    [
      'a free Sunday, with the night before it',
      [
        aLine({ fromTime: '00:00', toTime: '24:00', weekdays: [1, 2, 3, 4, 5] }),
        aLine({ weekdays: [6], fromTime: '00:00', toTime: '09:00' }),
      ],
      ['03-14T09:00', '03-15T00:00'],
    ],
    [
      'a watch that overlaps another leaves no gap between',
      [
        aLine({ fromTime: '00:00', toTime: '12:00' }),
        aLine({ fromTime: '10:00', toTime: '11:00', rank: 'second' }),
        aLine({ fromTime: '12:00', toTime: '23:00' }),
      ],
      WEEK.map((day) => `${day.slice(5)}T23:00`),
    ],
    [
      'only on workdays',
      [aLine({ dayKind: 'workday', fromTime: '00:00', toTime: '24:00' })],
      ['03-14T00:00', '03-15T00:00'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(gaps(lines).map((one) => one.slice(0, 11))).toEqual(expected);
  });

  it.each<[string, Partial<DutyLine>, string, unknown[]]>([
    [
      'a line for ever',
      {},
      '2026-03-11',
      [
        ['2026-01-01', '2026-03-10'],
        ['2026-03-12', null],
      ],
    ],
    ['its only day', { fromDay: '2026-03-11', toDay: '2026-03-11' }, '2026-03-11', []],
    ['its first day', { fromDay: '2026-03-11' }, '2026-03-11', [['2026-03-12', null]]],
    [
      'its last day',
      { toDay: '2026-03-11', fromDay: '2026-03-10' },
      '2026-03-11',
      [['2026-03-10', '2026-03-10']],
    ],
    [
      'Wednesdays of one week and a bit: no piece without a Wednesday',
      { fromDay: '2026-03-09', toDay: '2026-03-13', weekdays: [3] },
      '2026-03-11',
      [],
    ],
  ])('one day is taken out of %s', (_, change, day, expected) => {
    expect(without(aLine(change), day).map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual(expected);
  });
});

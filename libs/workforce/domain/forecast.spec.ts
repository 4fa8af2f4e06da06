import { dayKind, expectation, likeDays, median, type PastInterval } from './forecast.js';
import { weekdayOf } from './report-days.js';

const OFF = new Set(['2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05']);
const WORKED = new Set(['2026-04-26', '2026-05-09']);
const isWorkday = (day: string): boolean => (weekdayOf(day) <= 5 ? !OFF.has(day) : WORKED.has(day));

describe('what a day is expected to be like', () => {
  it.each([
    ['2026-05-06', 'usual'],
    ['2026-05-01', 'holiday'],
    ['2026-05-09', 'make-up'],
    ['2026-05-10', 'usual'],
  ])('%s is %s', (day, kind) => expect(dayKind(day, isWorkday)).toBe(kind));

  it('the same weekday of the last weeks, a holiday left out', () => {
    expect(likeDays('2026-04-27', '2026-04-24', 4, isWorkday)).toEqual([
      '2026-03-30',
      '2026-04-13',
      '2026-04-20',
    ]);
  });

  it('a holiday like Sundays that were not worked', () => {
    expect(likeDays('2026-05-01', '2026-04-30', 3, isWorkday)).toEqual(['2026-04-12', '2026-04-19']);
  });

  it('a worked Saturday like workdays', () => {
    expect(likeDays('2026-05-09', '2026-05-08', 1, isWorkday)).toEqual(['2026-05-06', '2026-05-07']);
  });

  it('never learns from the day itself or from one that is not over', () => {
    expect(likeDays('2026-03-10', '2026-03-20', 1, isWorkday)).toEqual(['2026-03-03']);
  });

  it.each([
    [[], null],
    [[4], 4],
    [[9, 1], 5],
    [[3, 100, 1], 3],
  ])('median of %j is %j', (values, expected) => expect(median(values)).toBe(expected));

  it('an interval without a call counts as nothing, one that nobody heard not at all', () => {
    const one = (offered: number, handled: number, seconds: number): PastInterval[] => [
      { minute: 540, offered, handled, handledUs: handled * seconds * 1_000_000 },
    ];
    const past = new Map([
      ['a', one(10, 8, 200)],
      ['b', one(20, 20, 100)],
      ['c', []],
      ['d', one(1, 1, 9000)],
    ]);
    const unheard = (day: string): boolean => day === 'd';
    expect(expectation(540, past, unheard)).toEqual({
      offered: 10,
      days: 3,
      handlingSeconds: expect.closeTo(3600 / 28, 6),
    });
    expect(expectation(600, past, () => false)).toMatchObject({ offered: 0, days: 4 });
    expect(expectation(600, new Map(), () => false)).toEqual({
      offered: null,
      days: 0,
      handlingSeconds: null,
    });
  });
});

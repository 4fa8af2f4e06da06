import { shanghaiDay } from '@hotline/kernel';
import { beginningOf, bucketsOf, piecesOf, quartersIn } from './interval.js';
import { mondayOf, reportDays } from './report-days.js';

const time = (text: string): Date => new Date(text);

describe('intervals', () => {
  it('of days and months begin at midnight in Shanghai', () => {
    const quarter = time('2026-03-31T16:15:00Z');
    expect(beginningOf('day', quarter)).toEqual(time('2026-04-01T00:00:00+08:00'));
    expect(beginningOf('month', quarter)).toEqual(time('2026-04-01T00:00:00+08:00'));
  });

  it('that a stretch touches: an end on the edge touches no more', () => {
    const from = time('2026-03-10T09:14:59Z');
    expect(
      quartersIn(from, time('2026-03-10T09:30:00Z')).map((one) => one.toISOString().slice(11, 16)),
    ).toEqual(['09:00', '09:15']);
    expect(quartersIn(from, from)).toHaveLength(1);
  });

  it.each([
    ['15', '2026-03-10', '2026-03-10', 96],
    ['60', '2026-03-01', '2026-03-31', 744],
    ['day', '2026-02-27', '2026-03-01', 3],
    ['month', '2025-12-15', '2026-02-01', 3],
  ] as const)('of a report: %s from %s to %s are %i lines without a hole', (step, from, to, count) => {
    const buckets = bucketsOf(step, from, to);
    expect(buckets).toHaveLength(count);
    expect(buckets.slice(1).every(({ at }, n) => at.getTime() === buckets[n]?.until.getTime())).toBe(true);
  });

  it.each([
    ['2026-03-05', '2026-03-20', ['day']],
    ['2026-03-01', '2026-03-31', ['month']],
    ['2026-01-15', '2026-04-03', ['day', 'month', 'day']],
    ['2026-01-01', '2026-12-31', ['month']],
  ])('cover whole days with as few rows as there are: %s to %s', (from, to, grains) => {
    const pieces = piecesOf(from, to);
    expect(pieces.map(({ grain }) => grain)).toEqual(grains);
    expect(shanghaiDay(pieces[0]?.from ?? time(from))).toBe(from);
    expect(pieces.slice(1).every((piece, n) => piece.from.getTime() === pieces[n]?.to.getTime())).toBe(true);
  });

  it.each([
    [{}, '30', { from: '2026-03-10', to: '2026-03-10' }],
    [{ from: '2026-03-01' }, '60', { from: '2026-03-01', to: '2026-03-10' }],
    [{ from: '2026-03-09', to: '2026-03-20' }, '60', { from: '2026-03-09', to: '2026-03-10' }],
    [{ from: '2026-03-09', to: '2026-03-01' }, '60', 'before-the-start'],
    [{ from: '2026-03-01' }, '15', 'too-long'],
    [{ from: '2026-03-11', to: '2026-03-12' }, 'day', 'not-yet'],
  ] as const)('asked for as %j by %s', (asked, step, expected) => {
    const days = reportDays(asked, '2026-03-10', step);
    expect(days.ok ? days.value : days.refusal.facts?.problem).toEqual(expected);
  });

  it.each([
    ['2026-03-09', '2026-03-09'],
    ['2026-03-15', '2026-03-09'],
  ])('of weeks begin on Monday: %s', (day, monday) => expect(mondayOf(day)).toBe(monday));
});

import { isServed, lastServedDay, servedSpan, spanAhead } from './served-days.js';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
// 2026-03-10 is a Tuesday.
const at = (time: string, day = '2026-03-10') => new Date(`${day}T${time}:00+08:00`);
const aLine = (change: object = {}) => ({
  ...{ fromDay: '2026-01-01', toDay: null, weekdays: EVERY_DAY, fromTime: '08:30', toTime: '17:30' },
  ...change,
});
const night = { fromTime: '17:30', toTime: '08:30' };
const wholeDay = { fromTime: '00:00', toTime: '24:00' };

describe('the watches that are over', () => {
  it.each([
    ['a day watch, before it begins', {}, '07:00', '2026-03-09'],
    ['while it runs', {}, '17:29', '2026-03-09'],
    ['once it is over', {}, '17:30', '2026-03-10'],
    ['a night watch of yesterday that still runs', night, '01:00', '2026-03-09'],
    ['a night watch of today', night, '23:00', '2026-03-09'],
    ['a whole day', wholeDay, '23:59', '2026-03-09'],
    ['from eight to eight', { fromTime: '08:00', toTime: '08:00' }, '09:00', '2026-03-09'],
  ])('%s', (_, change, time, day) => {
    expect(lastServedDay(aLine(change), at(time))).toBe(day);
  });

  it.each([
    ['up to yesterday', {}, { fromDay: '2026-01-01', toDay: '2026-03-09' }],
    ['up to its own end', { toDay: '2026-02-01' }, { fromDay: '2026-01-01', toDay: '2026-02-01' }],
    ['nothing of one that begins today', { fromDay: '2026-03-10' }, null],
    ['nothing of one that begins later', { fromDay: '2026-04-01' }, null],
    ['nothing where no watch has begun', { fromDay: '2026-03-09', weekdays: [2] }, null],
  ])('stay: %s', (_, change, span) => {
    expect(servedSpan(aLine(change), at('12:00'))).toEqual(span);
  });

  it.each([
    ['from today', {}, { fromDay: '2026-03-10', toDay: null }],
    ['from its own beginning', { fromDay: '2026-04-01' }, { fromDay: '2026-04-01', toDay: null }],
    ['until its own end', { toDay: '2026-03-10' }, { fromDay: '2026-03-10', toDay: '2026-03-10' }],
    ['from tomorrow where today is over', { toTime: '12:00' }, { fromDay: '2026-03-11', toDay: null }],
    ['no more', { toDay: '2026-03-09' }, null],
    ['no more today', { toDay: '2026-03-10', toTime: '12:00' }, null],
  ])('are not written again: %s', (_, change, span) => {
    expect(spanAhead(aLine(change), at('12:00'))).toEqual(span);
  });

  it('are all there is of a line that has ended', () => {
    const ended = [null, '2026-03-10', '2026-03-09'].map((toDay) => isServed(aLine({ toDay }), at('12:00')));
    expect(ended).toEqual([false, false, true]);
  });
});

import { binLabel, binPosition, busiestHour, callsPerHour, stepOf, weekdaysBetween } from './bins';

const bins = ['0', '1', '2', '3', '4', '5', '6-10', '11-15', '16-30', '31+'];

describe('durations', () => {
  it.each([
    [0, 0],
    [0.5, 0.5],
    [2.6, 2.6],
    [8.9, 6.58],
    [15.5, 7.9],
    [46, 9.5],
    [400, 10],
  ])('%p working days stand at %p', (days, position) => {
    expect(binPosition(days, bins)).toBeCloseTo(position);
  });

  it('names the bins', () => {
    expect(bins.map((bin) => binLabel(bin, '当日')).join(' ')).toBe('当日 1 2 3 4 5 6–10 11–15 16–30 >30');
  });
});

describe('calls by hour', () => {
  it('counts weekdays from Monday, both ends included', () => {
    // 2026-11-16 is a Monday, 2026-11-24 the Tuesday of the week after
    expect(weekdaysBetween('2026-11-16', '2026-11-24')).toEqual([2, 2, 1, 1, 1, 1, 1]);
    expect(weekdaysBetween('2026-11-16', '2026-11-16')).toEqual([1, 0, 0, 0, 0, 0, 0]);
  });

  it('compares hours by their mean, not by how many such days the period holds', () => {
    const occurrences = [2, 1, 0, 0, 0, 0, 0];
    const monday = { weekday: 1, hour: 9, calls: 30, answered: 27 };
    const tuesday = { weekday: 2, hour: 9, calls: 20, answered: 20 };
    expect(callsPerHour(monday, occurrences)).toBe(15);
    expect(busiestHour([monday, tuesday], occurrences)).toBe(tuesday);
    expect(busiestHour([], occurrences)).toBeNull();
    expect(callsPerHour({ ...monday, weekday: 3 }, occurrences)).toBeNull();
  });

  it.each([
    [0, 60, 0],
    [10, 60, 1],
    [60, 60, 5],
    [3, 0, 0],
  ])('%i of %i falls in step %i', (value, most, step) => {
    expect(stepOf(value, most)).toBe(step);
  });
});

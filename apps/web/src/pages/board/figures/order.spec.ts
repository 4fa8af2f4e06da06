import type { ChildNumbers } from '../../../api/contract';
import { FIRST_SORTING, ordered, pressed, sortingFrom, sortingText, type Sorting } from './order';
import { showingsOf } from './small-samples';

function child(code: string, due: number, onTime: number, median: number | null = null): ChildNumbers {
  return {
    unit: { id: code, code, name: code, level: 'province', kind: 'territorial' },
    regionCode: code,
    hasChildren: false,
    movedAway: false,
    due,
    onTime,
    onTimeRate: null,
    previousOnTimeRate: null,
    dueExtended: due,
    onTimeExtended: onTime,
    onTimeExtendedRate: null,
    offered: due,
    answered: due,
    connectionRate: null,
    ratings: 0,
    satisfied: 0,
    satisfactionRate: null,
    openOverdue: due - onTime,
    medianWorkingDays: median,
  };
}

const rows = [
  child('51', 100, 95, 3),
  child('53', 100, 84),
  child('54', 7, 6),
  child('63', 50, 40, 1),
  child('81', 0, 0),
];
const showings = showingsOf(
  rows.map((row) => row.due),
  true,
);
const shown = rows.map((row, index) => ({ child: row, showing: showings[index] ?? 'none' }));
const codes = (sorting: Sorting): string =>
  ordered(shown, sorting)
    .map((row) => row.child.unit.code)
    .join(' ');

describe('the order of units', () => {
  it.each([
    ['lowest rate first, small and empty units last', 'on-time', '63 53 51 54 81'],
    ['highest rate first, small units still last', '-on-time', '51 53 63 54 81'],
    ['most due first, ties by code', '-due', '51 53 63 54 81'],
    ['missing medians last', 'median', '63 51 53 54 81'],
    ['missing medians last, downwards too', '-median', '51 63 53 54 81'],
  ])('%s', (_case, sort, expected) => {
    expect(codes(sortingFrom(sort))).toBe(expected);
  });
});

describe('the sort parameter', () => {
  it.each([
    [null, 'on-time'],
    ['nonsense', 'on-time'],
    ['-due', '-due'],
    ['median', 'median'],
  ])('%p reads as %s', (text, written) => {
    expect(sortingText(sortingFrom(text))).toBe(written);
  });

  it('turns when pressed twice and starts counts from above', () => {
    expect(sortingText(pressed('due', FIRST_SORTING))).toBe('-due');
    expect(sortingText(pressed('on-time', FIRST_SORTING))).toBe('-on-time');
    expect(sortingText(pressed('connection', FIRST_SORTING))).toBe('connection');
  });
});

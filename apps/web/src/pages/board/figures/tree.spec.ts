import type { ChildNumbers } from '../../../api/contract';
import { FIRST_SORTING } from './order';
import { reachOf, shownGroup, treeRows, type Tree } from './tree';

function unit(code: string, due: number, onTime: number, hasChildren = false): ChildNumbers {
  return {
    unit: { id: code, code, name: code, level: 'city', kind: 'territorial' },
    regionCode: null,
    hasChildren,
    movedAway: false,
    due,
    onTime,
    onTimeRate: null,
    previousOnTimeRate: null,
    dueExtended: due,
    onTimeExtended: onTime,
    onTimeExtendedRate: null,
    offered: 0,
    answered: 0,
    connectionRate: null,
    ratings: 0,
    satisfied: 0,
    satisfactionRate: null,
    openOverdue: 0,
    medianWorkingDays: null,
  };
}

const top = [unit('51', 100, 90, true), unit('53', 100, 80, true)];
const below: Record<string, ChildNumbers[]> = {
  '53': [unit('5301', 60, 57), unit('5325', 3, 1), unit('5333', 37, 22)],
};

function rowsOf(opened: string[], handles = false): string[] {
  const tree: Tree = { top, opened, below: (unitId) => below[unitId], sorting: FIRST_SORTING, handles };
  return treeRows(tree).map((row) => `${row.depth} ${row.child.unit.code} ${row.showing}`);
}

describe('the tree of units', () => {
  it('shows the top only while nothing is opened', () => {
    expect(rowsOf([])).toEqual(['0 53 rate', '0 51 rate']);
  });

  it('puts an opened unit’s children under it, in order, and guards each group by itself', () => {
    expect(rowsOf(['53'])).toEqual([
      '0 53 rate',
      '1 5301 rate',
      '1 5333 withheld',
      '1 5325 few',
      '0 51 rate',
    ]);
  });

  it('shows every count to those who handle the tickets', () => {
    expect(rowsOf(['53'], true)).toEqual([
      '0 53 rate',
      '1 5333 rate',
      '1 5301 rate',
      '1 5325 counts',
      '0 51 rate',
    ]);
  });

  it('waits with an opened unit whose children have not come', () => {
    expect(rowsOf(['51'])).toEqual(['0 53 rate', '0 51 rate']);
  });

  it('lets the farthest ranked unit fill the bar, and nothing less than five points', () => {
    expect(reachOf(shownGroup(top, false), 90)).toBeCloseTo(10);
    expect(reachOf(shownGroup([unit('51', 100, 91)], false), 90)).toBe(5);
  });
});

import type { ChildNumbers, NumbersView } from '../../../api/contract';
import { ordered, type Shown, type Sorting } from './order';
import { showingsOf } from './small-samples';

export interface TreeRow extends Shown {
  depth: number;
  open: boolean;
}

/** Children of one unit with how each may be shown: the group hides together, because its total stands above it. */
export function shownGroup(children: readonly ChildNumbers[], handles: boolean): Shown[] {
  const showings = showingsOf(
    children.map((child) => child.due),
    handles,
  );
  return children.map((child, index) => ({ child, showing: showings[index] ?? 'none' }));
}

export interface Tree {
  top: readonly ChildNumbers[];
  opened: readonly string[];
  below: (unitId: string) => readonly ChildNumbers[] | undefined;
  sorting: Sorting;
  handles: boolean;
}

/** The rows on screen from top to bottom: every group in the asked order, an opened unit followed by its children. */
export function treeRows(tree: Tree, group = tree.top, depth = 0): TreeRow[] {
  return ordered(shownGroup(group, tree.handles), tree.sorting).flatMap((shown) => {
    const unitId = shown.child.unit.id;
    const open = shown.child.hasChildren && tree.opened.includes(unitId);
    const row: TreeRow = { ...shown, depth, open };
    const children = open ? tree.below(unitId) : undefined;
    return children ? [row, ...treeRows(tree, children, depth + 1)] : [row];
  });
}

/** Distance in points that fills half an in-cell bar: the farthest ranked unit, at least five so that small differences look small. */
export function reachOf(rows: readonly Shown[], target: number): number {
  const distances = rows
    .filter((row) => row.showing === 'rate')
    .map((row) => Math.abs((row.child.onTime / row.child.due) * 100 - target));
  return Math.max(5, ...distances);
}

/** The unit of the board itself as a row of the same shape: the line above its children. */
export function totalRow(view: NumbersView): ChildNumbers {
  const of = (
    metric: string,
  ): { numerator: number; denominator: number; rate: number | null; before: number | null } => {
    const number = view.numbers.find((each) => each.metric === metric);
    if (!number) return { numerator: 0, denominator: 0, rate: null, before: null };
    return {
      numerator: number.numerator,
      denominator: number.denominator,
      rate: number.rate,
      before: number.previous.rate,
    };
  };
  const onTime = of('on-time');
  const extended = of('on-time-extended');
  const connection = of('connection');
  const satisfaction = of('worker-satisfaction');
  return {
    unit: view.unit,
    regionCode: null,
    hasChildren: false,
    movedAway: false,
    due: onTime.denominator,
    onTime: onTime.numerator,
    onTimeRate: onTime.rate,
    previousOnTimeRate: onTime.before,
    dueExtended: extended.denominator,
    onTimeExtended: extended.numerator,
    onTimeExtendedRate: extended.rate,
    offered: connection.denominator,
    answered: connection.numerator,
    connectionRate: connection.rate,
    ratings: satisfaction.denominator,
    satisfied: satisfaction.numerator,
    satisfactionRate: satisfaction.rate,
    openOverdue: view.openOverdue,
    medianWorkingDays: view.medianWorkingDays,
  };
}

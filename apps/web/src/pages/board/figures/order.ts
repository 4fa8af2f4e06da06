import type { ChildNumbers } from '../../../api/contract';
import { percentOf } from './rate';
import { isRanked, type Showing } from './small-samples';

export const COLUMNS = ['due', 'on-time', 'connection', 'satisfaction', 'overdue', 'median'] as const;
export type Column = (typeof COLUMNS)[number];
export interface Sorting {
  column: Column;
  ascending: boolean;
}

/** Lowest on-time rate first: the board asks who needs help. */
export const FIRST_SORTING: Sorting = { column: 'on-time', ascending: true };

/** `sort=on-time` ascending, `sort=-due` descending. */
export function sortingFrom(text: string | null): Sorting {
  const name = (text ?? '').replace(/^-/, '') as Column;
  if (!COLUMNS.includes(name)) return FIRST_SORTING;
  return { column: name, ascending: !text?.startsWith('-') };
}

export function sortingText(sorting: Sorting): string {
  return sorting.ascending ? sorting.column : `-${sorting.column}`;
}

/** A rate is looked for from below, a count from above; a second press turns the order. */
export function pressed(column: Column, current: Sorting): Sorting {
  if (current.column === column) return { column, ascending: !current.ascending };
  return { column, ascending: column === 'on-time' || column === 'connection' || column === 'satisfaction' };
}

const VALUES: Record<Column, (child: ChildNumbers) => number | null> = {
  due: (child) => child.due,
  'on-time': (child) => percentOf(child.onTime, child.due),
  connection: (child) => percentOf(child.answered, child.offered),
  satisfaction: (child) => percentOf(child.satisfied, child.ratings),
  overdue: (child) => child.openOverdue,
  median: (child) => child.medianWorkingDays,
};

export interface Shown {
  child: ChildNumbers;
  showing: Showing;
}

/** Ranked units in the asked order, then the small ones by count, then those with nothing due; ties by code. */
export function ordered(rows: readonly Shown[], sorting: Sorting): Shown[] {
  const turn = sorting.ascending ? 1 : -1;
  return [...rows].sort((one, other) => {
    const ranked = Number(isRanked(other.showing)) - Number(isRanked(one.showing));
    if (ranked !== 0) return ranked;
    const byCode = one.child.unit.code < other.child.unit.code ? -1 : 1;
    if (!isRanked(one.showing)) return other.child.due - one.child.due || byCode;
    return (
      turn * compared(VALUES[sorting.column](one.child), VALUES[sorting.column](other.child), turn) || byCode
    );
  });
}

/** Missing values stand last in either direction. */
function compared(one: number | null, other: number | null, turn: number): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? turn : -turn;
  return one - other;
}

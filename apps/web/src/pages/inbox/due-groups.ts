import type { TicketRow } from '../../api/contract';
import { dayText } from '../../parts/time';

export const DUE_GROUPS = ['overdue', 'today', 'one-day', 'three-days', 'later', 'no-clock'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

export type ListItem =
  | { kind: 'group'; group: DueGroup; count: number; open: boolean }
  | { kind: 'row'; row: TicketRow; position: number };

/** Which heading a row stands under: read from the working time left, which the server has counted. */
export function dueGroup(row: Pick<TicketRow, 'remaining' | 'nextDueAt'>, now: number): DueGroup {
  const { remaining, nextDueAt } = row;
  if (!remaining || !nextDueAt) return 'no-clock';
  if (remaining.overdue) return 'overdue';
  if (dayText(nextDueAt) === dayText(now)) return 'today';
  if (remaining.workingDays <= 1) return 'one-day';
  return remaining.workingDays <= 3 ? 'three-days' : 'later';
}

/** Rows with their headings, in the order of the list; a closed group keeps its heading and count. */
export function withGroups(rows: TicketRow[], closed: ReadonlySet<DueGroup>, now: number): ListItem[] {
  const members = new Map<DueGroup, TicketRow[]>();
  for (const row of rows) {
    const group = dueGroup(row, now);
    const own = members.get(group);
    if (own) own.push(row);
    else members.set(group, [row]);
  }
  const items: ListItem[] = [];
  let position = 0;
  for (const group of DUE_GROUPS) {
    const own = members.get(group);
    if (!own) continue;
    const open = !closed.has(group);
    items.push({ kind: 'group', group, count: own.length, open });
    if (open) for (const row of own) items.push({ kind: 'row', row, position: position++ });
  }
  return items;
}

export function withoutGroups(rows: TicketRow[]): ListItem[] {
  return rows.map((row, position) => ({ kind: 'row', row, position }));
}

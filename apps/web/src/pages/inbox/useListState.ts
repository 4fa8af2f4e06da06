import { useMemo, useState } from 'react';
import type { TicketRow } from '../../api/contract';
import { withGroups, withoutGroups, type DueGroup, type ListItem } from './due-groups';

export interface ListState {
  items: ListItem[];
  shown: TicketRow[]; // rows of open groups, in order
  active: TicketRow | null;
  selected: ReadonlySet<string>;
  chosen: TicketRow[];
  activate: (id: string) => void;
  move: (by: number) => void;
  toggle: (id: string, range?: boolean) => void;
  toggleAll: () => void;
  clear: () => void;
  fold: (group: DueGroup) => void;
}

function flipped<T>(set: ReadonlySet<T>, item: T): Set<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

/** What is active, selected and folded. Kept by ticket id, so that a live patch or a new page moves nothing. */
export function useListState(rows: TicketRow[], grouped: boolean): ListState {
  const [activeId, setActiveId] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [closed, setClosed] = useState<ReadonlySet<DueGroup>>(new Set());
  const items = useMemo(
    () => (grouped ? withGroups(rows, closed, Date.now()) : withoutGroups(rows)),
    [rows, closed, grouped],
  );
  const shown = useMemo(() => items.flatMap((item) => (item.kind === 'row' ? [item.row] : [])), [items]);
  const at = shown.findIndex((row) => row.id === activeId);

  const move = (by: number) => {
    const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next) setActiveId(next.id);
  };
  const toggle = (id: string, range = false) => {
    const to = shown.findIndex((row) => row.id === id);
    if (!range || at < 0) {
      setSelected((old) => flipped(old, id));
    } else {
      const between = shown.slice(Math.min(at, to), Math.max(at, to) + 1);
      setSelected((old) => new Set([...old, ...between.map((row) => row.id)]));
    }
    setActiveId(id);
  };
  return {
    items,
    shown,
    active: shown[at] ?? null,
    selected,
    chosen: rows.filter((row) => selected.has(row.id)),
    activate: setActiveId,
    move,
    toggle,
    toggleAll: () =>
      setSelected((old) => (old.size >= shown.length ? new Set() : new Set(shown.map((row) => row.id)))),
    clear: () => setSelected(new Set()),
    fold: (group) => setClosed((old) => flipped(old, group)),
  };
}

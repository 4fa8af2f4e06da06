import { App } from 'antd';
import { useState } from 'react';
import { ProblemError } from '../../api/client';
import type { ShiftWeek, WrittenShift } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { useServerDraft } from '../../parts';
import { cellKey, type Cells, cellText, readCells } from './cells';
import { useWriteWeek } from './useShifts';

interface Typed {
  monday: string;
  cells: Record<string, string>;
}

/** What is typed into a week and not saved: kept on the server, and kept when somebody else saved first. */
export function useWeekDraft(unitId: string, monday: string) {
  const t = useTexts('shifts');
  const { message } = App.useApp();
  const draft = useServerDraft<Typed>('shift-week', unitId, { monday: '', cells: {} });
  const writing = useWriteWeek(unitId, monday);
  const [stale, setStale] = useState(false);
  const own = draft.body.monday === monday;
  const cells: Cells = own ? draft.body.cells : {};
  const change = (next: Cells): void =>
    draft.setBody((old) => ({ monday, cells: { ...(old.monday === monday ? old.cells : {}), ...next } }));
  const fill = (shifts: readonly WrittenShift[]): void => {
    const found = new Map<string, WrittenShift[]>();
    for (const shift of shifts) {
      const key = cellKey(shift.accountId, shift.day);
      found.set(key, [...(found.get(key) ?? []), shift]);
    }
    change(Object.fromEntries([...found].map(([key, of]) => [key, cellText(of)])));
  };
  const discard = async (): Promise<void> => {
    await draft.discard();
    setStale(false);
  };
  const save = async (week: ShiftWeek): Promise<void> => {
    try {
      await writing.mutateAsync({ basedOn: week.version, shifts: readCells(week, cells).shifts });
      await discard();
      void message.success(t('saved'));
    } catch (error) {
      const conflict = error instanceof ProblemError && error.problem.code === 'stale-version';
      setStale(conflict);
      if (!conflict) void message.error(error instanceof Error ? error.message : String(error));
    }
  };
  const elsewhere = !own && Object.keys(draft.body.cells).length > 0 ? draft.body.monday : null;
  return {
    cells,
    change,
    fill,
    save,
    discard,
    stale,
    elsewhere,
    saving: writing.isPending,
    status: draft.status,
  };
}

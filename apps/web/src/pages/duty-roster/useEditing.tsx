import { App, Button } from 'antd';
import { useState } from 'react';
import { ProblemError } from '../../api/client';
import type { DutyWatch } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { plusDays } from '../../parts';
import { editorOf, movedTo, removalOf, undoOf, type WatchForm } from './changes';
import { useLines, useRosterChange } from './useRoster';

/** A line is never changed in place: one that is gone was changed by somebody faster. */
export const isGone = (error: Error | null): boolean => error instanceof ProblemError && error.status === 404;

/** The watch that is being edited, and the two changes that need no editor: a day on, and off. */
export function useEditing(unitId: string) {
  const t = useTexts('roster');
  const { message } = App.useApp();
  const [form, edit] = useState<WatchForm | null>(null);
  const lines = useLines(unitId);
  const change = useRosterChange(unitId);
  const formOf = (watch: DutyWatch, day: string): WatchForm | null => {
    const line = lines.data?.lines.find(({ id }) => id === watch.lineId);
    return line ? editorOf(watch, day, line) : null;
  };
  const failed = (error: Error): void => {
    void message.warning(isGone(error) ? t('gone') : error.message);
  };
  const sayRemoved = (gone: WatchForm): void => {
    const key = `removed ${gone.lineId} ${gone.origin}`;
    const undo = (): void => {
      message.destroy(key);
      change.mutate(undoOf(gone), { onError: failed });
    };
    void message.open({
      key,
      duration: 10,
      type: 'success',
      content: (
        <>
          {t(`removed.${gone.scope}`, { name: gone.name, day: gone.day })}{' '}
          <Button size="small" onClick={undo}>
            {t('undo')}
          </Button>
        </>
      ),
    });
  };
  const remove = (watch: DutyWatch, day: string): void => {
    const gone = formOf(watch, day);
    if (gone) change.mutate(removalOf(gone), { onSuccess: () => sayRemoved(gone), onError: failed });
  };
  const move = (watch: DutyWatch, day: string, by: 1 | -1): void => {
    const from = formOf(watch, day);
    const to = plusDays(day, by);
    if (!from) return;
    change.mutate(movedTo(from, to), {
      onSuccess: () => void message.success(t('moved', { day: to })),
      onError: failed,
    });
  };
  const done = (what: 'saved' | 'removed', gone: WatchForm): void => {
    edit(null);
    if (what === 'saved') void message.success(t('saved'));
    // The form may have been changed before it was taken off: what was on the roster comes back.
    else sayRemoved(form ? { ...form, scope: gone.scope } : gone);
  };
  const openWatch = (watch: DutyWatch, day: string): void => edit(formOf(watch, day));
  return { form, edit, close: () => edit(null), openWatch, move, remove, done };
}

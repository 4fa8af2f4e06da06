import { Progress } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { useRecomputation } from './useCalendars';

/** The work a newly published year started: how far it is, then what it did. */
export function RecomputationStrip({ id }: { id: string }): ReactElement | null {
  const t = useTexts('calendars');
  const client = useQueryClient();
  const { data } = useRecomputation(id);
  const ended = data?.finishedAt;
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ['provisional-clocks'] });
  }, [ended, client]);
  if (!data) return null;
  const { done, total, moved, confirmed, calendarVersion: version, finishedAt } = data;
  if (finishedAt) {
    return (
      <p className="admin-note">{t('recompute.done', { version, total: total ?? 0, moved, confirmed })}</p>
    );
  }
  return (
    <div className="recompute" role="status">
      <span>{total === null ? t('recompute.counting') : t('recompute.running', { done, total })}</span>
      <Progress percent={total ? Math.floor((done / total) * 100) : 0} size="small" showInfo={false} />
    </div>
  );
}

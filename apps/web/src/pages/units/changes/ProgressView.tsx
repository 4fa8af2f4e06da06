import { Progress } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import type { UnitChange } from '../../../api/contract';
import { TimeText } from '../../../parts';

const seconds = (from: string, to: string): string =>
  `${((Date.parse(to) - Date.parse(from)) / 1_000).toFixed(1)} s`;

/** How far a started change has come, and what it did once it is done. */
export function ProgressView({ change }: { change: UnitChange }): ReactElement | null {
  const t = useTexts('unitChanges');
  const { progress, state, effectiveAt, startedAt, finishedAt } = change;
  if (startedAt === null || state === 'cancelled') return null;
  const { tickets: total, ticketsDone: done, handedOver } = progress;
  const share = state === 'done' ? 100 : total === 0 ? 0 : Math.min(99, Math.round((100 * done) / total));
  return (
    <section aria-label={t('progress')}>
      <h3>{t('progress')}</h3>
      <Progress
        percent={share}
        status={state === 'failed' ? 'exception' : state === 'done' ? 'success' : 'active'}
      />
      <p aria-live="polite">
        {progress.phase && <strong>{t(`phase.${progress.phase}`)}</strong>}
        {total > 0 && <> · {t('rewritten', { done: Math.min(done, total), total })}</>}
        {handedOver > 0 && <> · {t('handedOver', { count: handedOver })}</>}
        {finishedAt !== null && <> · {t('took', { time: seconds(startedAt, finishedAt) })}</>}
      </p>
      {effectiveAt !== null && (
        <p className="admin-note">
          {t('switched')} <TimeText at={effectiveAt} />
          {state === 'running' && <> · {t('forward')}</>}
        </p>
      )}
      {progress.rows.length > 0 && (
        <p className="admin-note">
          {progress.rows.map(({ table, rows }) => t('rows', { table, count: rows })).join(' · ')}
        </p>
      )}
    </section>
  );
}

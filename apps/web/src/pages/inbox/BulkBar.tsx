import { Button } from 'antd';
import type { TicketRow } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon, Kbd } from '../../parts';
import { waitsForSign, type BulkSign } from './useBulkSign';

interface BulkBarProps {
  selected: TicketRow[];
  bulk: BulkSign;
  rows: TicketRow[];
  onCancel: () => void;
  onSign: (rows: TicketRow[]) => void;
}

/** Docked under the list, never over a row: what is chosen, what will happen, and afterwards what did. */
export function BulkBar({ selected, bulk, rows, onCancel, onSign }: BulkBarProps) {
  const t = useTexts('inbox');
  const all = [...bulk.outcomes.values()];
  const done = all.filter((outcome) => outcome.phase === 'done').length;
  const failed = rows.filter((row) => bulk.outcomes.get(row.id)?.phase === 'failed');
  const waiting = selected.filter(waitsForSign);
  if (selected.length === 0 && all.length === 0) return null;
  if (selected.length === 0 || bulk.running) {
    return (
      <div className="bulk-bar" role="status">
        {bulk.running ? (
          <strong>{t('signing', { done, all: all.length })}</strong>
        ) : (
          <>
            {done > 0 && (
              <span className="bulk-done">
                <Icon name="check" /> {t('outcome', { done })}
              </span>
            )}
            {failed.length > 0 && (
              <span className="bulk-failed">
                <Icon name="alert" /> {t('outcomeFailed', { failed: failed.length })}
              </span>
            )}
            <span className="bulk-space" />
            {failed.some(waitsForSign) && (
              <Button onClick={() => onSign(failed)}>{t('retryFailed', { count: failed.length })}</Button>
            )}
            <Button onClick={bulk.dismiss}>
              {t('dismiss')} <Kbd keys="escape" />
            </Button>
          </>
        )}
      </div>
    );
  }
  const skipped = selected.length - waiting.length;
  return (
    <div className="bulk-bar" role="region" aria-label={t('selected', { count: selected.length })}>
      <strong>{t('selected', { count: selected.length })}</strong>
      {skipped > 0 && <small>{t('skip', { count: skipped })}</small>}
      <Button type="text" onClick={onCancel}>
        {t('cancel')} <Kbd keys="escape" />
      </Button>
      <span className="bulk-space" />
      <Button type="primary" disabled={waiting.length === 0} onClick={() => onSign(waiting)}>
        {t('sign', { count: waiting.length })} <Kbd keys="q" />
      </Button>
    </div>
  );
}

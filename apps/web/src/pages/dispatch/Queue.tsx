import { Button } from 'antd';
import { useEffect } from 'react';
import type { QueueReason, TicketRow, ViewCounts } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import type { useTicketRows } from '../inbox/query';
import { QueueRow } from './QueueRow';

interface QueueProps {
  list: ReturnType<typeof useTicketRows>;
  rows: TicketRow[];
  counts: ViewCounts | undefined;
  reason: QueueReason | null;
  chosenId: string | null;
  onReason: (reason: QueueReason | null) => void;
  onChoose: (id: string) => void;
}

/** Tickets that no rule could send, by the dispatch clock; tabs are the reasons why. */
export function Queue({ list, rows, counts, reason, chosenId, onReason, onChoose }: QueueProps) {
  const t = useTexts('dispatch');
  const total = counts?.views['unclear'];
  const waiting = Object.entries(counts?.queueReasons ?? {}).filter(([, count]) => count > 0);
  // The server names the reasons, so that a new one needs no change here; the chosen one stays when it runs empty.
  const tabs = [...new Set([...waiting.map(([name]) => name as QueueReason), ...(reason ? [reason] : [])])];
  useEffect(() => {
    if (chosenId) document.getElementById(`queue-${chosenId}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  return (
    <section className="queue" data-region aria-label={t('queue')}>
      <header>
        <h2>
          {t('queue')} <span>{total?.count ?? rows.length}</span>
        </h2>
        {counts && <small>{t('auto', { count: counts.dispatchedToday })}</small>}
      </header>
      <div className="queue-tabs" role="group" aria-label={t('tabs')}>
        <button type="button" aria-pressed={reason === null} onClick={() => onReason(null)}>
          {t('all')}
        </button>
        {tabs.map((name) => (
          <button key={name} type="button" aria-pressed={reason === name} onClick={() => onReason(name)}>
            {t(`reason.${name}`)} {counts?.queueReasons[name] ?? 0}
          </button>
        ))}
      </div>
      {list.isPending && <Skeletons rows={8} height={68} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} small />}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState icon="check" title={reason ? t('emptyReason') : t('empty')}>
          {reason && <Button onClick={() => onReason(null)}>{t('clear')}</Button>}
        </EmptyState>
      )}
      <ul className="queue-list" data-region-start>
        {rows.map((row) => (
          <QueueRow key={row.id} row={row} chosen={row.id === chosenId} onChoose={onChoose} />
        ))}
        {list.hasNextPage && (
          <li className="queue-more">
            <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('more')}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

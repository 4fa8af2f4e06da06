import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { send } from '../../api/client';
import { useTexts } from '../../app/i18n';
import { useIsPhone } from '../../app/ground';
import { CallNumber } from '../../calls/CallNumber';
import { ExportButton } from '../../exports/ExportButton';
import { EmptyState, ErrorState, momentText, Sheet, Skeletons, useFocusBack } from '../../parts';
import { countText } from '../board/figures/rate';
import { lengthText } from './format';
import { type CallResult, type RowsOf, rowsQuery } from './rows-of';
import { useReportedCalls } from './useReports';

const RESULTS: readonly CallResult[] = [
  'all',
  'answered',
  'abandoned',
  'short-abandoned',
  'limit',
  'key',
  'refused-full',
  'refused-empty',
  'left-empty',
  'rung-out',
  'rejected',
  'transferred',
  'held',
  'unknown',
  'left-ivr',
  'closed',
  'dialled',
];

interface Props {
  of: RowsOf;
  onClose: () => void;
}

/** The calls behind a number, newest first, with numbers masked. */
export function RowsDrawer({ of, onClose }: Props): ReactElement {
  const t = useTexts('callReports');
  const phone = useIsPhone();
  useFocusBack();
  const [result, setResult] = useState(of.result);
  const asked = { ...of, result };
  const rows = useReportedCalls(rowsQuery(asked));
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Sheet open size={phone ? '100%' : 720} title={`${t('rows')} · ${of.subject}`} onClose={onClose}>
      <div className="rows-tools">
        <Select
          aria-label={t('result')}
          value={result}
          options={RESULTS.map((value) => ({ value, label: t(`results.${value}`) }))}
          onChange={setResult}
        />
        {result === of.result && <span className="quiet">{countText(of.count)}</span>}
        <span className="admin-space" />
        <ExportButton
          choices={[
            {
              key: 'rows',
              order: (wish) => send('POST', '/call-reports/rows/exports', { ...rowsQuery(asked), ...wish }),
            },
          ]}
        />
      </div>
      {rows.isPending && <Skeletons rows={8} height={48} />}
      {rows.isError && <ErrorState small error={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.isSuccess && items.length === 0 && <EmptyState icon="phone" title={t('noRows')} />}
      <ul className="call-rows">
        {items.map((row) => (
          <li key={`${row.id} ${row.at}`}>
            <span className="call-when">{momentText(row.at)}</span>
            <CallNumber
              callId={row.callId}
              masked={row.masked ?? t('withheld')}
              revealable={row.revealable}
            />
            <span className={`call-end is-${row.outcome}`}>{t(`outcomes.${row.outcome}`)}</span>
            <span className="call-facts">
              {[row.sourceName, row.queue, row.agentName].filter(Boolean).join(' · ')}
            </span>
            <span className="call-lengths">
              {row.waitMs !== null && `${t('row.wait')} ${lengthText(row.waitMs)}`}
              {row.talkMs !== null && `　${t('row.talk')} ${lengthText(row.talkMs)}`}
            </span>
          </li>
        ))}
      </ul>
      {rows.hasNextPage && (
        <Button type="link" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Sheet>
  );
}

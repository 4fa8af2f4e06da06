import { Button } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import { send } from '../../api/client';
import { useTexts } from '../../app/i18n';
import { CallNumber } from '../../calls/CallNumber';
import { ExportButton } from '../../exports/ExportButton';
import {
  EmptyState,
  ErrorState,
  Icon,
  MoreRows,
  Skeletons,
  TimeText,
  UnitName,
  useFocusBack,
} from '../../parts';
import type { FigureAddress, Picked } from './address';
import { useCountedCalls } from './useCallFigures';
import { waitWords } from './words';

/** The calls behind a figure, newest first. */
export function CallsTable({ address }: { address: FigureAddress }): ReactElement | null {
  const { picked } = address;
  return picked && <Counted key={Object.values(picked).join(' ')} address={address} picked={picked} />;
}

/** Below the figures, so it comes into view and takes the focus, which its link has again afterwards. */
function Counted({ address, picked }: { address: FigureAddress; picked: Picked }): ReactElement {
  const t = useTexts('callFigures');
  const { asked, change } = address;
  const query = useCountedCalls(asked, picked);
  const section = useRef<HTMLElement>(null);
  useFocusBack();
  useEffect(() => section.current?.focus(), []);
  const calls = query.data?.pages.flatMap((page) => page.items) ?? [];
  const title = `${t(`kinds.${picked.kind}`)} · ${t(picked.column ? `columns.${picked.column}` : `sides.${picked.side}`)}`;
  const close = (): void => change({ kind: undefined, side: undefined, column: undefined });
  return (
    <section className="admin-panel figure-calls" aria-label={title} tabIndex={0} ref={section}>
      <header>
        <h2>{title}</h2>
        <ExportButton
          choices={[
            {
              key: 'rows',
              order: (wish) => send('POST', '/call-figures/rows/exports', { ...asked, ...picked, ...wish }),
            },
          ]}
        />
        <Button type="text" icon={<Icon name="close" />} aria-label={t('close')} onClick={close} />
      </header>
      {query.isPending && <Skeletons rows={6} height={42} />}
      {query.isError && <ErrorState small error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && calls.length === 0 && <EmptyState title={t('none')} />}
      {calls.length > 0 && (
        <table className="admin-table">
          <thead>
            <tr>
              {['at', 'caller', 'ended', 'wait', 'queue', 'agent', 'unit'].map((name) => (
                <th key={name} scope="col" className={name === 'wait' ? 'num' : undefined}>
                  {t(`table.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <tr key={call.id}>
                <td>
                  <TimeText at={call.at} />
                </td>
                <td>
                  <CallNumber
                    callId={call.callId}
                    masked={call.withheld ? t('withheld') : (call.masked ?? '—')}
                    revealable={call.revealable}
                  />
                </td>
                <td>
                  {t(`columns.${call.column}`)}
                  {call.provisional && <small className="quiet"> {t('uncertain')}</small>}
                </td>
                <td className="num">{waitWords(call.waitMs)}</td>
                <td>{call.queue ?? '—'}</td>
                <td>{call.agent ?? '—'}</td>
                <td>{call.unit ? <UnitName unit={call.unit} /> : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MoreRows query={query} />
    </section>
  );
}

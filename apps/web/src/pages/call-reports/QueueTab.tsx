import { useMemo, useState, type ReactElement } from 'react';
import type { QueueLine, QueueReport, ReportQueue } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import { addDays } from '../board/figures/period';
import { countText } from '../board/figures/rate';
import { QueueCards } from './Cards';
import { type Column, FigureTable } from './FigureTable';
import { lineText } from './format';
import { gapsOf, spanOf } from './gap-span';
import { GapNote } from './GapNote';
import { LoadChart } from './LoadChart';
import { queueColumns } from './queue-columns';
import { type CallResult, type RowsOf } from './rows-of';
import { RowsDrawer } from './RowsDrawer';
import type { ReportAddress } from './useReportAddress';
import { useQueueReport } from './useReports';

const start = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();
const queueName = (
  t: ReturnType<typeof useTexts>,
  queue: Pick<ReportQueue, 'sourceName' | 'queue'>,
): string => t('queueOf', { line: queue.sourceName, queue: queue.queue || t('noQueue') });

interface Opened {
  open: (rows: Omit<RowsOf, 'unitId'>) => void;
}

function Lines({
  report,
  address,
  open,
}: { report: QueueReport; address: ReportAddress } & Opened): ReactElement {
  const t = useTexts('callReports');
  const oneDay = report.from === report.to;
  const nameOf = (line: QueueLine): string => lineText(line.at, report.step, oneDay);
  const rowsOf = (line: QueueLine, result: CallResult, count: number): void =>
    open({
      since: line.at,
      until: line.until,
      result,
      count,
      sourceId: address.sourceId,
      queue: address.queue,
      subject: nameOf(line),
    });
  const columns: Column<QueueLine>[] = [
    { key: 'time', head: t('time'), cell: nameOf },
    ...queueColumns<QueueLine>(t, (line, result, count) => (
      <Opening count={count} onOpen={() => rowsOf(line, result, count)} />
    )),
  ];
  return (
    <>
      <LoadChart
        of="asked"
        title={t('load')}
        note={t('loadNote', { asked: countText(report.total.asked), count: report.lines.length })}
        span={spanOf(report)}
        gaps={gapsOf(report.gaps)}
        lines={report.lines.map((line) => ({
          key: line.at,
          label: nameOf(line),
          asked: line.figures.asked,
          answered: line.figures.answered,
          unseenSeconds: line.unseenSeconds,
        }))}
        onPick={(index) => {
          const line = report.lines[index];
          if (line) rowsOf(line, 'all', line.figures.asked);
        }}
      />
      <h2>{t('lines')}</h2>
      <FigureTable
        caption={t('lines')}
        columns={columns}
        rows={report.lines.filter(
          ({ figures, unseenSeconds }) => figures.arrived + figures.asked + unseenSeconds > 0,
        )}
        keyOf={(line) => line.at}
        mark={(line) => (line.unseenSeconds > 0 ? 'is-unseen' : undefined)}
      />
    </>
  );
}

export function Opening({ count, onOpen }: { count: number; onOpen: () => void }): ReactElement {
  if (count === 0) return <>0</>;
  return (
    <button type="button" className="figure-link report-open" onClick={onOpen}>
      {countText(count)}
    </button>
  );
}

/** 队列报表: how the lines of a unit did by interval, and each queue of them. */
export function QueueTab({ address }: { address: ReportAddress }): ReactElement {
  const t = useTexts('callReports');
  const { unitId, period, step, sourceId, queue } = address;
  const report = useQueueReport({ unitId, ...period, step, sourceId, queue }, unitId !== undefined);
  const [rows, setRows] = useState<RowsOf | null>(null);
  const open = (of: Omit<RowsOf, 'unitId'>): void => setRows({ ...of, unitId });
  const { data } = report;
  const queues = useMemo<Column<ReportQueue>[]>(
    () => [
      {
        key: 'queue',
        head: t('queue'),
        cell: (one) => queueName(t, one),
      },
      ...queueColumns<ReportQueue>(t, (one, result, count) => (
        <Opening
          count={count}
          onOpen={() =>
            setRows({
              since: start(period.from),
              until: start(addDays(period.to, 1)),
              result,
              count,
              unitId,
              sourceId: one.sourceId,
              queue: one.queue,
              subject: queueName(t, one),
            })
          }
        />
      )),
    ],
    [t, period.from, period.to, unitId],
  );
  if (report.isError && !data)
    return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  if (!data) return <Skeletons rows={6} height={96} />;
  if (data.queues.length === 0 && data.gaps.length === 0)
    return <EmptyState icon="phone" title={t('none')} />;
  return (
    <div className={report.isPlaceholderData ? 'report-body is-fading' : 'report-body'}>
      <GapNote gaps={data.gaps} />
      <QueueCards of={data.total} formulas={data.formulas} />
      <Lines report={data} address={address} open={open} />
      <h2>{t('byQueue')}</h2>
      <FigureTable
        caption={t('byQueue')}
        columns={queues}
        rows={data.queues}
        keyOf={(one) => `${one.sourceId} ${one.queue}`}
      />
      {rows && <RowsDrawer of={rows} onClose={() => setRows(null)} />}
    </div>
  );
}

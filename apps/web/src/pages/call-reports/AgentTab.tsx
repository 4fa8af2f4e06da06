import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { AgentLine, AgentReport } from '../../api/contract';
import { useCan } from '../../api/session';
import { useTexts } from '../../app/i18n';
import { EmptyState, ErrorState, Icon, Skeletons } from '../../parts';
import { addDays } from '../board/figures/period';
import { countText } from '../board/figures/rate';
import { agentColumns } from './agent-columns';
import { AgentCards } from './Cards';
import { type Column, FigureTable } from './FigureTable';
import { lineText } from './format';
import { gapsOf, spanOf } from './gap-span';
import { GapNote } from './GapNote';
import { LoadChart } from './LoadChart';
import { Opening } from './QueueTab';
import type { RowsOf } from './rows-of';
import { RowsDrawer } from './RowsDrawer';
import type { ReportAddress } from './useReportAddress';
import { useAgentLines, useAgentsReport } from './useReports';

const start = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

function People({ address, onRows }: { address: ReportAddress; onRows: (of: RowsOf) => void }): ReactElement {
  const t = useTexts('callReports');
  const { unitId, period, change } = address;
  const report = useAgentsReport({ unitId, ...period }, unitId !== undefined);
  const items = report.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<AgentReport>[] = [
    {
      key: 'person',
      head: t('columns.person'),
      cell: ({ name, accountId }) => (
        <button
          type="button"
          className="figure-link report-open"
          onClick={() => change({ account: accountId })}
        >
          {name}
        </button>
      ),
    },
    ...agentColumns<AgentReport>(t, ({ accountId, name }, result, count) => (
      <Opening
        count={count}
        onOpen={() =>
          onRows({
            since: start(period.from),
            until: start(addDays(period.to, 1)),
            result,
            count,
            unitId,
            accountId,
            subject: name,
          })
        }
      />
    )),
  ];
  if (report.isError) return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  if (report.isPending) return <Skeletons rows={6} height={48} />;
  return (
    <>
      <FigureTable caption={t('people')} columns={columns} rows={items} keyOf={(one) => one.accountId} />
      {report.hasNextPage && (
        <Button type="link" loading={report.isFetchingNextPage} onClick={() => void report.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

/** 坐席报表: what agents did; an agent sees his own days. */
export function AgentTab({ address }: { address: ReportAddress }): ReactElement {
  const t = useTexts('callReports');
  const others = useCan('call-report.of-others');
  const { unitId, period, step, accountId, change } = address;
  const lines = useAgentLines({ unitId, ...period, step, accountId }, unitId !== undefined);
  const [rows, setRows] = useState<RowsOf | null>(null);
  const { data } = lines;
  if (lines.isError && !data) return <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />;
  if (!data) return <Skeletons rows={6} height={96} />;
  const oneDay = data.from === data.to;
  const nameOf = (line: AgentLine): string => lineText(line.at, data.step, oneDay);
  const openLine = (line: AgentLine, result: RowsOf['result'], count: number): void =>
    setRows({ since: line.at, until: line.until, result, count, unitId, accountId, subject: nameOf(line) });
  const columns: Column<AgentLine>[] = [
    { key: 'time', head: t('time'), cell: nameOf },
    ...agentColumns<AgentLine>(t, (line, result, count) => (
      <Opening count={count} onOpen={() => openLine(line, result, count)} />
    )),
  ];
  const busy = data.lines.filter(
    ({ figures }) => figures.offered + figures.signedMs + figures.rosteredMs > 0,
  );
  return (
    <div className={lines.isPlaceholderData ? 'report-body is-fading' : 'report-body'}>
      {others && accountId && (
        <Button className="report-back" onClick={() => change({ account: undefined })}>
          <Icon name="undo" />
          {t('back')}
        </Button>
      )}
      <GapNote gaps={data.gaps} />
      <AgentCards of={data.total} />
      {others && !accountId && (
        <>
          <h2>{t('people')}</h2>
          <People address={address} onRows={setRows} />
        </>
      )}
      {busy.length === 0 && <EmptyState icon="headset" title={t('noneAgents')} />}
      {busy.length > 0 && (
        <>
          <LoadChart
            of="offered"
            title={t('rings')}
            note={t('ringsNote', { asked: countText(data.total.offered), count: data.lines.length })}
            span={spanOf(data)}
            gaps={gapsOf(data.gaps)}
            lines={data.lines.map((line) => ({
              key: line.at,
              label: nameOf(line),
              asked: line.figures.offered,
              answered: line.figures.answered,
              unseenSeconds: line.unseenSeconds,
            }))}
            onPick={(index) => {
              const line = data.lines[index];
              if (line) openLine(line, 'answered', line.figures.answered);
            }}
          />
          <h2>{t('lines')}</h2>
          <FigureTable caption={t('lines')} columns={columns} rows={busy} keyOf={(line) => line.at} />
        </>
      )}
      {rows && <RowsDrawer of={rows} onClose={() => setRows(null)} />}
    </div>
  );
}

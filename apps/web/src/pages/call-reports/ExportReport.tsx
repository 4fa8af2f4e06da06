import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { get } from '../../api/client';
import type { AgentReport, QueueLine } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import { agentColumns } from './agent-columns';
import { downloadText } from './download';
import { type Column, tableText } from './FigureTable';
import { lineText } from './format';
import { queueColumns } from './queue-columns';
import type { ReportAddress } from './useReportAddress';

/** The table on the screen as a file: lines of queues, or every agent page by page. */
export function ExportReport({ address }: { address: ReportAddress }): ReactElement {
  const t = useTexts('callReports');
  const { message } = App.useApp();
  const { unitId, period, step, sourceId, queue, tab } = address;
  const name = `${t('title')}-${t(`tabs.${tab}`)}-${period.from}-${period.to}`;
  const queues = async (): Promise<string> => {
    const report = await get('/call-reports/queues', { unitId, ...period, step, sourceId, queue });
    const time = (line: QueueLine): string => lineText(line.at, report.step, false);
    const columns: Column<QueueLine>[] = [
      { key: 'time', head: t('time'), cell: time, plain: time },
      ...queueColumns<QueueLine>(t, () => null),
      {
        key: 'unseen',
        head: t('columns.unseen'),
        cell: () => null,
        plain: (line) => line.unseenSeconds,
      },
    ];
    return tableText(columns, report.lines);
  };
  const agents = async (): Promise<string> => {
    const items: AgentReport[] = [];
    for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
      const query: { cursor: string | null; limit: number } = { cursor, limit: 100 };
      const page = await get('/call-reports/agents', { unitId, ...period, ...query });
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    const person = (one: AgentReport): string => one.name;
    return tableText(
      [
        { key: 'person', head: t('columns.person'), cell: person, plain: person },
        ...agentColumns<AgentReport>(t, () => null),
      ],
      items,
    );
  };
  const run = async (): Promise<void> => {
    try {
      downloadText(name, await (tab === 'queues' ? queues() : agents()));
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Button onClick={() => void run()}>
      <Icon name="download" />
      {t('export')}
    </Button>
  );
}

import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { get } from '../../api/client';
import type { AgentLine, AgentReport, QueueLine } from '../../api/contract';
import { useCan } from '../../api/session';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import { agentColumns } from './agent-columns';
import { downloadText } from './download';
import { type Column, tableText } from './FigureTable';
import { lineText } from './format';
import { queueColumns } from './queue-columns';
import type { ReportAddress } from './useReportAddress';

/** The table on the screen as a file: lines of queues or of one agent, or every agent page by page. */
export function ExportReport({ address }: { address: ReportAddress }): ReactElement {
  const t = useTexts('callReports');
  const { message } = App.useApp();
  const everybody = useCan('call-report.of-others');
  const { unitId, period, step, sourceId, queue, accountId, tab } = address;
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
  const ofOne = async (): Promise<string> => {
    const report = await get('/call-reports/agents/lines', { unitId, ...period, step, accountId });
    const time = (line: AgentLine): string => lineText(line.at, report.step, false);
    return tableText(
      [{ key: 'time', head: t('time'), cell: time, plain: time }, ...agentColumns<AgentLine>(t, () => null)],
      report.lines,
    );
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
  const content = tab === 'queues' ? queues : accountId || !everybody ? ofOne : agents;
  const run = async (): Promise<void> => {
    try {
      downloadText(name, await content());
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

import type { ReactElement } from 'react';
import { send } from '../../api/client';
import { useCan } from '../../api/session';
import { useTexts } from '../../app/i18n';
import { ExportButton, type ExportChoice } from '../../exports/ExportButton';
import type { ReportAddress } from './useReportAddress';

/** The tables of the page as files, written by the server: lines and queues, or agents. */
export function ExportReport({ address }: { address: ReportAddress }): ReactElement {
  const t = useTexts('callReports');
  const everybody = useCan('call-report.of-others');
  const { unitId, period, step, sourceId, queue, accountId, tab } = address;
  const question = { unitId, ...period, step };
  const ofQueues = (lines: 'intervals' | 'queues'): ExportChoice => ({
    key: lines,
    name: t(lines === 'queues' ? 'byQueue' : 'lines'),
    order: (wish) =>
      send('POST', '/call-reports/queues/exports', { ...question, sourceId, queue, lines, ...wish }),
  });
  const ofAgents: ExportChoice = {
    key: 'people',
    name: t('people'),
    order: (wish) => send('POST', '/call-reports/agents/exports', { unitId, ...period, ...wish }),
  };
  const lines: ExportChoice = {
    key: 'lines',
    name: t('lines'),
    order: (wish) => send('POST', '/call-reports/agents/lines/exports', { ...question, accountId, ...wish }),
  };
  const agents = accountId || !everybody ? [lines] : [ofAgents, lines];
  return <ExportButton choices={tab === 'queues' ? [ofQueues('intervals'), ofQueues('queues')] : agents} />;
}

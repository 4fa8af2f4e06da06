import { App, Button } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { get } from '../../api/client';
import type { ReportedCall } from '../../api/contract';
import { useTexts, type Translate } from '../../app/i18n';
import { Icon, momentText } from '../../parts';
import { csvLine } from './csv';
import { downloadText } from './download';
import { type RowsOf, rowsQuery } from './rows-of';

/** As much of personal work as one file may hold. */
const MOST = 5_000;
const PAGE = 100;

const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000));

const cellsOf = (t: Translate, row: ReportedCall): (string | number | null)[] => [
  momentText(row.at),
  row.masked ?? t('withheld'),
  t(`outcomes.${row.outcome}`),
  row.agentName,
  seconds(row.waitMs),
  seconds(row.talkMs),
  `${row.sourceName} ${row.queue}`,
];

/** Fetches page after page, says how far it has come, and can be stopped; what is there then is saved. */
export function ExportRows({ of, known }: { of: RowsOf; known: number | null }): ReactElement {
  const t = useTexts('callReports');
  const { message } = App.useApp();
  const [done, setDone] = useState<number | null>(null);
  const stopped = useRef(false);
  const run = async (): Promise<void> => {
    stopped.current = false;
    const heads = ['time', 'number', 'outcome', 'agent', 'wait', 'talk', 'line'].map((key) =>
      t(`row.${key}`),
    );
    const lines = [csvLine(heads)];
    let cursor: string | null = null;
    setDone(0);
    try {
      do {
        const query: ReturnType<typeof rowsQuery> = { ...rowsQuery(of), cursor, limit: PAGE };
        const page = await get('/call-reports/rows', query);
        lines.push(...page.items.map((row) => csvLine(cellsOf(t, row))));
        cursor = page.nextCursor;
        setDone(lines.length - 1);
      } while (cursor !== null && lines.length <= MOST && !stopped.current);
      downloadText(`${t('rows')}-${of.since.slice(0, 10)}`, lines.join(''));
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setDone(null);
    }
  };
  if (done === null)
    return (
      <Button title={t('exportMost', { most: MOST })} onClick={() => void run()}>
        <Icon name="download" />
        {t('export')}
      </Button>
    );
  return (
    <span className="export-run">
      <progress max={known ? Math.min(known, MOST) : undefined} value={known ? done : undefined} />
      <span role="status">{t('exporting', { done, all: known ? Math.min(known, MOST) : '…' })}</span>
      <Button size="small" onClick={() => (stopped.current = true)}>
        {t('exportStop')}
      </Button>
    </span>
  );
}

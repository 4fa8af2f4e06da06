import { useMemo, useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { between, type Gap } from '../../calls/gaps/bands';
import { GapBands } from '../../calls/gaps/GapBands';
import { ChartFrame } from '../board/ChartFrame';
import { tipHtml } from '../board/charts/tooltip';
import { countText } from '../board/figures/rate';
import { TableToggle } from '../board/TableToggle';
import { loadOption } from './load-option';

export interface LoadLine {
  key: string;
  label: string;
  asked: number;
  answered: number;
  unseenSeconds: number;
}

interface Props {
  /** what the bars count */
  of: 'asked' | 'offered';
  title: string;
  note: string;
  lines: readonly LoadLine[];
  /** from the first line to the end of the last */
  span: { from: string; until: string };
  gaps: readonly Gap[];
  onPick: (index: number) => void;
}

/** When do they call, and how many were answered? */
export function LoadChart({ of, title, note, lines, span, gaps, onPick }: Props): ReactElement {
  const t = useTexts('callReports');
  const [table, setTable] = useState(false);
  const option = useMemo(
    () =>
      loadOption(
        lines.map(({ label, asked, answered }) => ({
          label,
          answered,
          missed: Math.max(0, asked - answered),
        })),
        {
          answered: t('answered'),
          missed: t('missed'),
          tip: (index) => {
            const line = lines[index];
            if (!line) return '';
            const rows: [string, string][] = [
              [t(`columns.${of}`), countText(line.asked)],
              [t('answered'), countText(line.answered)],
            ];
            if (line.unseenSeconds > 0)
              rows.push([t('columns.unseen'), t('seconds', { count: line.unseenSeconds })]);
            return tipHtml({ title: line.label, lines: rows, see: t('see') });
          },
        },
      ),
    [lines, of, t],
  );
  const peak = lines.reduce<LoadLine | undefined>(
    (most, line) => (line.asked > (most?.asked ?? 0) ? line : most),
    undefined,
  );
  return (
    <section className="report-chart" aria-label={title}>
      <header className="card-head">
        <h2>{title}</h2>
        <span className="head-note">{note}</span>
        <span className="head-space" />
        <span className="report-key">
          <i className="is-answered" aria-hidden />
          {t('answered')}
          <i className="is-missed" aria-hidden />
          {t('missed')}
        </span>
        <TableToggle shown={table} onChange={setTable} subject={title} />
      </header>
      <ChartFrame
        caption={title}
        head={[t('time'), t(`columns.${of}`), t('answered')]}
        rows={lines.map((line) => ({
          key: line.key,
          cells: [line.label, countText(line.asked), countText(line.answered)],
        }))}
        table={table}
        option={option}
        columns
        over={
          gaps.length > 0 && (
            <GapBands gaps={gaps} place={between(Date.parse(span.from), Date.parse(span.until))} />
          )
        }
        onPick={({ dataIndex }) => onPick(dataIndex)}
      />
      {peak && (
        <p className="report-finding">
          {t(of === 'asked' ? 'peak' : 'peakRings', {
            time: peak.label,
            asked: countText(peak.asked),
            answered: countText(peak.answered),
          })}
        </p>
      )}
    </section>
  );
}

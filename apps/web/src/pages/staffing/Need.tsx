import { useMemo, useState, type ReactElement } from 'react';
import type { StaffedInterval, StaffingDay } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { minuteText } from '../../parts';
import { ChartFrame } from '../board/ChartFrame';
import { tipHtml } from '../board/charts/tooltip';
import { TableToggle } from '../board/TableToggle';
import { type Column, FigureTable } from '../call-reports/FigureTable';
import { needOption } from './need-option';

/** Agents missing on the roster; null where nothing is known, below nothing where there are more than needed. */
export const shortOf = ({ toRoster, rostered }: StaffedInterval): number | null =>
  toRoster === null ? null : Math.round((toRoster - rostered) * 10) / 10;

const NONE = '—';
const figure = (value: number | null): string => (value === null ? NONE : String(value));

export function NeedChart({ day }: { day: StaffingDay }): ReactElement {
  const t = useTexts('staffing');
  const [table, setTable] = useState(false);
  const bars = useMemo(
    () =>
      day.lines.map((line) => ({
        label: minuteText(line.at).slice(-5),
        toRoster: line.toRoster,
        rostered: line.rostered,
        present: line.present,
      })),
    [day],
  );
  const option = useMemo(
    () =>
      needOption(bars, (index) => {
        const bar = bars[index];
        if (!bar) return '';
        return tipHtml({
          title: bar.label,
          lines: [
            [t('need'), figure(bar.toRoster)],
            [t('rostered'), figure(bar.rostered)],
            [t('present'), figure(bar.present)],
          ],
        });
      }),
    [bars, t],
  );
  const worst = [...day.lines].sort((a, b) => (shortOf(b) ?? 0) - (shortOf(a) ?? 0))[0];
  return (
    <section className="report-chart" aria-label={t('chart')}>
      <header className="card-head">
        <h2>{t('chart')}</h2>
        <span className="head-note">{t('chartNote')}</span>
        <span className="head-space" />
        <span className="report-key staffing-key">
          <i className="is-answered" aria-hidden />
          {t('need')}
          <i className="is-rostered" aria-hidden />
          {t('rostered')}
          <i className="is-present" aria-hidden />
          {t('present')}
        </span>
        <TableToggle shown={table} onChange={setTable} subject={t('chart')} />
      </header>
      <ChartFrame
        caption={t('chart')}
        head={[t('time'), t('need'), t('rostered'), t('present')]}
        rows={bars.map((bar) => ({
          key: bar.label,
          cells: [bar.label, figure(bar.toRoster), figure(bar.rostered), figure(bar.present)],
        }))}
        table={table}
        option={option}
      />
      {worst && day.sample.length > 0 && (
        <p className="report-finding">
          {(shortOf(worst) ?? 0) > 0
            ? t('gapOne', {
                time: minuteText(worst.at).slice(-5),
                need: worst.toRoster,
                rostered: worst.rostered,
              })
            : t('enough')}
        </p>
      )}
    </section>
  );
}

export function NeedTable({ day }: { day: StaffingDay }): ReactElement {
  const t = useTexts('staffing');
  const time = (line: StaffedInterval): string =>
    `${minuteText(line.at).slice(-5)}–${minuteText(line.until).slice(-5)}`;
  const column = (key: string, value: (line: StaffedInterval) => string): Column<StaffedInterval> => ({
    key,
    head: t(`columns.${key}`),
    cell: value,
  });
  return (
    <FigureTable
      caption={t('chart')}
      rows={day.lines}
      keyOf={(line) => line.at}
      mark={(line) => ((shortOf(line) ?? 0) > 0 ? 'is-short' : undefined)}
      columns={[
        { key: 'time', head: t('time'), cell: time },
        column('offered', (line) => figure(line.offered)),
        column('handling', (line) =>
          line.handlingSeconds === null ? NONE : t('seconds', { count: line.handlingSeconds }),
        ),
        column('erlangs', (line) => line.erlangs?.toFixed(2) ?? NONE),
        column('needed', (line) => figure(line.needed)),
        column('toRoster', (line) => figure(line.toRoster)),
        column('rostered', (line) => figure(line.rostered)),
        column('gap', (line) => {
          const short = shortOf(line);
          if (short === null || short === 0) return short === null ? NONE : '0';
          return short > 0 ? `▼ ${short}` : `+${-short}`;
        }),
        column('present', (line) => figure(line.present)),
        column('expected', (line) => (line.expectedPercent === null ? NONE : `${line.expectedPercent}%`)),
      ]}
    />
  );
}

import { useMemo, useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { NumbersView } from '../../api/contract';
import { EmptyState } from '../../parts';
import { ChartFrame } from './ChartFrame';
import { durationsOption } from './charts/durations-option';
import { tipHtml } from './charts/tooltip';
import { binLabel, binPosition } from './figures/bins';
import type { Period } from './figures/period';
import { countText, workingDaysFigure } from './figures/rate';
import { rowsLink } from './figures/rows-link';
import { RowsLink } from './RowsLink';
import { TableToggle } from './TableToggle';
import { useOpenRows } from './useOpenRows';

function useDurations(view: NumbersView) {
  const t = useTexts('board');
  return useMemo(() => {
    const bins = view.durations.map((each) => each.bin);
    const bars = view.durations.map(({ bin, onTime, overdue }) => ({
      label: binLabel(bin, t('durations.sameDay')),
      onTime,
      overdue,
    }));
    const mark = (days: number | null, key: string) =>
      days === null
        ? null
        : { position: binPosition(days, bins), text: t(key, { days: workingDaysFigure(days) }) };
    const tip = (index: number): string => {
      const bar = bars[index];
      if (!bar) return '';
      return tipHtml({
        title: `${bar.label} · ${t('durations.bin')}`,
        lines: [
          [t('durations.onTime'), countText(bar.onTime)],
          [t('durations.overdue'), countText(bar.overdue)],
        ],
        see: t('durations.see'),
      });
    };
    const words = {
      median: mark(view.medianWorkingDays, 'durations.median'),
      p90: mark(view.p90WorkingDays, 'durations.p90'),
      tip,
    };
    return { bars, option: durationsOption(bars, words) };
  }, [view, t]);
}

/** How long? */
export function Durations({
  view,
  period,
  fading,
}: {
  view: NumbersView;
  period: Period;
  fading: boolean;
}): ReactElement {
  const t = useTexts('board');
  const openRows = useOpenRows();
  const [table, setTable] = useState(false);
  const { bars, option } = useDurations(view);
  const onTime = bars.reduce((sum, bar) => sum + bar.onTime, 0);
  const overdue = bars.reduce((sum, bar) => sum + bar.overdue, 0);
  const link = (result: 'hit' | 'miss'): string => rowsLink('on-time', view.unit.id, period, result);
  return (
    <section
      className={`board-card chart-card${fading ? ' is-fading' : ''}`}
      aria-labelledby="durations-title"
    >
      <header className="card-head">
        <h2 id="durations-title">{t('durations.title')}</h2>
        <span className="head-note">{t('durations.note', { count: countText(onTime + overdue) })}</span>
        <span className="head-space" />
        <TableToggle shown={table} onChange={setTable} subject={t('durations.title')} />
      </header>
      {onTime + overdue === 0 ? (
        <EmptyState icon="chart" title={t('durations.none')} />
      ) : (
        <>
          <ChartFrame
            caption={t('durations.title')}
            head={[t('durations.bin'), t('durations.onTime'), t('durations.overdue')]}
            rows={bars.map((bar) => ({
              key: bar.label,
              cells: [bar.label, countText(bar.onTime), countText(bar.overdue)],
            }))}
            table={table}
            option={option}
            onPick={({ seriesName }) => openRows(link(seriesName === 'overdue' ? 'miss' : 'hit'))}
          />
          <footer className="chart-foot">
            <span className="key key-neutral">
              {t('durations.onTime')} <RowsLink to={link('hit')}>{countText(onTime)}</RowsLink>
            </span>
            <span className="key key-overdue">
              {t('durations.overdue')} <RowsLink to={link('miss')}>{countText(overdue)}</RowsLink>
            </span>
          </footer>
        </>
      )}
    </section>
  );
}

import { Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts, type Translate } from '../../app/i18n';
import type { NumbersView } from '../../api/contract';
import { EmptyState } from '../../parts';
import { ChartFrame } from './ChartFrame';
import type { HourGap } from './figures/hour-gaps';
import type { Period } from './figures/period';
import { rowsLink } from './figures/rows-link';
import { TableToggle } from './TableToggle';
import { HourGaps } from './HourGaps';
import { useHours, type HourMetric } from './useHours';
import { useOpenRows } from './useOpenRows';

function legendOf(t: Translate, gaps: readonly HourGap[]): string {
  const sources = [...new Set(gaps.map(({ gap }) => gap.source))];
  const [source] = sources;
  return sources.length === 1 && source ? t('hours.gapLegend', { source }) : t('hours.gap');
}

/** When do they call? */
export function CallHours({
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
  const [metric, setMetric] = useState<HourMetric>('calls');
  const [table, setTable] = useState(false);
  const { option, table: rows, sentence, gaps } = useHours(view, metric);
  return (
    <section
      className={`board-card chart-card hours-card${fading ? ' is-fading' : ''}`}
      aria-labelledby="hours-title"
    >
      <header className="card-head">
        <h2 id="hours-title">{t('hours.title')}</h2>
        <span className="head-note">{t('hours.note')}</span>
        <span className="head-space" />
        <TableToggle shown={table} onChange={setTable} subject={t('hours.title')} />
        <Segmented<HourMetric>
          size="small"
          aria-label={t('hours.switch')}
          value={metric}
          onChange={setMetric}
          options={[
            { value: 'calls', label: t('hours.calls') },
            { value: 'rate', label: t('hours.rate') },
          ]}
        />
      </header>
      {sentence === null ? (
        <EmptyState icon="phone" title={t('hours.none')} />
      ) : (
        <>
          <ChartFrame
            caption={t('hours.title')}
            head={[t('hours.day'), t('hours.calls'), t('hours.rate')]}
            rows={rows}
            table={table}
            option={option}
            over={gaps.length > 0 && <HourGaps gaps={gaps} />}
            onPick={() =>
              openRows(rowsLink('connection', view.unit.id, period, metric === 'calls' ? 'all' : 'miss'))
            }
          />
          <p className="finding">{sentence}</p>
          <footer className="chart-foot">
            <span className="steps">
              {t(metric === 'calls' ? 'hours.few' : 'hours.low')}
              {[1, 2, 3, 4, 5, 6].map((step) => (
                <i key={step} className={`step step-${step}`} />
              ))}
              {t(metric === 'calls' ? 'hours.many' : 'hours.high')}
            </span>
            {gaps.length > 0 && (
              <span className="gap-legend">
                <i className="gap-band" aria-hidden />
                {legendOf(t, gaps)}
              </span>
            )}
          </footer>
        </>
      )}
    </section>
  );
}

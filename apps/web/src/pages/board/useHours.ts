import { useMemo } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import { useTexts, type Translate } from '../../app/i18n';
import type { NumbersView } from '../../api/contract';
import { hoursOption } from './charts/hours-option';
import { tipHtml } from './charts/tooltip';
import { busiestHour, callsPerHour, weekdaysBetween, type HourCount } from './figures/bins';
import { type HourGap, hourGaps } from './figures/hour-gaps';
import { countText, percentOf, rateText } from './figures/rate';
import { RATE_FROM } from './figures/small-samples';

export type HourMetric = 'calls' | 'rate';

export interface Hours {
  option: EChartsCoreOption;
  table: { key: string; cells: string[] }[];
  sentence: string | null;
  /** Cells of the week that the telephone was not heard in. */
  gaps: HourGap[];
}

function meanText(mean: number | null): string {
  if (mean === null) return '—';
  return mean >= 10 || Number.isInteger(mean) ? countText(mean) : mean.toFixed(1);
}

/** 7 × 24 cells, Monday first: an hour the server did not name had no calls. */
function filled(view: NumbersView): HourCount[] {
  const known = new Map(view.callHours.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  const cells: HourCount[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    for (let hour = 0; hour < 24; hour += 1) {
      cells.push(known.get(`${weekday} ${hour}`) ?? { weekday, hour, calls: 0, answered: 0 });
    }
  }
  return cells;
}

function rateOf(cell: HourCount): number | null {
  return cell.calls >= RATE_FROM ? percentOf(cell.answered, cell.calls) : null;
}

function reckon(view: NumbersView, metric: HourMetric, t: Translate): Hours {
  const occurrences = weekdaysBetween(view.from, view.to);
  const cells = filled(view);
  const values = cells.map((cell) => (metric === 'calls' ? callsPerHour(cell, occurrences) : rateOf(cell)));
  const known = values.filter((value) => value !== null);
  const peak = busiestHour(cells, occurrences);
  const gaps = hourGaps(view.gaps, view.from, view.to);
  const unheard = new Map(gaps.map((one) => [`${one.weekday} ${one.hour}`, one]));
  const isUnheard = (cell: HourCount): boolean => unheard.has(`${cell.weekday} ${cell.hour}`);
  const named = (cell: HourCount): string =>
    `${t(`hours.weekdays.${cell.weekday}`)} ${t('hours.hour', { hour: cell.hour })}`;
  const rate = (cell: HourCount): string =>
    cell.calls >= RATE_FROM ? rateText(cell.answered, cell.calls) : `${cell.answered}/${cell.calls}`;
  const tip = (index: number): string => {
    const cell = cells[index];
    if (!cell) return '';
    const lines: [string, string][] = [
      [t('hours.calls'), t('hours.perHour', { calls: meanText(callsPerHour(cell, occurrences)) })],
      [t('hours.rate'), `${rate(cell)} · ${countText(cell.answered)}/${countText(cell.calls)}`],
    ];
    if (isUnheard(cell)) lines.push([t('hours.gap'), t('hours.gapHere')]);
    return tipHtml({ title: named(cell), lines, see: t('hours.see') });
  };
  const option = hoursOption(
    cells.map((cell, index) => ({ weekday: cell.weekday, hour: cell.hour, value: values[index] ?? null })),
    {
      weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => t(`hours.weekdays.${weekday}`)),
      hourUnit: t('hours.hourUnit'),
      least: metric === 'calls' ? 0 : Math.min(...known, 100),
      most: Math.max(...known, 0),
      peak: peak && metric === 'calls' ? cells.indexOf(peak) : -1,
      tip,
    },
  );
  const table = cells
    .filter((cell) => cell.calls > 0 || isUnheard(cell))
    .map((cell) => ({
      key: `${cell.weekday} ${cell.hour}`,
      cells: [
        isUnheard(cell) ? `${named(cell)} · ${t('hours.gap')}` : named(cell),
        meanText(callsPerHour(cell, occurrences)),
        rate(cell),
      ],
    }));
  const sentence =
    peak &&
    t('hours.busiest', {
      weekday: t(`hours.weekdays.${peak.weekday}`),
      hour: peak.hour,
      calls: meanText(callsPerHour(peak, occurrences)),
      rate: rate(peak),
    });
  return { option, table, sentence, gaps };
}

export function useHours(view: NumbersView, metric: HourMetric): Hours {
  const t = useTexts('board');
  return useMemo(() => reckon(view, metric, t), [view, metric, t]);
}

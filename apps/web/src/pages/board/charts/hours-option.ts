import type { EChartsCoreOption } from 'echarts/core';
import { stepOf } from '../figures/bins';
import { TOOLTIP } from './tooltip';

export interface HourCell {
  hour: number;
  weekday: number; // 1 = Monday
  value: number | null;
}

export interface HourWords {
  weekdays: string[]; // Monday first
  hourUnit: string;
  least: number; // where the lowest step begins
  most: number;
  peak: number; // index of the outlined cell, −1 for none
  tip: (dataIndex: number) => string;
}

const STEPS = [1, 2, 3, 4, 5, 6].map((step) => `var(--hour-${step})`);

/** 7 × 24, Monday first; the peak is outlined in ink, a missing hour stays empty. */
export function hoursOption(cells: HourCell[], words: HourWords): EChartsCoreOption {
  const range = words.most - words.least;
  const peak = cells[words.peak];
  const data = cells.map((cell) => ({
    value: [cell.hour, cell.weekday - 1, cell.value ?? '-'],
    itemStyle: {
      color: cell.value === null ? 'transparent' : STEPS[stepOf(cell.value - words.least, range)],
      borderColor: 'var(--panel)',
      borderWidth: 1,
    },
  }));
  return {
    grid: { left: 34, right: 14, top: 6, bottom: 20 },
    tooltip: {
      ...TOOLTIP,
      trigger: 'item',
      formatter: (point: { dataIndex: number }) => words.tip(point.dataIndex),
    },
    xAxis: {
      type: 'category',
      data: Array.from({ length: 24 }, (_, hour) => String(hour)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: 'var(--ink-2)',
        fontSize: 11,
        interval: (index: number) => index % 3 === 0 || index === 23,
        formatter: (hour: string) => (hour === '23' ? words.hourUnit : hour),
      },
    },
    yAxis: {
      type: 'category',
      data: words.weekdays,
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: 'var(--ink-2)', fontSize: 11, margin: 6, interval: 0 },
    },
    // A heat map does not draw without a visual map. It maps nothing here: it cannot read custom properties, the cells can.
    visualMap: {
      show: false,
      type: 'continuous',
      min: 0,
      max: 1,
      seriesIndex: [0, 1],
      inRange: { opacity: [1, 1] },
      outOfRange: { opacity: [1, 1] },
    },
    series: [
      {
        type: 'heatmap',
        data,
        cursor: 'pointer',
        emphasis: { itemStyle: { borderColor: 'var(--ink)', borderWidth: 2 } },
      },
      {
        type: 'heatmap',
        name: 'peak',
        silent: true,
        z: 3,
        data: peak ? [{ value: [peak.hour, peak.weekday - 1, 0] }] : [],
        itemStyle: { color: 'transparent', borderColor: 'var(--ink)', borderWidth: 2 },
      },
    ],
  };
}

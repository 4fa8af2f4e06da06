import type { EChartsCoreOption } from 'echarts/core';
import { countText } from '../figures/rate';
import { TOOLTIP } from './tooltip';

export interface DurationBar {
  label: string;
  onTime: number;
  overdue: number;
}

export interface DurationWords {
  median: { position: number; text: string } | null;
  p90: { position: number; text: string } | null;
  tip: (dataIndex: number) => string;
}

/** Named unequal bins on a category axis, zero baseline, on time below and overdue above. */
export function durationsOption(bars: DurationBar[], words: DurationWords): EChartsCoreOption {
  const most = Math.max(...bars.map((bar) => bar.onTime + bar.overdue));
  const marks = [words.median, words.p90].filter((mark) => mark !== null);
  const peak = bars.findIndex((bar) => bar.onTime + bar.overdue === most);
  const bar = { type: 'bar', stack: 'closed', barCategoryGap: '15%', cursor: 'pointer' } as const;
  return {
    grid: { left: 4, right: 4, top: 32, bottom: 22 },
    tooltip: {
      ...TOOLTIP,
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: 'var(--hover-shade)' } },
      formatter: (points: { dataIndex: number }[]) => words.tip(points[0]?.dataIndex ?? 0),
    },
    xAxis: [
      {
        type: 'category',
        data: bars.map((each) => each.label),
        axisLine: { lineStyle: { color: 'var(--line-strong)' } },
        axisTick: { show: false },
        axisLabel: { color: 'var(--ink-2)', fontSize: 11, interval: 0, margin: 6 },
      },
      // Equal slots as numbers, so that a median of 2.6 days can stand between two bins.
      { type: 'value', min: 0, max: bars.length, show: false },
    ],
    yAxis: { type: 'value', min: 0, max: most * 1.02 || 1, show: false },
    series: [
      {
        ...bar,
        name: 'onTime',
        data: bars.map((each) => each.onTime),
        itemStyle: { color: 'var(--bar-neutral)' },
      },
      {
        ...bar,
        name: 'overdue',
        data: bars.map((each) => each.overdue),
        itemStyle: { color: 'var(--bar-overdue)' },
        label: {
          show: true,
          position: 'top',
          distance: 3,
          color: 'var(--ink)',
          fontSize: 11,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            dataIndex === peak && most > 0 ? countText(most) : '',
        },
      },
      {
        type: 'line',
        name: 'marks',
        xAxisIndex: 1,
        data: [],
        silent: true,
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          lineStyle: { color: 'var(--ink)', type: [2, 3], width: 1.25 },
          data: marks.map((mark, index) => ({
            xAxis: mark.position,
            label: {
              formatter: mark.text,
              position: 'end',
              color: 'var(--ink)',
              fontSize: 12,
              // The words stand beside their line, not over it, at heights of their own.
              align: mark.position > bars.length * 0.7 ? 'right' : 'left',
              padding: mark.position > bars.length * 0.7 ? [0, 5, 0, 0] : [0, 0, 0, 5],
              offset: [0, index === 0 ? 4 : 4],
            },
          })),
        },
      },
    ],
  };
}

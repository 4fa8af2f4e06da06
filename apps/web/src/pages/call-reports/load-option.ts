import type { EChartsCoreOption } from 'echarts/core';
import { countText } from '../board/figures/rate';
import { TOOLTIP } from '../board/charts/tooltip';

export interface LoadBar {
  label: string;
  answered: number;
  missed: number;
}

export interface LoadWords {
  answered: string;
  missed: string;
  tip: (dataIndex: number) => string;
}

/** Calls by interval: answered below, the others above. Holes are drawn over it, where they lie. */
export function loadOption(bars: readonly LoadBar[], words: LoadWords): EChartsCoreOption {
  const most = Math.max(1, ...bars.map((bar) => bar.answered + bar.missed));
  const peak = bars.findIndex((bar) => bar.answered + bar.missed === most);
  const bar = {
    type: 'bar',
    stack: 'calls',
    barCategoryGap: '15%',
    cursor: 'pointer',
    barMaxWidth: 48,
  } as const;
  return {
    grid: { left: 40, right: 8, top: 24, bottom: 24 },
    tooltip: {
      ...TOOLTIP,
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: 'var(--hover-shade)' } },
      formatter: (points: { dataIndex: number }[]) => words.tip(points[0]?.dataIndex ?? 0),
    },
    xAxis: {
      type: 'category',
      data: bars.map((each) => each.label),
      axisLine: { lineStyle: { color: 'var(--line-strong)' } },
      axisTick: { show: false },
      axisLabel: { color: 'var(--ink-2)', fontSize: 11, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      max: Math.ceil(most * 1.1),
      splitNumber: 3,
      splitLine: { lineStyle: { color: 'var(--line-2)' } },
      axisLabel: { color: 'var(--ink-2)', fontSize: 11, showMaxLabel: false },
    },
    series: [
      {
        ...bar,
        name: words.answered,
        data: bars.map((each) => each.answered),
        itemStyle: { color: 'var(--bar-neutral)' },
      },
      {
        ...bar,
        name: words.missed,
        data: bars.map((each) => each.missed),
        itemStyle: { color: 'var(--bar-overdue)' },
        label: {
          show: true,
          position: 'top',
          distance: 3,
          color: 'var(--ink)',
          fontSize: 11,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            dataIndex === peak && peak >= 0 ? countText(most) : '',
        },
      },
    ],
  };
}

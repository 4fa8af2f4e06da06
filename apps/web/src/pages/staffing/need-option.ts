import type { EChartsCoreOption } from 'echarts/core';
import { TOOLTIP } from '../board/charts/tooltip';

export interface NeedBar {
  label: string;
  toRoster: number | null;
  rostered: number;
  present: number | null;
}

/** Bars are needed; the steps over them are rostered (solid) and present (dotted): where bars stand out, people are missing. */
export function needOption(bars: readonly NeedBar[], tip: (dataIndex: number) => string): EChartsCoreOption {
  const line = {
    type: 'line',
    step: 'middle',
    symbol: 'none',
    silent: true,
    emphasis: { disabled: true },
  } as const;
  return {
    grid: { left: 32, right: 8, top: 16, bottom: 24 },
    tooltip: {
      ...TOOLTIP,
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: 'var(--hover-shade)' } },
      formatter: (points: { dataIndex: number }[]) => tip(points[0]?.dataIndex ?? 0),
    },
    xAxis: {
      type: 'category',
      data: bars.map(({ label }) => label),
      axisLine: { lineStyle: { color: 'var(--line-strong)' } },
      axisTick: { show: false },
      axisLabel: { color: 'var(--ink-2)', fontSize: 11, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      splitLine: { lineStyle: { color: 'var(--line-2)' } },
      axisLabel: { color: 'var(--ink-2)', fontSize: 11 },
    },
    series: [
      {
        type: 'bar',
        name: 'toRoster',
        barCategoryGap: '15%',
        data: bars.map(({ toRoster }) => toRoster),
        itemStyle: { color: 'var(--bar-neutral)' },
      },
      {
        ...line,
        name: 'rostered',
        data: bars.map(({ rostered }) => rostered),
        lineStyle: { color: 'var(--accent)', width: 2 },
      },
      {
        ...line,
        name: 'present',
        data: bars.map(({ present }) => present),
        lineStyle: { color: 'var(--ink)', width: 1.5, type: [2, 3] },
      },
    ],
  };
}

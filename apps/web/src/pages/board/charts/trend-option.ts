import type { EChartsCoreOption } from 'echarts/core';
import type { NumberView } from '../../../api/contract';
import { percentFigure } from '../figures/rate';
import { TOOLTIP } from './tooltip';

export interface TrendWords {
  target: string | null; // 标 90
  tip: (dataIndex: number) => string; // html
}

/** Lowest and highest value of everything drawn, with air; the axis may be cut because no area is filled. */
function span(number: NumberView): [number, number] {
  const values = number.trend
    .flatMap((day) => [day.rolling, day.previousRolling])
    .filter((value) => value !== null);
  if (number.target !== null) values.push(number.target);
  if (values.length === 0) return [0, 100];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const air = Math.max(0.5, (high - low) * 0.12);
  return [Math.max(0, low - air), Math.min(100 + air, high + air)];
}

/** Keeps the words at the right end of two lines apart: 12 px of text in a plot of about 80 px. */
function endsCollide(number: NumberView, low: number, high: number): 'above' | 'below' | null {
  const last = number.trend.at(-1)?.rolling ?? null;
  if (last === null || number.target === null) return null;
  const distance = (last - number.target) / (high - low);
  if (Math.abs(distance) > 0.2) return null;
  return distance >= 0 ? 'above' : 'below';
}

/** 7-day rolling line in accent, last period in grey, target dashed; only the last value and the target are labelled. */
export function trendOption(number: NumberView, words: TrendWords): EChartsCoreOption {
  const [min, max] = span(number);
  const days = number.trend.map((day) => day.day);
  const lastIndex = number.trend.findLastIndex((day) => day.rolling !== null);
  const near = endsCollide(number, min, max);
  const now = number.trend.map((day, index) =>
    index === lastIndex
      ? { value: day.rolling, symbol: 'circle', symbolSize: 7, label: { show: true } }
      : { value: day.rolling, symbol: 'none' },
  );
  const markLine = {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: 'var(--ink-2)', type: [4, 3], width: 1 },
    label: {
      show: true,
      position: 'end',
      formatter: words.target ?? '',
      color: 'var(--ink-2)',
      fontSize: 12,
      distance: 5,
      offset: [0, near === 'above' ? 7 : near === 'below' ? -7 : 0],
    },
    data: number.target === null ? [] : [{ yAxis: number.target }],
  };
  return {
    grid: { left: 2, right: 46, top: 10, bottom: 20 },
    tooltip: {
      ...TOOLTIP,
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: 'var(--control)', width: 1 } },
      formatter: (points: { dataIndex: number }[]) => words.tip(points[0]?.dataIndex ?? 0),
    },
    xAxis: {
      type: 'category',
      data: days,
      boundaryGap: false,
      axisLine: { lineStyle: { color: 'var(--line-strong)' } },
      axisTick: { show: false },
      axisLabel: { show: false },
    },
    yAxis: { type: 'value', min, max, show: false },
    series: [
      {
        name: 'before',
        type: 'line',
        data: number.trend.map((day) => day.previousRolling),
        symbol: 'none',
        silent: true,
        lineStyle: { color: 'var(--line-before)', width: 1.25 },
        emphasis: { disabled: true },
      },
      {
        name: 'now',
        type: 'line',
        data: now,
        symbol: 'circle',
        symbolSize: 7,
        showAllSymbol: true,
        itemStyle: { color: 'var(--accent)' },
        lineStyle: { color: 'var(--accent)', width: 2 },
        label: {
          show: false,
          position: 'right',
          distance: 5,
          offset: [0, near === 'above' ? -6 : near === 'below' ? 6 : 0],
          color: 'var(--accent)',
          fontSize: 12,
          fontWeight: 700,
          formatter: ({ value }: { value: number }) => percentFigure(value),
        },
        emphasis: { disabled: true },
        markLine,
      },
    ],
  };
}

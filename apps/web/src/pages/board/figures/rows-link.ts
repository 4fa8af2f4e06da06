import type { MetricName } from '../../../api/contract';
import type { Period } from './period';

export const RESULTS = ['all', 'hit', 'miss', 'excluded', 'open-overdue'] as const;
export type RowResult = (typeof RESULTS)[number];
export const METRICS = [
  'connection',
  'on-time',
  'on-time-extended',
  'worker-satisfaction',
  'agent-satisfaction',
] as const satisfies readonly MetricName[];

/** Numbers about deadlines: what fell due and is still open is part of what they missed. */
export const isDeadline = (metric: MetricName): boolean =>
  metric === 'on-time' || metric === 'on-time-extended';

/** The address of the rows behind a figure. Every mark of the board and its table row give the same one. */
export function rowsLink(metric: MetricName, unitId: string, period: Period, result: RowResult): string {
  const query = new URLSearchParams({ metric, unitId, from: period.from, to: period.to, result });
  return `/board/rows?${query.toString()}`;
}

export function metricFrom(parameters: URLSearchParams): MetricName {
  const asked = parameters.get('metric');
  return METRICS.find((metric) => metric === asked) ?? 'on-time';
}

export function resultFrom(parameters: URLSearchParams): RowResult {
  const asked = parameters.get('result');
  return RESULTS.find((result) => result === asked) ?? 'all';
}

import type { MissedCall } from '../../api/contract';

export const VIEWS = ['open', 'mine', 'overdue', 'closed'] as const;
export type View = (typeof VIEWS)[number];
export const REASONS = [
  'abandoned',
  'limit',
  'full',
  'empty',
  'out-of-hours',
  'left-ivr',
  'call-back',
] as const satisfies readonly MissedCall['reason'][];

export interface Filters {
  view: View;
  reason: MissedCall['reason'] | null;
  unitId: string | null;
}

/** The address says everything; what it leaves out or misspells is the beginning of the page. */
export function filtersOf(search: URLSearchParams): Filters {
  return {
    view: VIEWS.find((one) => one === search.get('view')) ?? 'open',
    reason: REASONS.find((one) => one === search.get('reason')) ?? null,
    unitId: search.get('unit'),
  };
}

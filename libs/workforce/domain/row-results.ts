import { underElement } from './waits.js';

/** Which rows of calls stand behind a number of a report. */
export const CALL_RESULTS = [
  'all',
  'entered',
  'answered',
  'abandoned',
  'short-abandoned',
  'limit',
  'key',
  'refused-full',
  'refused-empty',
  'left-empty',
  'withdrawn',
  'unknown',
  'unassigned',
  'transferred',
  'held',
  'rung-out',
  'rejected',
  'ring-cancelled',
  'left-ivr',
  'closed',
  'dialled',
] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

/** Where a row comes from: a stay in a queue, a telephone that rang in vain, a call without a queue. */
export const rowKindOf = (result: CallResult): 'visit' | 'ring' | 'call' => {
  if (result === 'rung-out' || result === 'rejected' || result === 'ring-cancelled') return 'ring';
  return result === 'left-ivr' || result === 'closed' || result === 'dialled' ? 'call' : 'visit';
};

const SUMS: Readonly<Partial<Record<CallResult, string>>> = {
  entered: 'q.entered',
  answered: 'q.answered',
  abandoned: 'q.abandoned',
  limit: 'q.limits',
  key: 'q.keys',
  'refused-full': 'q.refused_full',
  'refused-empty': 'q.refused_empty',
  'left-empty': 'q.left_empty',
  withdrawn: 'q.withdrawn',
  unknown: 'q.unknown',
  unassigned: 'q.unassigned',
  transferred: 'q.transferred',
  // of those with a known end alone: never more than the rows, so nothing is passed over where answered ones are
  held: 'q.answered',
  'left-ivr': 'q.left_ivr',
  closed: 'q.closed',
};

/**
 * The sum of a queue's day that is not nought when there are such rows; null where rings or dialled calls are asked for,
 * which lie on other days than their sums, and where everything is.
 */
export function sumOf(result: CallResult, shortAbandonS: number): string | null {
  if (result !== 'short-abandoned') return SUMS[result] ?? null;
  const element = underElement(shortAbandonS);
  return element === 0
    ? '0'
    : `coalesce(q.abandoned_waits[least(${element}, cardinality(q.abandoned_waits))], 0)`;
}

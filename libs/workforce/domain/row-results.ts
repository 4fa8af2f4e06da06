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

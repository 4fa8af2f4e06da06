/** How a dialled call went, as far as the network says. `own_no_answer`: the dialler's own telephone was not taken. */
export const DIAL_RESULTS = [
  'answered',
  'no_answer',
  'busy',
  'refused',
  'off',
  'wrong_number',
  'unreachable',
  'cancelled',
  'own_no_answer',
] as const;
export type DialResult = (typeof DIAL_RESULTS)[number];

/** One leg that was rung, in the words of the switchboard. */
export interface DialledCause {
  /** `DialStatus` of DialEnd: BUSY, NOANSWER, CANCEL, CONGESTION, CHANUNAVAIL */
  readonly status: string | null;
  /** cause of its hang-up, Q.850 */
  readonly cause: string | null;
  /** the dialler hung up first */
  readonly gaveUp: boolean;
}

/** Q.850 says it closer than the dial status. Causes 16 and 0 say nothing but that it is over. */
const OF_CAUSE: Readonly<Record<string, DialResult>> = {
  1: 'wrong_number',
  17: 'busy',
  18: 'no_answer',
  19: 'no_answer',
  20: 'off',
  21: 'refused',
  22: 'wrong_number',
  27: 'off',
  28: 'wrong_number',
  34: 'unreachable',
  38: 'unreachable',
  41: 'unreachable',
  42: 'unreachable',
};

const OF_STATUS: Readonly<Record<string, DialResult>> = {
  BUSY: 'busy',
  NOANSWER: 'no_answer',
  CANCEL: 'cancelled',
  CONGESTION: 'unreachable',
  CHANUNAVAIL: 'unreachable',
};

/**
 * @param tries the legs that were rung, in order; none where the own telephone was not taken
 * @returns null while nothing is known
 */
export function dialResultOf(
  answered: boolean,
  tries: readonly DialledCause[],
  over: boolean,
): DialResult | null {
  if (answered) return 'answered';
  const last = tries.at(-1);
  if (!last) return over ? 'own_no_answer' : null;
  const said = last.status === null ? undefined : OF_STATUS[last.status];
  if (said === 'cancelled') return 'cancelled';
  const known = OF_CAUSE[last.cause ?? ''] ?? said;
  if (known) return known;
  if (!over) return null;
  return last.gaveUp ? 'cancelled' : 'no_answer';
}

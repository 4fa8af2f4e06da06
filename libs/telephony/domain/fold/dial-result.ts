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
  /** `DialStatus` of DialEnd: BUSY, NOANSWER, CANCEL, CONGESTION, CHANUNAVAIL; of a FreeSWITCH `SIP 486` */
  readonly status: string | null;
  /** cause of its hang-up: the number of Q.850, or FreeSWITCH's name of it */
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
  102: 'unreachable',
};

/** FreeSWITCH's names of those (switch_types.h), and what it says beyond Q.850. */
const NAMED: Readonly<Record<string, DialResult>> = {
  UNALLOCATED_NUMBER: 'wrong_number',
  USER_BUSY: 'busy',
  NO_USER_RESPONSE: 'no_answer',
  NO_ANSWER: 'no_answer',
  SUBSCRIBER_ABSENT: 'off',
  CALL_REJECTED: 'refused',
  NUMBER_CHANGED: 'wrong_number',
  DESTINATION_OUT_OF_ORDER: 'off',
  INVALID_NUMBER_FORMAT: 'wrong_number',
  NORMAL_CIRCUIT_CONGESTION: 'unreachable',
  NETWORK_OUT_OF_ORDER: 'unreachable',
  NORMAL_TEMPORARY_FAILURE: 'unreachable',
  SWITCH_CONGESTION: 'unreachable',
  RECOVERY_ON_TIMER_EXPIRE: 'unreachable',
  ALLOTTED_TIMEOUT: 'no_answer',
  PROGRESS_TIMEOUT: 'unreachable',
  ORIGINATOR_CANCEL: 'cancelled',
  USER_NOT_REGISTERED: 'off',
  GATEWAY_DOWN: 'unreachable',
  INVALID_GATEWAY: 'unreachable',
};

const OF_STATUS: Readonly<Record<string, DialResult>> = {
  BUSY: 'busy',
  NOANSWER: 'no_answer',
  CANCEL: 'cancelled',
  CONGESTION: 'unreachable',
  CHANUNAVAIL: 'unreachable',
  'SIP 404': 'wrong_number',
  'SIP 410': 'wrong_number',
  'SIP 480': 'no_answer',
  'SIP 484': 'wrong_number',
  'SIP 486': 'busy',
  'SIP 487': 'cancelled',
  'SIP 600': 'busy',
  'SIP 603': 'refused',
  'SIP 604': 'wrong_number',
};

/** The way there does not let us call: FreeSWITCH calls it CALL_REJECTED, as if the person had pressed a key. */
const NOT_LET_OUT = new Set(['SIP 401', 'SIP 402', 'SIP 403', 'SIP 407']);

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
  if (NOT_LET_OUT.has(last.status ?? '')) return 'unreachable';
  const known = OF_CAUSE[last.cause ?? ''] ?? NAMED[last.cause ?? ''] ?? said;
  if (known) return known;
  if (!over) return null;
  return last.gaveUp ? 'cancelled' : 'no_answer';
}

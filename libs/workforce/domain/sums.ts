/** Sums of a queue in an interval: counts, and times in microseconds. Each adds up over intervals and units. */
export const QUEUE_SUMS = [
  'arrived',
  'left_ivr',
  'closed',
  'asked',
  'entered',
  'answered',
  'abandoned',
  'limits',
  'keys',
  'refused_full',
  'refused_empty',
  'left_empty',
  'withdrawn',
  'unknown',
  'unassigned',
  'waited',
  'wait_us',
  'talked',
  'talk_us',
  'held',
  'hold_us',
  'wrapped',
  'wrap_us',
  'rung_out',
  'rejected',
  'ring_cancelled',
  'transferred',
] as const;
export type QueueSum = (typeof QUEUE_SUMS)[number];

/** What one agent's calls say. `waited` and `talked` are how many of them have a known length: the divisors of means. */
export const AGENT_CALL_SUMS = [
  'answered',
  'waited',
  'wait_us',
  'talked',
  'talk_us',
  'held',
  'hold_us',
  'wrapped',
  'wrap_us',
  'rung_out',
  'rejected',
  'ring_cancelled',
  'transferred',
  'dialled',
  'reached',
] as const;

/** Where an agent's time went, cut at the ends of the interval. */
export const AGENT_TIME_SUMS = [
  'signed_us',
  'idle_us',
  'ringing_us',
  'talking_us',
  'holding_us',
  'wrapping_us',
  'break_us',
  'training_us',
  'outbound_us',
  'other_us',
  'rostered_us',
  'adhered_us',
] as const;
export type AgentTimeSum = (typeof AGENT_TIME_SUMS)[number];
export type AgentTime = Record<AgentTimeSum, number>;

export const AGENT_SUMS = [...AGENT_CALL_SUMS, ...AGENT_TIME_SUMS] as const;
export type AgentSum = (typeof AGENT_SUMS)[number];

export type Sums<K extends string> = Readonly<Record<K, number>>;

export function nothingOf<K extends string>(names: readonly K[]): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
}

/** @param sign −1 takes `b` away from `a` */
export function plus<K extends string>(
  names: readonly K[],
  a: Sums<K>,
  b: Sums<K>,
  sign: 1 | -1 = 1,
): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, a[name] + sign * b[name]])) as Record<K, number>;
}

export const isNothing = <K extends string>(names: readonly K[], sums: Sums<K>): boolean =>
  names.every((name) => sums[name] === 0);

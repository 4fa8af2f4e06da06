import { type AgentTime, AGENT_TIME_SUMS, type AgentTimeSum, nothingOf } from './sums.js';

/** [from, to) in microseconds since the epoch. */
export interface Stretch {
  readonly fromUs: number;
  readonly toUs: number;
}

/** A state as presence showed it: its stretches follow each other and never overlap. */
export interface ShownStretch extends Stretch {
  readonly shown: string;
}

/** A state as the switchboard saw it: signed in, paused, ringing, talking and held lie over each other. */
export interface SwitchboardStretch extends Stretch {
  readonly state: 'signed_in' | 'paused' | 'ringing' | 'talking' | 'held' | 'outbound';
  readonly reason: string | null;
}

const COLUMN: Readonly<Record<string, AgentTimeSum>> = {
  idle: 'idle_us',
  ringing: 'ringing_us',
  talking: 'talking_us',
  hold: 'holding_us',
  'wrap-up': 'wrapping_us',
  break: 'break_us',
  training: 'training_us',
  outbound: 'outbound_us',
};

/** The reason of the pause that the product sets for wrap-up. */
const WRAP_UP = 'acw';

const shownOf = ({ state, reason }: SwitchboardStretch): string => {
  if (state === 'paused') return reason === WRAP_UP ? 'wrap-up' : 'break';
  return { signed_in: 'idle', ringing: 'ringing', talking: 'talking', held: 'hold', outbound: 'outbound' }[
    state
  ];
};

/** What covers what where states of the switchboard lie over each other: the telephone before the pause. */
const OVER = ['hold', 'talking', 'outbound', 'ringing', 'wrap-up', 'break', 'idle'];

/** One state at a time, out of states that lie over each other. */
export function flattened(stretches: readonly SwitchboardStretch[]): ShownStretch[] {
  const marks = [...new Set(stretches.flatMap(({ fromUs, toUs }) => [fromUs, toUs]))].sort((a, b) => a - b);
  const flat: ShownStretch[] = [];
  for (const [index, fromUs] of marks.slice(0, -1).entries()) {
    const toUs = marks[index + 1] ?? fromUs;
    const states = stretches.filter((one) => one.fromUs <= fromUs && one.toUs >= toUs).map(shownOf);
    const shown = OVER.find((state) => states.includes(state));
    if (shown) flat.push({ fromUs, toUs, shown });
  }
  return flat;
}

const overlap = (a: Stretch, b: Stretch): number =>
  Math.max(0, Math.min(a.toUs, b.toUs) - Math.max(a.fromUs, b.fromUs));

/**
 * Where an agent's time went inside one interval. What the person meant to do (presence) leads; where presence says nothing
 * of the interval, the switchboard's word stands. Adherence is time of a shift in which he was signed in and not on a break.
 * @param interval ends at `now` while it lasts, so that what is still to come counts as nothing
 */
export function agentTime(
  interval: Stretch,
  presence: readonly ShownStretch[],
  switchboard: readonly SwitchboardStretch[],
  shifts: readonly Stretch[],
): AgentTime {
  const time: AgentTime = nothingOf(AGENT_TIME_SUMS);
  const own = presence.filter((one) => overlap(one, interval) > 0);
  const stretches = own.length > 0 ? own : flattened(switchboard.filter((one) => overlap(one, interval) > 0));
  for (const one of stretches) {
    const inside = { fromUs: Math.max(one.fromUs, interval.fromUs), toUs: Math.min(one.toUs, interval.toUs) };
    const length = Math.max(0, inside.toUs - inside.fromUs);
    time.signed_us += length;
    time[COLUMN[one.shown] ?? 'other_us'] += length;
    if (one.shown !== 'break') for (const shift of shifts) time.adhered_us += overlap(inside, shift);
  }
  for (const shift of shifts) time.rostered_us += overlap(shift, interval);
  return time;
}

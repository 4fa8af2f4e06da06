import { allow, type Decision, deny } from '@hotline/kernel';
import { keyOrder, type Line, type Order } from './orders.js';
import type { CallNow, Presence } from './presence.js';
import { IN_CALL } from './states.js';

/** The keys of a telephone that the console may press. */
export const TELEPHONE_KEYS = ['answer', 'reject', 'hold', 'resume', 'hang-up'] as const;
export type TelephoneKey = (typeof TELEPHONE_KEYS)[number];

/** What a screen may offer for a telephone; `dial` calls from it. */
export const CONTROLS = [...TELEPHONE_KEYS, 'dial'] as const;
export type Control = (typeof CONTROLS)[number];

/** A telephone and how its switchboard is spoken to. */
export interface OwnLine extends Line {
  readonly sourceKind: string;
  readonly line: 'live' | 'down';
}

const ON_FREESWITCH: readonly Control[] = ['reject', 'hold', 'resume', 'hang-up', 'dial'];
const ON_ASTERISK: readonly Control[] = ['reject', 'hang-up', 'dial'];

/**
 * A practice telephone has every key. A real one can be made to let go of a call and to dial, on FreeSWITCH also to hold, but
 * never to lift; a vendor's bar has its own buttons. Other switchboards take no orders from us.
 */
export function controlsOf({ kind, sourceKind }: Pick<OwnLine, 'kind' | 'sourceKind'>): Control[] {
  if (kind === 'vendor-bar') return [];
  if (sourceKind === 'esl') return [...ON_FREESWITCH];
  if (sourceKind !== 'ami') return [];
  return kind === 'practice' ? [...CONTROLS] : [...ON_ASTERISK];
}

/** Its own sign-on counts: a vendor's bar has no console of ours, a practice telephone may be a robot's. */
export const mayLead = ({ kind }: Pick<OwnLine, 'kind'>): boolean =>
  kind === 'vendor-bar' || kind === 'practice';

type CallState = NonNullable<Presence['call']>['state'];
const STATES: Readonly<Record<TelephoneKey, readonly CallState[]>> = {
  answer: ['offered'],
  reject: ['offered'],
  hold: ['talking'],
  resume: ['held'],
  'hang-up': ['talking', 'held'],
};

/** A call he dials rings his own telephone: that is taken by hand, and let go by a key. */
const OF_DIALLED: Readonly<Record<TelephoneKey, readonly CallState[]>> = {
  answer: [],
  reject: [],
  hold: ['talking'],
  resume: ['held'],
  'hang-up': ['offered', 'dialling', 'talking', 'held'],
};

const statesFor = ({ direction }: CallNow, key: TelephoneKey): readonly CallState[] =>
  (direction === 'out' ? OF_DIALLED : STATES)[key];

/** What may be pressed in the call as it stands; with no call known, only the end of one's own dialling. */
function fits({ call, device }: Presence, key: TelephoneKey, callId: string | null): boolean {
  if (call) return call.callId === callId && statesFor(call, key).includes(call.state);
  return key === 'hang-up' && callId === null && IN_CALL.has(device);
}

/** What a screen offers just now. */
export function keysNow(presence: Presence, line: OwnLine): Control[] {
  if (line.line === 'down') return [];
  const callId = presence.call?.callId ?? null;
  return controlsOf(line).filter((control) => control === 'dial' || fits(presence, control, callId));
}

/** May the key be pressed, and by which order. */
export function mayPress(
  presence: Presence,
  line: OwnLine,
  key: TelephoneKey,
  callId: string | null,
): Decision<Order> {
  const order = controlsOf(line).includes(key) ? keyOrder(key, line) : null;
  if (!order) return deny('not-controllable');
  if (line.line === 'down') return deny('line-down');
  return fits(presence, key, callId) ? allow(order) : deny('wrong-state');
}

import type { Instant } from '@hotline/kernel';
import type { CallChange } from '@hotline/telephony';
import { beginWrapUp } from './aims.js';
import type { CallNow, Presence } from './presence.js';
import { isSignedIn } from './presence.js';
import type { PresenceSettings } from './settings.js';
import type { Device } from './states.js';

export type CallStep = Extract<CallChange, { callId: string }>;

const ENDS: ReadonlySet<CallStep['kind']> = new Set(['missed', 'talk_ended', 'ended']);

/** The end of a call is told without its stay in a queue; the end of a talk names it. */
const isOf = (call: CallNow | null, { callId, visitId, kind }: CallStep): call is CallNow =>
  call !== null && call.callId === callId && (kind === 'ended' || call.visitId === visitId);

/** What the telephone must be doing, unless it says otherwise later. */
const deviceAfter = (presence: Presence, device: Device, at: Instant): Partial<Presence> =>
  presence.deviceAt && presence.deviceAt.getTime() > at.getTime() ? {} : { device };

const callOf = ({ callId, visitId, direction }: CallStep, state: CallNow['state'], at: Instant): CallNow => ({
  callId,
  visitId,
  direction,
  state,
  since: at,
});

function offered(presence: Presence, step: CallStep, at: Instant): Presence {
  // A second call that knocks while he talks is his telephone's affair.
  if (presence.call && presence.call.state !== 'offered') return presence;
  if (isOf(presence.call, step) || alreadyOver(presence, step)) return presence;
  return { ...presence, call: callOf(step, 'offered', at) };
}

const alreadyOver = ({ wrapUp }: Presence, { callId, visitId }: CallStep): boolean =>
  wrapUp?.callId === callId && wrapUp.visitId === visitId;

function answered(presence: Presence, step: CallStep, at: Instant): Presence {
  if (isOf(presence.call, step) && presence.call.state !== 'offered') return presence;
  if (alreadyOver(presence, step)) return presence;
  return { ...presence, ...deviceAfter(presence, 'in-use', at), call: callOf(step, 'talking', at) };
}

function held(presence: Presence, step: CallStep, at: Instant): Presence {
  const { call } = presence;
  const state = step.kind === 'held' ? 'held' : 'talking';
  if (!isOf(call, step) || call.state === 'offered' || call.state === state) return presence;
  return { ...presence, call: { ...call, state, since: at } };
}

function over(presence: Presence, step: CallStep, at: Instant, settings: PresenceSettings): Presence {
  const { call } = presence;
  const free = { ...presence, ...deviceAfter(presence, 'free', at), call: null };
  if (!isOf(call, step)) {
    // His talk although its beginning was not heard; the end of somebody else's call says nothing of him.
    const unheard = step.kind === 'talk_ended' && call === null && !alreadyOver(presence, step);
    return unheard && step.direction !== 'internal' ? beginWrapUp(free, step, at, settings) : presence;
  }
  if (call.state === 'offered' || call.direction === 'internal') return free;
  return step.kind === 'missed' ? presence : beginWrapUp(free, call, at, settings);
}

/**
 * What a call event makes of the presence of the one whose telephone it concerns. Safe to hear twice, and late: an event
 * older than the newest is passed over, but for the end of the very call that is on.
 */
export function hearCall(
  presence: Presence,
  step: CallStep,
  at: Instant,
  settings: PresenceSettings,
): Presence {
  if (!isSignedIn(presence)) return presence;
  const { callHeardAt } = presence;
  const late = callHeardAt !== null && step.at.getTime() < callHeardAt.getTime();
  if (late && !(ENDS.has(step.kind) && isOf(presence.call, step))) return presence;
  const next = act(presence, step, at, settings);
  return next === presence || late ? next : { ...next, callHeardAt: step.at };
}

function act(presence: Presence, step: CallStep, at: Instant, settings: PresenceSettings): Presence {
  switch (step.kind) {
    case 'offered':
      return offered(presence, step, at);
    case 'answered':
      return answered(presence, step, at);
    case 'held':
    case 'resumed':
      return held(presence, step, at);
    default:
      return over(presence, step, at, settings);
  }
}

import type { Instant } from '@hotline/kernel';
import type { CallChange } from '@hotline/telephony';
import { beginWrapUp, comeBack } from './aims.js';
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
  // What he dials himself never takes the place of a call that rings for him.
  if (presence.call && step.direction !== 'in') return presence;
  if (isOf(presence.call, step) || alreadyOver(presence, step)) return presence;
  return { ...presence, call: callOf(step, 'offered', at) };
}

const alreadyOver = ({ wrapUp }: Presence, { callId, visitId }: CallStep): boolean =>
  wrapUp?.callId === callId && wrapUp.visitId === visitId;

/** He has taken his telephone, and the number he dials is rung. */
function dialling(presence: Presence, step: CallStep, at: Instant): Presence {
  if (isBusyElsewhere(presence, step) || alreadyOver(presence, step)) return presence;
  if (presence.call && presence.call.state !== 'offered') return presence;
  return { ...presence, ...deviceAfter(presence, 'in-use', at), call: callOf(step, 'dialling', at) };
}

/** A consultation in the middle of a talk is the telephone's affair: the desk stays with the caller. */
const isBusyElsewhere = ({ call }: Presence, step: CallStep): boolean =>
  call !== null && step.direction !== 'in' && !isOf(call, step);

const TALKING: ReadonlySet<CallNow['state']> = new Set(['talking', 'held']);

function answered(presence: Presence, step: CallStep, at: Instant): Presence {
  if (isBusyElsewhere(presence, step)) return presence;
  if (isOf(presence.call, step) && TALKING.has(presence.call.state)) return presence;
  if (alreadyOver(presence, step)) return presence;
  return { ...presence, ...deviceAfter(presence, 'in-use', at), call: callOf(step, 'talking', at) };
}

function held(presence: Presence, step: CallStep, at: Instant): Presence {
  const { call } = presence;
  const state = step.kind === 'held' ? 'held' : 'talking';
  if (!isOf(call, step) || !TALKING.has(call.state) || call.state === state) return presence;
  return { ...presence, call: { ...call, state, since: at } };
}

function over(presence: Presence, step: CallStep, at: Instant, settings: PresenceSettings): Presence {
  const { call } = presence;
  const free = { ...presence, ...deviceAfter(presence, 'free', at), call: null };
  if (!isOf(call, step)) {
    // His talk although its beginning was not heard; the end of somebody else's call says nothing of him.
    const unheard = step.kind === 'talk_ended' && call === null && !alreadyOver(presence, step);
    const his = step.direction === 'in' || (step.direction === 'out' && presence.intent === 'outbound');
    return unheard && his ? beginWrapUp(free, step, at, settings) : presence;
  }
  if (call.direction === 'out' && !TALKING.has(call.state)) return notReached(free, call, at, settings);
  if (call.state === 'offered' || call.direction === 'internal') return free;
  return step.kind === 'missed' ? presence : beginWrapUp(free, call, at, settings);
}

/** A call-back that reached nobody is written up as well; one his own telephone did not take was none. */
function notReached(free: Presence, call: CallNow, at: Instant, settings: PresenceSettings): Presence {
  if (free.intent !== 'outbound') return free;
  if (call.state === 'dialling') return beginWrapUp(free, call, at, settings);
  return free.under ? comeBack(free, at) : free;
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
    case 'dialling':
      return dialling(presence, step, at);
    case 'answered':
      return answered(presence, step, at);
    case 'held':
    case 'resumed':
      return held(presence, step, at);
    default:
      return over(presence, step, at, settings);
  }
}

import type { Instant } from '@hotline/kernel';
import { aimAt, beginWrapUp, comeBack, signedOff } from './aims.js';
import { type Aim, isSignedIn, type Presence, READY } from './presence.js';
import { breakNamed, BY_TELEPHONE, type PresenceSettings } from './settings.js';
import { type Device, deviceOf } from './states.js';

/** The reason the switchboard is given for a wrap-up; call centres know it as after-call work. */
export const WRAP_UP_PAUSE = 'acw';
export const OUTBOUND_PAUSE = 'outbound';

/** Pauses of these reasons are our own orders coming back, late perhaps: they are never taken for a key that was pressed. */
export const isOurs = (settings: PresenceSettings, reason: string | null): boolean =>
  reason !== null &&
  [WRAP_UP_PAUSE, OUTBOUND_PAUSE, ...settings.breaks.map((one) => one.reason)].includes(reason);

/**
 * @param said when the switchboard said so, @param at when it holds here. A call of one's own has no stay in a queue: its end is
 * told by the telephone alone, and is written up like any other.
 */
export function hearDevice(
  presence: Presence,
  value: string | null,
  said: Instant,
  at: Instant,
  settings: PresenceSettings,
): Presence {
  const device = deviceOf(value);
  const older = presence.deviceAt !== null && said.getTime() < presence.deviceAt.getTime();
  if (older || device === presence.device) return presence;
  const heard = { ...presence, device, deviceAt: said };
  const own = presence.intent === 'outbound' && presence.call === null && device === 'free';
  if (own && TALKING.has(presence.device)) return beginWrapUp(heard, NO_CALL, at, settings);
  // His own telephone rang and he did not take it: nobody was called.
  return own && presence.device === 'ringing' && presence.under ? comeBack(heard, at) : heard;
}

const TALKING: ReadonlySet<Device> = new Set(['in-use', 'busy', 'ringing-in-use', 'on-hold']);
const NO_CALL = { callId: null, visitId: null };

/** Where the telephone leads, its pause is the intent; where the console leads, only a pause that is not ours counts. */
export function hearPause(
  presence: Presence,
  reason: string | null,
  settings: PresenceSettings,
  at: Instant,
): Presence {
  if (!isSignedIn(presence)) return presence;
  if (presence.ledBy === 'switchboard') return followPause(presence, reason, settings, at);
  if (presence.intent !== 'ready' || isOurs(settings, reason)) return presence;
  return aimAt(presence, { intent: 'break', reason: BY_TELEPHONE }, at);
}

function followPause(
  presence: Presence,
  words: string | null,
  settings: PresenceSettings,
  at: Instant,
): Presence {
  const named = breakNamed(settings, words);
  const aim: Aim =
    words === WRAP_UP_PAUSE
      ? { intent: 'wrap-up', reason: null }
      : named
        ? { intent: named.intent, reason: named.reason }
        : { intent: 'break', reason: BY_TELEPHONE };
  return presence.intent === aim.intent && presence.reason === aim.reason
    ? presence
    : aimAt(presence, aim, at);
}

export function hearUnpause(presence: Presence, at: Instant): Presence {
  if (!isSignedIn(presence) || presence.intent === 'ready') return presence;
  const follows = presence.ledBy === 'switchboard' || presence.reason === BY_TELEPHONE;
  return follows ? aimAt(presence, READY, at) : presence;
}

/** Gone from every queue: the end of a shift only for those who began it there. */
export const hearSignedOut = (presence: Presence, at: Instant): Presence =>
  isSignedIn(presence) && presence.ledBy === 'switchboard' ? signedOff(presence, at) : presence;

/** The reason to be paused with, or null to be rung. */
export function pauseOf({ intent, reason }: Presence): string | null {
  switch (intent) {
    case 'ready':
      return null;
    case 'wrap-up':
      return WRAP_UP_PAUSE;
    case 'outbound':
      return OUTBOUND_PAUSE;
    default:
      return reason ?? intent;
  }
}

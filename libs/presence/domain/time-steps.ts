import type { Instant } from '@hotline/kernel';
import { breakLimitAt, comeBack, signedOff } from './aims.js';
import { inCall } from './person-steps.js';
import { type Cause, isSignedIn, type Presence } from './presence.js';
import { limitSecondsOf, type PresenceSettings } from './settings.js';

/** A dialled call of which nothing was heard for so long was not placed. */
export const NOT_PLACED_MS = 90_000;

export interface Due {
  readonly presence: Presence;
  /** When it was due, which is what goes on record; not when somebody looked. */
  readonly at: Instant;
  readonly cause: Cause;
}

const later = (at: Instant, seconds: number): Instant => new Date(at.getTime() + seconds * 1_000);
const passed = (due: Instant, now: Instant): boolean => due.getTime() <= now.getTime();

function wrapUpOver(presence: Presence, now: Instant): Due | null {
  const endsAt = presence.wrapUp?.endsAt;
  if (!endsAt || !passed(endsAt, now) || inCall(presence)) return null;
  return { presence: comeBack(presence, endsAt), at: endsAt, cause: 'wrap-up-ended' };
}

function dialledInVain(presence: Presence, now: Instant): Due | null {
  const due = later(presence.since, NOT_PLACED_MS / 1_000);
  const waits = presence.intent === 'outbound' && presence.under !== null && !inCall(presence);
  return waits && passed(due, now)
    ? { presence: comeBack(presence, due), at: due, cause: 'call-not-placed' }
    : null;
}

/** @param watchedSince since when anybody has been looking: screens cannot be seen by a server that is down */
function screenOf(
  presence: Presence,
  settings: PresenceSettings,
  watchedSince: Instant,
  now: Instant,
): Due | null {
  if (presence.ledBy === 'switchboard') return null;
  const seen = presence.seenAt.getTime() > watchedSince.getTime() ? presence.seenAt : watchedSince;
  const unknownAt = later(seen, settings.unknownAfterSeconds);
  const goneAt = later(seen, settings.signedOutAfterSeconds);
  if (presence.lost && !passed(unknownAt, now))
    return { presence: { ...presence, lost: false }, at: presence.seenAt, cause: 'screen-back' };
  if (passed(goneAt, now) && !inCall(presence))
    return { presence: signedOff(presence, goneAt), at: goneAt, cause: 'screen-gone' };
  if (passed(unknownAt, now) && !presence.lost)
    return { presence: { ...presence, lost: true }, at: unknownAt, cause: 'screen-lost' };
  return null;
}

function overLimit(presence: Presence, settings: PresenceSettings, now: Instant): Due | null {
  const limit = breakLimitAt(presence, limitSecondsOf(settings, presence.intent, presence.reason));
  if (presence.flagged || !limit || !passed(limit, now)) return null;
  return { presence: { ...presence, flagged: true }, at: limit, cause: 'chosen' };
}

/** The first thing that time alone has brought about; asked again until nothing is left. */
export function dueOf(
  presence: Presence,
  settings: PresenceSettings,
  watchedSince: Instant,
  now: Instant,
): Due | null {
  if (!isSignedIn(presence)) return null;
  const found = [
    wrapUpOver(presence, now),
    dialledInVain(presence, now),
    screenOf(presence, settings, watchedSince, now),
    overLimit(presence, settings, now),
  ].filter((one): one is Due => one !== null);
  return found.sort((one, other) => one.at.getTime() - other.at.getTime())[0] ?? null;
}

import { allow, type Decision, deny, type Instant } from '@hotline/kernel';
import { aimAt, comeBack, layUnder, signedOff } from './aims.js';
import { type Aim, isSignedIn, type Presence, READY } from './presence.js';
import { breakOf, type PresenceSettings } from './settings.js';
import { IN_CALL } from './states.js';

export interface Post {
  readonly unitId: string;
  readonly unitPath: string;
}

/** A call is going on, rung or talked, by event or by the telephone's own word. */
export const inCall = ({ call, device, telephoneId }: Presence): boolean =>
  call !== null || (telephoneId !== null && IN_CALL.has(device));

const talking = ({ call, device, telephoneId }: Presence): boolean =>
  call?.state === 'talking' ||
  call?.state === 'held' ||
  (call === null && telephoneId !== null && IN_CALL.has(device) && device !== 'ringing');

const wrong = (presence: Presence): Decision<never> =>
  deny('wrong-state', { facts: { state: presence.intent } });

/** @param telephoneId null: for logging by hand only */
export function signIn(
  presence: Presence,
  post: Post,
  telephoneId: string | null,
  ledBy: Presence['ledBy'],
  at: Instant,
): Decision<Presence> {
  if (isSignedIn(presence)) return wrong(presence);
  const known = presence.telephoneId === telephoneId ? presence.device : 'unknown';
  return allow({
    ...aimAt(presence, READY, at),
    ...post,
    telephoneId,
    ledBy,
    device: known,
    signedInAt: at,
    seenAt: at,
    lost: false,
  });
}

/** Refused while a call is on; to leave after it, set "signed out" as the next state. */
export function signOut(presence: Presence, at: Instant): Decision<Presence> {
  if (!isSignedIn(presence)) return wrong(presence);
  if (inCall(presence)) return deny('in-call');
  return allow(signedOff(presence, at));
}

/** A state a person may choose: ready, outbound, or a reason of the list. */
function chosen({ intent, reason }: Aim, settings: PresenceSettings): Decision<Aim> {
  if (intent === 'ready' || intent === 'outbound')
    return reason === null ? allow({ intent, reason }) : deny('invalid-input', { field: 'reason' });
  if (intent !== 'break' && intent !== 'training') return deny('invalid-input', { field: 'intent' });
  if (!breakOf(settings, intent, reason)) return deny('invalid-input', { field: 'reason' });
  return allow({ intent, reason });
}

const sameAim = (one: Aim, other: Aim): boolean => one.intent === other.intent && one.reason === other.reason;

/** While he talks, what is chosen is kept for afterwards; otherwise it holds at once, also while a call rings. */
export function choose(
  presence: Presence,
  aim: Aim,
  settings: PresenceSettings,
  at: Instant,
): Decision<Presence> {
  if (!isSignedIn(presence)) return wrong(presence);
  const decided = chosen(aim, settings);
  if (!decided.ok) return decided;
  if (talking(presence)) return allow({ ...presence, next: decided.value });
  // The same again is no new break: its time goes on.
  if (sameAim(presence, decided.value) && !presence.under && !presence.next) return allow(presence);
  return allow(aimAt(presence, decided.value, at));
}

/** Sets what comes after the call or the wrap-up; null takes it back. */
export function chooseNext(
  presence: Presence,
  aim: Aim | null,
  settings: PresenceSettings,
): Decision<Presence> {
  if (!isSignedIn(presence)) return wrong(presence);
  if (aim === null) return allow(presence.next === null ? presence : { ...presence, next: null });
  if (!inCall(presence) && presence.intent !== 'wrap-up') return wrong(presence);
  if (aim.intent === 'signed-out' && aim.reason === null) return allow({ ...presence, next: aim });
  const decided = chosen(aim, settings);
  return decided.ok ? allow({ ...presence, next: decided.value }) : decided;
}

export function prolongWrapUp(presence: Presence, settings: PresenceSettings): Decision<Presence> {
  const { wrapUp } = presence;
  if (!wrapUp) return wrong(presence);
  if (wrapUp.prolongedTimes >= settings.prolongTimes)
    return deny('prolong-cap-reached', { facts: { times: settings.prolongTimes } });
  const endsAt = new Date(wrapUp.endsAt.getTime() + settings.prolongSeconds * 1_000);
  return allow({ ...presence, wrapUp: { ...wrapUp, endsAt, prolongedTimes: wrapUp.prolongedTimes + 1 } });
}

export function endWrapUp(presence: Presence, at: Instant): Decision<Presence> {
  return presence.wrapUp ? allow(comeBack(presence, at)) : wrong(presence);
}

/** Before the telephone is told to dial: he is not to be rung meanwhile. */
export function startDialling(presence: Presence, at: Instant): Decision<Presence> {
  if (!isSignedIn(presence)) return wrong(presence);
  if (presence.telephoneId === null) return deny('no-telephone');
  if (inCall(presence)) return deny('in-call');
  const under = layUnder(presence) ?? { ...READY, stretchAt: at };
  const { breakUsedMs, flagged } = presence;
  return allow({
    ...aimAt(presence, { intent: 'outbound', reason: null }, at),
    under,
    breakUsedMs,
    flagged,
  });
}

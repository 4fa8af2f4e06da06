import { DAY_MS, type Instant } from '@hotline/kernel';
import { type Aim, type Presence, READY, type Under, type WrapUp } from './presence.js';
import type { PresenceSettings } from './settings.js';

const after = (at: Instant, seconds: number): Instant => new Date(at.getTime() + seconds * 1_000);

/** Goes somewhere new; whatever lay under it or was set for later is forgotten. */
export const aimAt = (presence: Presence, { intent, reason }: Aim, at: Instant): Presence => ({
  ...presence,
  intent,
  reason,
  since: at,
  stretchAt: new Date(at),
  under: null,
  next: null,
  wrapUp: null,
  breakUsedMs: 0,
  flagged: false,
});

export const signedOff = (presence: Presence, at: Instant): Presence => ({
  ...aimAt(presence, { intent: 'signed-out', reason: null }, at),
  lost: false,
  call: null,
});

/** After a wrap-up or a dialled call: to the state set for later, else to what lay under it, else ready. */
export function comeBack(presence: Presence, at: Instant): Presence {
  const { next, under, breakUsedMs, flagged } = presence;
  if (next?.intent === 'signed-out') return signedOff(presence, at);
  if (next || !under) return aimAt(presence, next ?? READY, at);
  return { ...aimAt(presence, under, at), stretchAt: under.stretchAt, breakUsedMs, flagged };
}

/** What a wrap-up or a call of one's own lies upon. */
export function layUnder({ intent, reason, stretchAt, under }: Presence): Under | null {
  if (intent === 'break' || intent === 'training') return { intent, reason, stretchAt };
  // Dialled from the desk: what was there before it. Chosen for a round of call-backs: the round itself.
  if (intent === 'outbound') return under ?? { intent, reason, stretchAt };
  return intent === 'wrap-up' ? under : null;
}

export interface EndedCall {
  /** null for a call of one's own that nothing is on record of */
  readonly callId: string | null;
  readonly visitId: string | null;
}

/** The talk is over: the time to write it up begins, unless the hotline gives none or the telephone leads. */
export function beginWrapUp(
  presence: Presence,
  { callId, visitId }: EndedCall,
  at: Instant,
  { wrapUpSeconds }: PresenceSettings,
): Presence {
  if (presence.ledBy === 'switchboard') return presence;
  const under = layUnder(presence);
  const { next, breakUsedMs, flagged } = presence;
  if (wrapUpSeconds === 0)
    return presence.intent === 'ready' && !next ? presence : comeBack({ ...presence, under }, at);
  const wrapUp: WrapUp = {
    startedAt: at,
    endsAt: after(at, wrapUpSeconds),
    prolongedTimes: 0,
    callId,
    visitId,
  };
  const there = aimAt(presence, { intent: 'wrap-up', reason: null }, at);
  return { ...there, wrapUp, under, next, breakUsedMs, flagged };
}

/** When the running break will have lasted too long; null while it does not run or has no limit. */
export function breakLimitAt(
  { segment, breakUsedMs }: Presence,
  limitSeconds: number | null,
): Instant | null {
  if (limitSeconds === null || !segment || !['break', 'training'].includes(segment.shown)) return null;
  return new Date(segment.from.getTime() + limitSeconds * 1_000 - Math.min(breakUsedMs, 30 * DAY_MS));
}

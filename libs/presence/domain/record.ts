import type { Instant } from '@hotline/kernel';
import type { Cause, Maker, Presence, Segment } from './presence.js';
import { isSignedIn } from './presence.js';
import { shownOf } from './shown.js';

/** A change with the segments it touched: those closed by it, and the open one. */
export interface Recorded {
  readonly presence: Presence;
  readonly segments: readonly Segment[];
}

export interface Made {
  readonly by: Maker;
  readonly cause: Cause;
}

/**
 * When a change holds. A clock that lags cannot reach into what is already on record, one that runs ahead cannot put it
 * into the future; so segments follow each other without gap or overlap.
 */
export function momentFor({ segment, since }: Presence, at: Instant, now: Instant): Instant {
  const known = at.getTime() > now.getTime() ? now : at;
  const least = segment?.from ?? since;
  return known.getTime() < least.getTime() ? least : known;
}

/** The call a stretch belongs to: the one that is on, else the one that is written up. */
const callOf = ({ call, wrapUp }: Presence): Pick<Segment, 'callId' | 'visitId'> => ({
  callId: (call ?? wrapUp)?.callId ?? null,
  visitId: (call ?? wrapUp)?.visitId ?? null,
});

const sameStretch = (segment: Segment, after: Presence): boolean =>
  segment.shown === shownOf(after) &&
  segment.intent === after.intent &&
  segment.reason === after.reason &&
  segment.callId === callOf(after).callId &&
  segment.visitId === callOf(after).visitId &&
  segment.stretchAt.getTime() === after.stretchAt.getTime();

const counted = ({ shown }: Segment): boolean => shown === 'break' || shown === 'training';

const lengthOf = ({ from, to }: Segment): number => (to?.getTime() ?? from.getTime()) - from.getTime();

/** Puts a change on record: the running segment is closed and the next one opened where what is shown or meant differs. */
export function record(before: Presence, after: Presence, at: Instant, { by, cause }: Made): Recorded {
  if (after === before) return { presence: before, segments: [] };
  const version = before.version + 1;
  const meant =
    after.intent !== before.intent || after.reason !== before.reason || after.stretchAt !== before.stretchAt;
  const next = { ...after, version, intentVersion: meant ? version : before.intentVersion };
  const running = before.segment;
  if (running && isSignedIn(after) && sameStretch(running, after)) return { presence: next, segments: [] };
  const closed = running ? { ...running, to: at } : null;
  const used = closed && counted(closed) ? lengthOf(closed) : 0;
  const opened = isSignedIn(after) ? opening(after, before.lastSeq, at, { by, cause }) : null;
  const sameBreak = after.stretchAt === before.stretchAt || after.under?.stretchAt === before.stretchAt;
  return {
    presence: {
      ...next,
      segment: opened,
      lastSeq: opened?.seq ?? before.lastSeq,
      breakUsedMs: sameBreak ? after.breakUsedMs + used : after.breakUsedMs,
    },
    segments: [closed, opened].filter((one): one is Segment => one !== null),
  };
}

function opening(after: Presence, before: number, at: Instant, { by, cause }: Made): Segment {
  return {
    seq: before + 1,
    shiftAt: after.signedInAt ?? at,
    shown: shownOf(after),
    intent: after.intent,
    reason: after.reason,
    from: at,
    to: null,
    stretchAt: after.stretchAt,
    ...callOf(after),
    madeBy: by,
    cause,
  };
}

import { LAG_US } from './evidence.js';
import { type LegBook, type Span } from './leg-book.js';
import { type Moment } from './rows.js';

export interface Hold {
  fromUs: number;
  toUs: number;
}

interface Mark {
  us: number;
  on: boolean;
}

/** A leg is gone this soon after its talk at the latest. */
const OVER_WITHIN = 1_500_000;
/** Music that stops so near the end of the span (the talk's end and 2 ms) stops because of the end. */
const WITH_THE_TALK = 4_000;

/**
 * Stretches in which the agent held the caller: `Hold` and `Unhold` of the agent's leg, paired. A transfer adds an
 * Unhold of its own, so an Unhold without a Hold is not a hold; one whose Hold was lost is, and the caller's music
 * tells when it began. A hold that nobody ends lasts until the agent's leg is gone.
 * @param agentLegs the agent's leg, and the telephone's behind a Local channel
 * @param span the talk
 */
export function holdsOf(
  legs: LegBook,
  source: string,
  callerLegId: string,
  agentLegs: readonly string[],
  span: Span,
): Hold[] {
  const of = (kind: 'held' | 'resumed' | 'ended', within: Span): number[] =>
    agentLegs.flatMap((leg) => legs.find(source, leg, kind, within).map((event) => event.occurredUs));
  const marks: Mark[] = [
    ...of('held', span).map((us) => ({ us, on: true })),
    ...of('resumed', span).map((us) => ({ us, on: false })),
  ].sort((a, b) => a.us - b.us);
  const music = musicOf(legs, source, callerLegId, span);
  const holds: Hold[] = [];
  let since: number | null = null;
  let last = span.fromUs;
  for (const mark of marks) {
    if (mark.on && since !== null)
      holds.push({ fromUs: since, toUs: music.stopIn(since, mark.us) ?? mark.us });
    if (!mark.on) {
      const from: number | null = since ?? music.startIn(last, mark.us);
      if (from !== null) holds.push({ fromUs: from, toUs: mark.us });
    }
    since = mark.on ? mark.us : null;
    last = mark.us;
  }
  // The caller hears music to the end of the talk, and nothing says why: the Hold was lost, and there was no Unhold.
  since ??= music.lasting(last);
  if (since !== null) {
    const end = { fromUs: since, toUs: span.toUs + OVER_WITHIN };
    // Music that stopped before the talk did: the Unhold was lost. Else the hold went with the agent's leg.
    const stopped = music.stopIn(since, span.toUs - WITH_THE_TALK);
    const [over = span.toUs] = [...of('resumed', end), ...of('ended', end)].sort((a, b) => a - b);
    holds.push({ fromUs: since, toUs: stopped ?? over });
  }
  return holds.filter((hold) => hold.toUs > hold.fromUs);
}

/** The caller's music while the agent holds him, moved to the agent's own moment. */
function musicOf(legs: LegBook, source: string, legId: string, span: Span) {
  // Queue music stops in the moment of the connect: not a hold.
  const talk = { fromUs: span.fromUs + 20_000, toUs: span.toUs };
  const starts = legs.find(source, legId, 'music_started', talk).map((event) => event.occurredUs);
  const stops = legs.find(source, legId, 'music_stopped', talk).map((event) => event.occurredUs);
  return {
    startIn: (from: number, to: number): number | null => {
      const found = starts.filter((us) => us > from && us < to).at(-1);
      return found === undefined ? null : found + LAG_US.musicToHold;
    },
    lasting: (from: number): number | null => {
      const end = span.toUs - WITH_THE_TALK;
      const began = starts.findLast((us) => us > from && us < end);
      if (began === undefined || span.toUs === Number.MAX_SAFE_INTEGER) return null;
      return stops.some((us) => us > began && us <= end) ? null : began + LAG_US.musicToHold;
    },
    stopIn: (from: number, to: number): number | null => {
      const found = stops.find((us) => us > from && us <= to);
      return found === undefined ? null : found + LAG_US.musicToResume;
    },
  };
}

/** @returns the talk as a span, or null where it has no clock */
export function talkSpan(answered: Moment | null, ended: Moment | null): Span | null {
  if (!answered || answered.known === 'order') return null;
  const slack = answered.known === 'second' ? 0 : 2_000;
  if (!ended || ended.known === 'order')
    return { fromUs: answered.us - slack, toUs: Number.MAX_SAFE_INTEGER };
  return { fromUs: answered.us - slack, toUs: ended.us + (ended.known === 'second' ? 1_000_000 : 2_000) };
}

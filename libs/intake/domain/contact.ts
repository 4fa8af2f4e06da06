import { allow, type Decision, deny, type Instant, MINUTE_MS } from '@hotline/kernel';
import type { Channel, Kind } from '@hotline/ticket';

export const CONTACT_OUTCOMES = [
  'answered',
  'open',
  'abandoned',
  'transferred',
  'silent',
  'abusive',
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** 话务满意度: the key pressed after the call; not the rating of the handling. */
export const CALL_RATINGS = ['satisfied', 'neutral', 'dissatisfied', 'not-rated'] as const;
export type CallRating = (typeof CALL_RATINGS)[number];

/** One approach by a worker as the desk hands it in; times in ISO 8601. */
export interface ContactInput {
  readonly channel: Channel;
  readonly number?: string | undefined;
  readonly callerName?: string | undefined;
  readonly startedAt: string;
  readonly answeredAt?: string | undefined;
  readonly endedAt?: string | undefined;
  readonly outcome: ContactOutcome;
  readonly kind?: Kind | undefined;
  readonly field?: string | undefined;
  readonly item?: string | undefined;
  readonly places?: PlacesInput | undefined;
  readonly employer?: string | undefined;
  readonly summary?: string | undefined;
  readonly answer?: string | undefined;
  readonly callRating?: CallRating | undefined;
  readonly draftId?: string | undefined;
  /** The telephone call it is: number and times are then the switchboard's. */
  readonly callId?: string | undefined;
}

export const PLACE_NAMES = ['caller', 'workplace', 'employerSeat', 'insurance'] as const;
export type PlaceName = (typeof PLACE_NAMES)[number];

export interface PlaceInput {
  readonly code: string;
  readonly guessed?: boolean | undefined;
}
export type PlacesInput = { readonly [name in PlaceName]?: PlaceInput | undefined };

export interface ContactTimes {
  readonly startedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant | null;
}

// The clocks of office computers differ; a contact further ahead than this is a mistake.
const CLOCKS_DIFFER_MS = 5 * MINUTE_MS;

const TIMES = ['startedAt', 'answeredAt', 'endedAt'] as const;

/** A contact is not in the future, and is answered after it began and ended after that. */
export function contactTimes(input: ContactInput, now: Instant): Decision<ContactTimes> {
  let earlier = -Infinity;
  for (const field of TIMES) {
    const text = input[field];
    if (text === undefined) continue;
    const at = Date.parse(text);
    if (Number.isNaN(at)) return deny('invalid-input', { field, facts: { problem: 'not-a-time' } });
    if (at > now.getTime() + CLOCKS_DIFFER_MS)
      return deny('invalid-input', { field, facts: { problem: 'in-the-future' } });
    if (at < earlier) return deny('invalid-input', { field, facts: { problem: 'before-the-start' } });
    earlier = at;
  }
  const at = (text: string | undefined) => (text === undefined ? null : new Date(text));
  return allow({
    startedAt: new Date(input.startedAt),
    answeredAt: at(input.answeredAt),
    endedAt: at(input.endedAt),
  });
}

/** Calls are answered or missed, never both; nobody rates a call that nobody answered. */
export function contactOutcome(input: ContactInput): Decision<ContactOutcome> {
  const { channel, outcome, answeredAt, callRating = 'not-rated' } = input;
  if (outcome === 'abandoned' && answeredAt !== undefined) {
    return deny('invalid-input', { field: 'answeredAt', facts: { problem: 'abandoned-but-answered' } });
  }
  const unanswered = outcome === 'abandoned' || (channel === 'call' && answeredAt === undefined);
  if (unanswered && callRating !== 'not-rated')
    return deny('rating-without-contact', { field: 'callRating' });
  if (unanswered && outcome !== 'abandoned')
    return deny('invalid-input', { field: 'answeredAt', facts: { problem: 'not-answered' } });
  return allow(outcome);
}

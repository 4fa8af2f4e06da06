import { allow, type Decision, deny, type Instant } from '@hotline/kernel';
import type { ContactInput } from './contact.js';

/** A telephone call as the person at whose telephone it rang may know it. */
export interface DeskCall {
  readonly id: string;
  readonly visitId: string | null;
  readonly direction: 'in' | 'out' | 'internal';
  readonly unitPath: string;
  /** One spelling, clear; null when the caller withheld it. Never leaves the server but by a recorded look. */
  readonly number: string | null;
  readonly withheld: boolean;
  readonly queue: string | null;
  readonly joinedAt: Instant | null;
  readonly arrivedAt: Instant;
  readonly offeredAt: Instant;
  /** When this person took it, and when the talk (or the ringing) was over. */
  readonly answeredAt: Instant | null;
  readonly overAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly recording: string | null;
  readonly contact: CallContact | null;
}

/** The contact of the call; `pending` until an agent hands it in. */
export interface CallContact {
  readonly id: string;
  readonly no: string;
  readonly outcome: string;
  readonly agentId: string | null;
  readonly ticketId: string | null;
  /** The worker wants to stay unknown: the number is shown to nobody any more. */
  readonly anonymous: boolean;
}

/** What one telephone has told of one call: the newest moment of each kind. */
export interface OfferMoments {
  readonly offeredAt: Instant;
  readonly answeredAt: Instant | null;
  readonly missedAt: Instant | null;
  readonly talkEndedAt: Instant | null;
}

const ms = (at: Instant | null): number => at?.getTime() ?? -Infinity;

/** A telephone may ring for a call again after it was missed or passed on: the newest moment decides. */
export function offerOf(told: OfferMoments): Pick<DeskCall, 'offeredAt' | 'answeredAt' | 'overAt'> {
  const { offeredAt, answeredAt, missedAt, talkEndedAt } = told;
  const over = ms(missedAt) > ms(talkEndedAt) ? missedAt : talkEndedAt;
  const began = Math.max(ms(offeredAt), ms(answeredAt));
  const ringsAgain =
    ms(offeredAt) > ms(talkEndedAt) && ms(talkEndedAt) >= ms(answeredAt) && talkEndedAt !== null;
  return {
    offeredAt,
    answeredAt: ringsAgain ? null : answeredAt,
    overAt: ms(over) >= began ? over : null,
  };
}

export type DeskCallState = 'ringing' | 'talking' | 'over';

export function callState({ answeredAt, overAt, endedAt }: DeskCall): DeskCallState {
  if (overAt ?? endedAt) return 'over';
  return answeredAt ? 'talking' : 'ringing';
}

/**
 * The contact with what the switchboard knows better: number and times. What the agent typed stands where it knows
 * nothing: a number the caller withheld and then told, an answer that the line lost.
 */
export function asCalled(input: ContactInput, call: DeskCall): Decision<ContactInput> {
  if (input.channel !== 'call')
    return deny('invalid-input', { field: 'callId', facts: { problem: 'not-a-call' } });
  const answered = call.answeredAt?.toISOString() ?? input.answeredAt;
  const over = call.overAt ?? call.endedAt;
  return allow({
    ...input,
    number: call.number ?? input.number,
    startedAt: call.arrivedAt.toISOString(),
    answeredAt: answered,
    // Handed in while they still talk: the end is written when it comes.
    endedAt: over?.toISOString(),
  });
}

/**
 * One call makes one contact, whoever of those who talked hands it in first. Whoever took the call over after that has
 * done work of their own and makes a contact of their own.
 * @returns the contact to hand in; null to make another
 */
export function contactToHandIn(
  contact: CallContact | null,
  accountId: string,
): Decision<CallContact | null> {
  if (!contact || contact.outcome === 'pending') return allow(contact);
  return contact.agentId === accountId ? deny('contact-handed-in', { field: 'callId' }) : allow(null);
}

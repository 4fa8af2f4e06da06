import { type CallReason, type LegKind } from '../call-event/call-event.js';
import { type DialResult } from './dial-result.js';

/**
 * How a moment is known. `exact`: its own event. `near`: another event of the same moment, within about 2 ms
 * (evidence.ts). `second`: whole seconds of the log or a snapshot. `order`: the feed has no clock.
 */
export type Known = 'exact' | 'near' | 'second' | 'order';

export interface Moment {
  us: number;
  known: Known;
}

/** A length of time in microseconds; `second` when it comes from the PBX's whole-second fields. */
export interface Duration {
  us: number;
  known: Exclude<Known, 'order'>;
}

export const VISIT_OUTCOMES = [
  'answered',
  'key',
  'limit',
  'full',
  'empty',
  'withdrawn',
  'abandoned',
  'lost',
  'open',
] as const;
/** `full` and `empty` without `entered` are refusals; `open` is not over yet; `lost` ended unseen. */
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

export interface MissedRing {
  agent: string;
  agentExt: string | null;
  legId: string | null;
  at: Moment;
  reason: Extract<CallReason, 'ring_out' | 'rejected' | 'ring_cancelled'>;
}

/** One stay of a call in one queue, or a request that the queue refused. */
export interface VisitRow {
  source: string;
  visitId: string;
  callId: string | null;
  callerLegId: string;
  queue: string;
  ordinal: number;
  caller: string | null;
  requested: Moment | null;
  /** false for a request that was refused before it joined */
  entered: boolean;
  joined: Moment | null;
  /** left the queue without an answer */
  left: Moment | null;
  answered: Moment | null;
  talkEnded: Moment | null;
  outcome: VisitOutcome;
  /** an abandon younger than two seconds that nothing has confirmed: it may become a limit */
  provisional: boolean;
  /** false where the end was not seen: the row counts as entered, its talk is left out of means */
  endKnown: boolean;
  lastSeenUs: number;
  agent: string | null;
  agentExt: string | null;
  agentLegId: string | null;
  wait: Duration | null;
  /** the PBX's own whole seconds */
  waitS: number | null;
  talk: Duration | null;
  talkS: number | null;
  hold: Duration;
  holds: number;
  /** `system`: lost; its end is when it was last seen */
  endedBy: 'caller' | 'agent' | 'transfer' | 'system' | null;
  transfer: 'blind' | 'attended' | null;
  offers: number;
  missed: MissedRing[];
  callbackRequested: boolean;
  /** the key by which the caller left */
  exitKey: string | null;
}

export const CALL_OUTCOMES = ['answered', 'left_ivr', 'closed', 'not_answered', 'lost', 'open'] as const;
/** `left_ivr`: hung up before asking for an agent; `closed`: the dialplan ended it before that (out of hours). */
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** One call that reached the number. */
export interface CallRow {
  source: string;
  callId: string;
  callerLegId: string;
  caller: string | null;
  dialled: string | null;
  arrived: Moment;
  /** false where the arrival was lost and follows from the leg's context or from its visit */
  arrivalSeen: boolean;
  ended: Moment | null;
  asked: boolean;
  outcome: CallOutcome;
  visitIds: string[];
}

/** A call dialled from inside: outbound, or from one telephone to another. Never among the calls that reached the number. */
export interface DialledRow {
  source: string;
  /** the dialler's own leg: the key of the call */
  legId: string;
  otherLegIds: string[];
  direction: 'out' | 'internal';
  /** the outside number, personal: seal before storing */
  number: string | null;
  /** the inside number of a call from telephone to telephone */
  dialled: string | null;
  agentExt: string | null;
  calledExt: string | null;
  started: Moment;
  /** by `Originate`: the dialler's own telephone rang first */
  ordered: boolean;
  /** the other side began to be rung */
  rang: Moment | null;
  answered: Moment | null;
  talkEnded: Moment | null;
  ended: Moment | null;
  talk: Duration | null;
  hold: Duration;
  holds: number;
  /** null while nothing is known, and for a call into a queue */
  result: DialResult | null;
  outcome: Extract<CallOutcome, 'answered' | 'not_answered' | 'lost' | 'open'>;
  /** false where it was lost: ended when it was last seen, its talk left out of means */
  endKnown: boolean;
}

export interface LegRow {
  source: string;
  legId: string;
  callId: string | null;
  kind: LegKind;
  peer: string | null;
  created: Moment | null;
  ended: Moment | null;
  /** where the switchboard says that it is being recorded */
  recording: string | null;
  /** hang-up cause number (Q.850) or name, as sent */
  cause: string | null;
}

/** `outbound`: a dialled call, its ringing included; it is apart from talk in every figure. */
export const SEGMENT_STATES = ['signed_in', 'paused', 'ringing', 'talking', 'held', 'outbound'] as const;

/** A stretch of an agent's time as the PBX saw it; `toUs` null while it lasts. */
export interface AgentSegment {
  source: string;
  agent: string;
  state: (typeof SEGMENT_STATES)[number];
  reason: string | null;
  queue: string | null;
  visitId: string | null;
  from: Moment;
  toUs: number | null;
}

export interface FeedGap {
  source: string;
  fromUs: number;
  toUs: number;
  restarted: boolean;
}

export interface FoldedRows {
  calls: CallRow[];
  dialled: DialledRow[];
  visits: VisitRow[];
  legs: LegRow[];
  segments: AgentSegment[];
  gaps: FeedGap[];
  /** every queue and every agent named by any event */
  queues: string[];
  agents: { source: string; agent: string; agentExt: string | null }[];
}

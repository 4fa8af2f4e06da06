import { type CallEvent } from '../call-event/call-event.js';
import { isPrecise, type LegBook, type Span, within } from './leg-book.js';
import { type Moment } from './rows.js';
import { live, logged, type VisitFacts } from './visit-facts.js';

/**
 * Other events of the same moment, for the case that the one that names it was lost. The lags (microseconds from the
 * witness to the fact) are medians of the recorded Asterisk 22.10; the worst deviation found there is in brackets.
 * AgentComplete follows the hang-up request by the queue's own subscription, so the request is its best witness.
 */
export const LAG_US = {
  /** MusicOnHoldStart on the caller's leg → QueueCallerJoin (0.1 ms) */
  musicToJoin: -6,
  /** HotlineToQueue → QueueCallerJoin (1.1 ms) */
  requestToJoin: 170,
  /** QueueCallerLeave → AgentConnect (0.2 ms) */
  leaveToConnect: 37,
  /** BridgeEnter of the agent's leg → AgentConnect (1.6 ms) */
  bridgeToConnect: -200,
  /** DialEnd ANSWER → AgentConnect (2.0 ms) */
  dialEndToConnect: 490,
  /** BlindTransfer or AttendedTransfer → AgentComplete */
  transferToEnd: 25,
  /** HangupRequest of caller or agent → AgentComplete (1.6 ms, all others under 0.5) */
  hangupToEnd: 300,
  /** first BridgeLeave → AgentComplete (1.8 ms) */
  bridgeLeaveToEnd: -300,
  /** Hangup of the agent's leg → AgentComplete (1.9 ms) */
  legEndToEnd: -900,
  /** QueueCallerLeave → QueueCallerAbandon (0.1 ms) */
  leaveToAbandon: -55,
  /** HangupRequest → QueueCallerAbandon (0.4 ms) */
  hangupToAbandon: 580,
  /** MusicOnHoldStart of the caller → Hold by the agent: the shortest lag seen (others 0.5 ms more) */
  musicToHold: -669,
  /** MusicOnHoldStop of the caller → Unhold by the agent: the shortest lag seen (others 0.4 ms more) */
  musicToResume: -913,
} as const;

const SECOND = 1_000_000;
const BEFORE_ALL = 0;
const AFTER_ALL = Number.MAX_SAFE_INTEGER;

/** Where a moment must lie that the log has in whole seconds; AMI stamps a little later than the log. */
export const around = (event: CallEvent | undefined): Span =>
  event
    ? { fromUs: event.occurredUs - SECOND / 5, toUs: event.occurredUs + 1.5 * SECOND }
    : { fromUs: BEFORE_ALL, toUs: AFTER_ALL };

const and = (a: Span, b: Span): Span => ({
  fromUs: Math.max(a.fromUs, b.fromUs),
  toUs: Math.min(a.toUs, b.toUs),
});

export const exact = (event: CallEvent | undefined): Moment | null =>
  event && isPrecise(event) ? { us: event.occurredUs, known: 'exact' } : null;

const near = (event: CallEvent | undefined, lag: number): Moment | null =>
  event && isPrecise(event) ? { us: event.occurredUs + lag, known: 'near' } : null;

/** Whole seconds, or an order without a clock. */
export const coarse = (event: CallEvent | undefined): Moment | null =>
  event ? { us: event.occurredUs, known: event.precision === 'order' ? 'order' : 'second' } : null;

export const first = (...moments: (Moment | null | undefined)[]): Moment | null =>
  moments.find((moment) => moment != null) ?? null;

/** When the waiting began. */
export function joinedAt(facts: VisitFacts, legs: LegBook): Moment | null {
  const own = live(facts, 'queue_joined');
  const log = logged(facts, 'queue_joined');
  const requested = live(facts, 'queue_requested');
  const asked = requested && isPrecise(requested) ? requested.occurredUs : null;
  const span = and(
    around(log),
    asked === null ? around(undefined) : { fromUs: asked, toUs: asked + 10 * SECOND },
  );
  const bound = log || asked !== null;
  const music = bound ? legs.find(facts.source, facts.callerLegId, 'music_started', span)[0] : undefined;
  return first(
    exact(own),
    near(music, LAG_US.musicToJoin),
    near(requested, LAG_US.requestToJoin),
    coarse(log),
    coarse(own),
    coarse(requested),
  );
}

/** When an agent's leg was connected; ask only for a visit that was answered. */
export function answeredAt(
  facts: VisitFacts,
  legs: LegBook,
  agentLegId: string | null,
  joined: Moment | null,
): Moment | null {
  const own = live(facts, 'answered');
  const log = logged(facts, 'answered');
  const span = and(around(log), {
    fromUs: joined?.known === 'exact' ? joined.us : BEFORE_ALL,
    toUs: AFTER_ALL,
  });
  const left = facts.live.find(
    (event) => event.type === 'queue_left' && event.reason === null && within(event.occurredUs, span),
  );
  const bridged = legs.find(facts.source, agentLegId, 'bridge_entered', span)[0];
  const picked = legs
    .find(facts.source, agentLegId, 'dial_ended', span)
    .find((event) => event.rawReason === 'ANSWER');
  return first(
    exact(own),
    near(left, LAG_US.leaveToConnect),
    near(bridged, LAG_US.bridgeToConnect),
    near(picked, LAG_US.dialEndToConnect),
    coarse(log),
    coarse(own),
  );
}

/** When the talk of caller and agent ended: not the caller's hang-up, for he may stay for a survey. */
export function talkEndedAt(
  facts: VisitFacts,
  legs: LegBook,
  agentLegId: string | null,
  answered: Moment | null,
): Moment | null {
  const own = live(facts, 'talk_ended');
  const log = logged(facts, 'talk_ended');
  const floor = answered && answered.known !== 'order' ? answered.us : BEFORE_ALL;
  const span = and(around(log), { fromUs: floor, toUs: AFTER_ALL });
  const agents = agentWitness(facts, legs, agentLegId, span);
  const both = (kind: Parameters<LegBook['find']>[2]): CallEvent | undefined =>
    [...legs.find(facts.source, facts.callerLegId, kind, span).slice(0, 1), ...agents(kind).slice(0, 1)].sort(
      (a, b) => a.occurredUs - b.occurredUs,
    )[0];
  return first(
    exact(own),
    near(both('transferred'), LAG_US.transferToEnd),
    near(both('hangup_requested'), LAG_US.hangupToEnd),
    near(both('bridge_left'), LAG_US.bridgeLeaveToEnd),
    near(agents('ended')[0], LAG_US.legEndToEnd),
    coarse(log),
    coarse(own),
  );
}

const PARTING = ['bridge_left', 'hangup_requested', 'ended'] as const;

/**
 * What the agent's leg tells of the end. A Local channel leaves when the telephone behind it has taken its place: it tells of
 * an end only where the caller parts at that moment, too.
 */
function agentWitness(
  { source, callerLegId }: VisitFacts,
  legs: LegBook,
  agentLegId: string | null,
  span: Span,
): (kind: Parameters<LegBook['find']>[2]) => CallEvent[] {
  const isLocal = legs
    .all(source, agentLegId)
    .some((event) => event.legId === agentLegId && event.peer?.startsWith('Local/'));
  const parts = (us: number): boolean =>
    PARTING.some(
      (kind) => legs.find(source, callerLegId, kind, { fromUs: us - SECOND, toUs: us + SECOND }).length > 0,
    );
  return (kind) =>
    legs.find(source, agentLegId, kind, span).filter((event) => !isLocal || parts(event.occurredUs));
}

/** When a caller left the queue without an answer. */
export function leftAt(facts: VisitFacts, legs: LegBook, outcome: string): Moment | null {
  const log = logged(facts, 'queue_left');
  const leaving = facts.live.filter((event) => event.type === 'queue_left');
  const bare = leaving.find((event) => event.reason === null);
  const abandon = leaving.find((event) => event.provisional);
  const other = leaving.find((event) => event.reason !== null && !event.provisional);
  const hangup = legs.find(facts.source, facts.callerLegId, 'hangup_requested', around(log))[0];
  const gaveUp = outcome === 'abandoned';
  return first(
    gaveUp ? exact(abandon) : exact(bare),
    gaveUp ? near(bare, LAG_US.leaveToAbandon) : exact(other ?? abandon),
    gaveUp ? exact(other) : null,
    gaveUp ? near(hangup, LAG_US.hangupToAbandon) : null,
    coarse(log),
    coarse(abandon ?? bare ?? other),
  );
}

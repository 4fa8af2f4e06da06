import { type CallEvent } from '../call-event/call-event.js';
import { agentLegsOf } from './agent-legs.js';
import { answeredAt, coarse, exact, first, joinedAt, leftAt, talkEndedAt } from './evidence.js';
import { holdsOf, talkSpan } from './holds.js';
import { lostEnd } from './lost-end.js';
import { missedRings } from './missed-rings.js';
import { judge, pickedUpLeg, type Surroundings, type Verdict } from './outcome.js';
import { type Duration, type Moment, type VisitRow } from './rows.js';
import { movedInOrder } from './moved-in-order.js';
import { live, logged, type VisitFacts } from './visit-facts.js';

const SECOND = 1_000_000;
const ENDED_BY = {
  caller_hangup: 'caller',
  agent_hangup: 'agent',
  transfer: 'transfer',
  transfer_blind: 'transfer',
  transfer_attended: 'transfer',
} as const;

/** One visit out of all that was said of it. */
export function visitRow(facts: VisitFacts, around: Surroundings): VisitRow {
  const verdict = judge(facts, around);
  const agent = verdict.outcome === 'answered' ? agentOf(facts, around) : NOBODY;
  const agentLegs = agentLegsOf(facts, around.legs, agent.agentLegId);
  const telephone = agentLegs.at(-1) ?? null;
  const times = timesOf(facts, around, verdict, agent.agentLegId, telephone);
  const spans = spansOf(facts, times, verdict);
  const over = verdict.outcome === 'answered' ? times.talkEnded !== null : !isLoose(verdict);
  const lost = verdict.outcome === 'answered' && !over ? lostEnd(facts, around, agentLegs) : null;
  return {
    source: facts.source,
    visitId: facts.visitId,
    callId: callIdOf(facts, around),
    callerLegId: facts.callerLegId,
    queue: facts.queue,
    ordinal: facts.ordinal,
    caller: callerOf(facts, around),
    ...times,
    ...agent,
    ...spans,
    ...holdOf(facts, around, times, agentLegs),
    ...endingOf(facts, around, verdict, telephone, times.talkEnded),
    ...(lost ? { talkEnded: lost, endedBy: 'system' as const } : {}),
    entered: enteredQueue(facts, verdict),
    outcome: verdict.outcome,
    provisional: verdict.provisional,
    endKnown: over,
    lastSeenUs: Math.max(around.legs.lastSeenUs(facts.source, facts.callerLegId), lastSaid(facts)),
    offers: facts.live.filter((event) => event.type === 'agent_offered').length,
    missed: missedRings(facts, around.legs),
    callbackRequested: live(facts, 'callback_requested') !== undefined,
    exitKey: verdict.outcome === 'key' ? keyOf(facts, around) : null,
  };
}

const NOBODY = { agent: null, agentExt: null, agentLegId: null };
const isLoose = (verdict: Verdict): boolean => verdict.outcome === 'lost' || verdict.outcome === 'open';
const all = (facts: VisitFacts): CallEvent[] => [...facts.live, ...facts.log];
const lastSaid = (facts: VisitFacts): number =>
  all(facts).reduce((last, event) => Math.max(last, event.occurredUs), 0);

const ENTERING = new Set<CallEvent['type']>([
  'queue_joined',
  'agent_offered',
  'agent_missed',
  'answered',
  'talk_ended',
  'queue_left',
  'callback_requested',
]);

/** A refused caller was never in the queue, whatever was asked for. */
const enteredQueue = (facts: VisitFacts, verdict: Verdict): boolean =>
  verdict.outcome !== 'full' &&
  all(facts).some((event) => ENTERING.has(event.type) || event.sign === 'waiting');

function agentOf(
  facts: VisitFacts,
  { legs }: Surroundings,
): Pick<VisitRow, 'agent' | 'agentExt' | 'agentLegId'> {
  const told = [live(facts, 'answered'), live(facts, 'talk_ended'), logged(facts, 'answered')];
  const picked = pickedUpLeg(facts, legs);
  const offer = facts.live.find((event) => event.type === 'agent_offered' && event.legId === picked);
  const ended = logged(facts, 'talk_ended');
  const known = [...told, ended, picked ? offer : undefined].filter((event) => event !== undefined);
  return {
    agent: known.find((event) => event.agent !== null)?.agent ?? null,
    agentExt: known.find((event) => event.agentExt !== null)?.agentExt ?? null,
    agentLegId: known.find((event) => event.legId !== null)?.legId ?? null,
  };
}

type Times = Pick<VisitRow, 'requested' | 'joined' | 'answered' | 'talkEnded' | 'left'>;

function timesOf(
  facts: VisitFacts,
  { legs }: Surroundings,
  verdict: Verdict,
  leg: string | null,
  telephone: string | null,
): Times {
  const asked = live(facts, 'queue_requested');
  const requested = first(exact(asked), coarse(asked));
  const joined = verdict.outcome === 'full' ? null : joinedAt(facts, legs);
  if (verdict.outcome !== 'answered')
    return { requested, joined, answered: null, talkEnded: null, left: leftAt(facts, legs, verdict.outcome) };
  const answered = answeredAt(facts, legs, leg, joined);
  const talkEnded = talkEndedAt(facts, legs, telephone, answered);
  return { requested, joined, answered, talkEnded, left: null };
}

const isFine = (moment: Moment | null): moment is Moment =>
  moment?.known === 'exact' || moment?.known === 'near';

/** An end so long before its beginning is no disorder: the clock was set back between the two. */
const SET_BACK = 2 * SECOND;

/**
 * From moment to moment where both have a real clock; else the PBX's whole seconds; else the difference of seconds.
 * Never one fine and one whole-second end: that would look exact and be up to a second wrong. No length where the clock
 * was set back in between: the PBX reckons its own seconds by the same clock.
 */
function lasting(from: Moment | null, to: Moment | null, whole: number | null): Duration | null {
  if (from && to && to.known !== 'order' && from.known !== 'order' && from.us - to.us > SET_BACK) return null;
  if (isFine(from) && isFine(to)) {
    const known = from.known === 'exact' && to.known === 'exact' ? 'exact' : 'near';
    return { us: Math.max(0, to.us - from.us), known };
  }
  if (whole !== null) return { us: whole * SECOND, known: 'second' };
  if (!from || !to || from.known === 'order' || to.known === 'order') return null;
  return { us: Math.max(0, Math.round((to.us - from.us) / SECOND) * SECOND), known: 'second' };
}

function spansOf(
  facts: VisitFacts,
  times: Times,
  { outcome }: Verdict,
): Pick<VisitRow, 'wait' | 'waitS' | 'talk' | 'talkS'> {
  const answered = outcome === 'answered';
  const said = answered
    ? [
        live(facts, 'answered'),
        logged(facts, 'answered'),
        live(facts, 'talk_ended'),
        logged(facts, 'talk_ended'),
      ]
    : [logged(facts, 'queue_left'), ...facts.live.filter((event) => event.type === 'queue_left')];
  const waitS = said.find((event) => event?.waitS != null)?.waitS ?? null;
  const talkS = live(facts, 'talk_ended')?.talkS ?? logged(facts, 'talk_ended')?.talkS ?? null;
  const talk = answered ? lasting(times.answered, times.talkEnded, talkS) : null;
  const gone = answered ? times.answered : times.left;
  return {
    wait: lasting(times.joined, gone, waitS),
    waitS: waitS ?? asThePbxCounts(times.joined, gone),
    talk,
    talkS: talkS ?? (answered ? asThePbxCounts(times.answered, times.talkEnded) : null),
  };
}

/** The PBX's whole seconds where its event was lost: the difference of two clock readings, each cut. */
const asThePbxCounts = (from: Moment | null, to: Moment | null): number | null =>
  isFine(from) && isFine(to) ? Math.floor(to.us / SECOND) - Math.floor(from.us / SECOND) : null;

function holdOf(
  facts: VisitFacts,
  { legs }: Surroundings,
  times: Times,
  agentLegs: readonly string[],
): Pick<VisitRow, 'hold' | 'holds'> {
  const span = times.answered ? talkSpan(times.answered, times.talkEnded) : null;
  const holds = span ? holdsOf(legs, facts.source, facts.callerLegId, agentLegs, span) : [];
  const finished = holds.filter((hold) => hold.toUs < Number.MAX_SAFE_INTEGER);
  const us = finished.reduce((sum, hold) => sum + hold.toUs - hold.fromUs, 0);
  return { hold: { us, known: 'exact' }, holds: holds.length };
}

/** Who ended the talk, and by which transfer; the log names the kind, AMI's own event says only `transfer`. */
function endingOf(
  facts: VisitFacts,
  { legs }: Surroundings,
  { outcome }: Verdict,
  agentLegId: string | null,
  ended: Moment | null,
): Pick<VisitRow, 'endedBy' | 'transfer'> {
  if (outcome !== 'answered' || !ended) return { endedBy: null, transfer: null };
  const told = [logged(facts, 'talk_ended'), live(facts, 'talk_ended')];
  const reason = told.find((event) => event?.reason != null)?.reason;
  const span =
    ended.known === 'order' ? undefined : { fromUs: ended.us - 2 * SECOND, toUs: ended.us + 2 * SECOND };
  const moved =
    legs.find(facts.source, agentLegId, 'transferred', span)[0] ??
    legs.find(facts.source, facts.callerLegId, 'transferred', span)[0] ??
    (span ? undefined : movedInOrder(facts, legs, agentLegId));
  const endedBy = reason
    ? (ENDED_BY[reason as keyof typeof ENDED_BY] ?? null)
    : moved
      ? 'transfer'
      : whoHungUp(facts, legs, agentLegId, ended);
  if (endedBy !== 'transfer') return { endedBy, transfer: null };
  const kind = told.find(
    (event) => event?.reason === 'transfer_blind' || event?.reason === 'transfer_attended',
  );
  // AgentComplete says only `transfer`; with the transfer's own event lost, the commoner kind.
  return {
    endedBy,
    transfer: (kind?.reason ?? moved?.reason) === 'transfer_attended' ? 'attended' : 'blind',
  };
}

function whoHungUp(
  facts: VisitFacts,
  legs: Surroundings['legs'],
  agentLegId: string | null,
  ended: Moment,
): 'caller' | 'agent' | null {
  const span = { fromUs: ended.us - SECOND, toUs: ended.us + SECOND };
  const first = (leg: string | null, kind: 'hangup_requested' | 'ended'): number =>
    legs.find(facts.source, leg, kind, span)[0]?.occurredUs ?? Infinity;
  for (const kind of ['hangup_requested', 'ended'] as const) {
    const [caller, agent] = [first(facts.callerLegId, kind), first(agentLegId, kind)];
    if (caller !== agent) return caller < agent ? 'caller' : 'agent';
  }
  return null;
}

/** The key pressed: the log has it; else the extension at which the caller's leg went on. */
const keyOf = (facts: VisitFacts, { legs }: Surroundings): string | null =>
  logged(facts, 'queue_left')?.rawReason ??
  legs.all(facts.source, facts.callerLegId).findLast((event) => event.type === 'ended')?.exten ??
  null;

const callerOf = (facts: VisitFacts, { legs }: Surroundings): string | null =>
  all(facts).find((event) => event.caller !== null)?.caller ??
  legs.all(facts.source, facts.callerLegId).find((event) => event.caller !== null)?.caller ??
  null;

const callIdOf = (facts: VisitFacts, { legs }: Surroundings): string | null =>
  all(facts).find((event) => event.callId !== null)?.callId ??
  legs.all(facts.source, facts.callerLegId).find((event) => event.callId !== null)?.callId ??
  null;

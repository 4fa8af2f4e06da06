import { type CallEvent } from '../call-event/call-event.js';
import { coarse, exact, first } from './evidence.js';
import { type Entrance, entranceOf, isFirstLeg, type Knowledge } from './knowledge.js';
import { type LegBook } from './leg-book.js';
import { type CallOutcome, type CallRow, type FeedGap, type Moment, type VisitRow } from './rows.js';

/**
 * Calls that reached the number. An arrival whose event was lost follows from its leg (the dialplan context and number
 * of the others) or, where the feed was down, from its visit: a caller in the queue has arrived. Outbound and internal
 * calls make legs too, but in another context or with another first leg, and never count.
 */
export function callRows(
  events: readonly CallEvent[],
  legs: LegBook,
  visits: readonly VisitRow[],
  gaps: readonly FeedGap[],
  known: Knowledge,
): CallRow[] {
  const seen = new Map<string, CallEvent>();
  for (const event of events)
    if (event.type === 'arrived' && event.legId) seen.set(`${event.source}|${event.legId}`, event);
  const told = known.arrivals !== null;
  const entrance = entranceOf(known);
  const rows: CallRow[] = [...seen.values()].map((event) => callRow(event, event.legId ?? '', legs, true));
  const have = new Set(seen.keys());
  for (const [source, legId, found] of legs.legs()) {
    const key = `${source}|${legId}`;
    const arrival = have.has(key) ? undefined : found.find((event) => cameIn(event, legId, entrance));
    if (!arrival) continue;
    have.add(key);
    rows.push(callRow({ ...arrival, source }, legId, legs, !told));
  }
  for (const visit of visits) {
    const key = `${visit.source}|${visit.callerLegId}`;
    if (have.has(key) || !visit.entered) continue;
    const outside = fromOutside(visit, legs);
    if (!outside && !madeUnseen(visit, legs, entrance)) continue;
    have.add(key);
    rows.push({ ...callOfVisit(visit), ...outside });
  }
  const ofLeg = new Map<string, VisitRow[]>();
  for (const visit of visits) {
    const key = `${visit.source}|${visit.callerLegId}`;
    ofLeg.set(key, [...(ofLeg.get(key) ?? []), visit]);
  }
  return rows
    .map((row) => withVisits(row, legs, ofLeg.get(`${row.source}|${row.callerLegId}`) ?? [], gaps))
    .sort((a, b) => a.arrived.us - b.arrived.us);
}

/** A leg of the house takes over the caller's place in the dialplan when he is transferred before an answer, and is no caller. */
const cameIn = (event: CallEvent, legId: string, { contexts, numbers, trunks }: Entrance): boolean =>
  event.legId === legId &&
  event.callId === legId &&
  event.peer?.startsWith('Local/') !== true &&
  (event.peer === null || trunks.size === 0 || trunks.has(event.peer)) &&
  event.context !== null &&
  event.exten !== null &&
  contexts.has(event.context) &&
  numbers.has(event.exten);

const OUTSIDE = /^(withheld|\+?\d{7,20})$/;
const INSIDE_TELEPHONE = /^[A-Za-z0-9]+\/\d{1,6}$/;

/**
 * A queue may be reached over a trunk whose dialplan lacks our lines: who waits there has called the hotline all the same,
 * or more would be answered than have called. From outside is a first leg with a subscriber's number (an extension has fewer
 * digits) or none, at a device that is not named like a telephone's extension.
 * @returns what is known of the arrival
 */
function fromOutside(visit: VisitRow, legs: LegBook): Pick<CallRow, 'arrived' | 'dialled'> | null {
  const own = legs.all(visit.source, visit.callerLegId);
  const made = own.find((event) => event.legId === visit.callerLegId && event.sign === 'leg_created');
  if (!made?.peer || !isFirstLeg(made) || !OUTSIDE.test(made.caller ?? '')) return null;
  if (made.peer.startsWith('Local/') || INSIDE_TELEPHONE.test(made.peer)) return null;
  return {
    arrived: first(exact(made), coarse(made)) ?? { us: made.occurredUs, known: 'second' },
    dialled: made.exten,
  };
}

/** The leg was made while we did not listen, and nothing says that it came from inside. */
function madeUnseen(visit: VisitRow, legs: LegBook, { trunks }: Entrance): boolean {
  const own = legs.all(visit.source, visit.callerLegId).filter((event) => event.legId === visit.callerLegId);
  return own.every(
    (event) =>
      event.sign !== 'leg_created' &&
      isFirstLeg(event) &&
      (event.peer === null || trunks.size === 0 || trunks.has(event.peer)),
  );
}

function callRow(event: CallEvent, legId: string, legs: LegBook, seen: boolean): CallRow {
  const caller =
    event.caller ?? legs.all(event.source, legId).find((one) => one.caller !== null)?.caller ?? null;
  return {
    source: event.source,
    callId: event.callId ?? legId,
    callerLegId: legId,
    caller,
    dialled: event.callee ?? event.exten,
    arrived: first(exact(event), coarse(event)) ?? { us: event.occurredUs, known: 'second' },
    arrivalSeen: seen,
    ended: null,
    asked: false,
    outcome: 'open',
    visitIds: [],
  };
}

const callOfVisit = (visit: VisitRow): CallRow => ({
  source: visit.source,
  callId: visit.callId ?? visit.callerLegId,
  callerLegId: visit.callerLegId,
  caller: visit.caller,
  dialled: null,
  arrived: visit.joined ?? { us: visit.lastSeenUs, known: 'second' },
  arrivalSeen: false,
  ended: null,
  asked: true,
  outcome: 'open',
  visitIds: [],
});

function withVisits(
  row: CallRow,
  legs: LegBook,
  own: readonly VisitRow[],
  gaps: readonly FeedGap[],
): CallRow {
  const hangup = legs.all(row.source, row.callerLegId).find((event) => event.type === 'ended');
  const ended: Moment | null = first(exact(hangup), coarse(hangup));
  return {
    ...row,
    ended,
    asked: own.length > 0,
    outcome: outcomeOf(row, own, hangup, legs, gaps),
    visitIds: own.map((visit) => visit.visitId),
  };
}

function outcomeOf(
  row: CallRow,
  visits: readonly VisitRow[],
  hangup: CallEvent | undefined,
  legs: LegBook,
  gaps: readonly FeedGap[],
): CallOutcome {
  if (visits.some((visit) => visit.outcome === 'answered')) return 'answered';
  if (visits.some((visit) => visit.outcome === 'open')) return 'open';
  if (visits.length > 0) return visits.every((visit) => visit.outcome === 'lost') ? 'lost' : 'not_answered';
  const own = legs.all(row.source, row.callerLegId);
  if (own.some((event) => event.sign === 'hangup_requested')) return 'left_ivr';
  if (hangup?.reason === 'lost_by_system') return 'lost';
  // The dialplan hung up (cause 16, and no request of the caller): closed, not given up.
  if (hangup) return hangup.rawReason === '16' || hangup.reason === 'withdrawn' ? 'closed' : 'left_ivr';
  if (own.some((event) => event.sign === 'hung_up')) return 'closed';
  const seen = legs.lastSeenUs(row.source, row.callerLegId);
  return gaps.some((gap) => gap.source === row.source && gap.toUs >= seen) ? 'lost' : 'open';
}

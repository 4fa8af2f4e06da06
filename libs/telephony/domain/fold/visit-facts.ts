import { type CallEvent, type CallEventType, isOfVisit } from '../call-event/call-event.js';
import { visitIdOf } from '../call-event/event-key.js';
import { VisitBook } from '../call-event/visit-book.js';

/** What all feeds say of one visit, sorted: live events by time, the log by its lines. */
export interface VisitFacts {
  source: string;
  visitId: string;
  callerLegId: string;
  queue: string;
  ordinal: number;
  live: CallEvent[];
  log: CallEvent[];
}

const PLACED_BY_US = new Set<CallEvent['feed']>(['ami', 'snapshot', 'queue_log']);

/** Sorts so that the order of arrival has no part in the result; times without a clock grow with the order too. */
export function inTime(events: readonly CallEvent[]): CallEvent[] {
  return [...events].sort(
    (a, b) => a.occurredUs - b.occurredUs || a.order - b.order || (a.eventKey < b.eventKey ? -1 : 1),
  );
}

/** The same fact of the same feed once. */
export function withoutRepeats(events: readonly CallEvent[]): CallEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const key = `${event.feed}|${event.eventKey}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Groups events into visits. The ordinal an event was stored with may be wrong where a hole hid a whole stay, so stays
 * are told apart anew over all feeds: the log first (by second, then by line), then the live events.
 */
export function gatherVisits(sorted: readonly CallEvent[]): VisitFacts[] {
  const book = new VisitBook();
  const visits = new Map<string, VisitFacts>();
  const log = sorted.filter((event) => event.feed === 'queue_log');
  const live = sorted.filter((event) => event.feed !== 'queue_log');
  for (const event of [...log, ...live]) {
    if (!isOfVisit(event)) continue;
    const { source, callerLegId, queue } = event;
    const ready = !PLACED_BY_US.has(event.feed) || !event.visitId?.startsWith(`${callerLegId}:`);
    const ordinal = ready ? 1 : book.place(event);
    const visitId = ready && event.visitId ? event.visitId : visitIdOf(callerLegId, queue, ordinal);
    const key = `${source}|${visitId}`;
    const facts = visits.get(key) ?? { source, visitId, callerLegId, queue, ordinal, live: [], log: [] };
    visits.set(key, facts);
    (event.feed === 'queue_log' ? facts.log : facts.live).push(event);
  }
  return adopted([...visits.values()]);
}

/**
 * An attended transfer swaps the caller's leg for another: the end of the talk may then be told of the new leg. Such an
 * end without a beginning goes to the visit that the same agent's leg answered.
 */
function adopted(visits: VisitFacts[]): VisitFacts[] {
  const answered = new Map<string, VisitFacts>();
  const keyOf = (event: CallEvent): string => `${event.source}|${event.queue}|${event.legId}`;
  for (const facts of visits)
    for (const event of facts.live)
      if (event.type === 'answered' && event.legId !== null) answered.set(keyOf(event), facts);
  return visits.filter((facts) => {
    const [end] = facts.live;
    if (facts.live.length !== 1 || end?.type !== 'talk_ended' || end.legId === null) return true;
    const parent = answered.get(keyOf(end));
    if (!parent || parent === facts || parent.live.some((event) => event.type === 'talk_ended')) return true;
    parent.live.push(end);
    parent.log.push(...facts.log.filter((event) => event.type === 'talk_ended'));
    return false;
  });
}

/** @returns the live event of that type, the most precise and then the earliest */
export function live(facts: VisitFacts, type: CallEventType): CallEvent | undefined {
  const found = facts.live.filter((event) => event.type === type);
  return found.find((event) => event.precision !== 'second') ?? found[0];
}

export const logged = (facts: VisitFacts, type: CallEventType): CallEvent | undefined =>
  facts.log.find((event) => event.type === type);

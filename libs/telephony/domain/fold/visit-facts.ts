import { type CallEvent, type CallEventType, isOfVisit } from '../call-event/call-event.js';
import { visitIdOf } from '../call-event/event-key.js';
import { isOwnSpelling, nameKey } from '../call-event/queue-name.js';
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
 * are told apart anew over all feeds: the log first (by second, then by line), then where stays begin, then the rest.
 */
export function gatherVisits(sorted: readonly CallEvent[]): VisitFacts[] {
  const book = new VisitBook();
  const visits = new Map<string, VisitFacts>();
  const log = sorted.filter((event) => event.feed === 'queue_log');
  const live = sorted.filter((event) => event.feed !== 'queue_log');
  // A stay of which only the log has told began somewhere in a second: let AMI say when, before its other events come.
  const opening = live.filter((event) => OPENING.has(event.type) && event.precision !== 'order');
  const following = live.filter((event) => !OPENING.has(event.type) || event.precision === 'order');
  const spelled = spellings(sorted);
  for (const event of [...log, ...opening, ...following]) {
    if (!isOfVisit(event)) continue;
    const { source, callerLegId } = event;
    const queue = spelled.get(`${source}|${callerLegId}|${nameKey(event.queue)}`)?.name ?? event.queue;
    const ready = !PLACED_BY_US.has(event.feed) || !event.visitId?.startsWith(`${callerLegId}:`);
    const ordinal = ready ? 1 : book.place(event);
    const visitId = ready && event.visitId ? event.visitId : visitIdOf(callerLegId, queue, ordinal);
    const key = `${source}|${visitId}`;
    const facts = visits.get(key) ?? { source, visitId, callerLegId, queue, ordinal, live: [], log: [] };
    visits.set(key, facts);
    (event.feed === 'queue_log' ? facts.log : facts.live).push(event);
  }
  return takenOver(adopted([...visits.values()], sorted), sorted);
}

/** How the switchboard itself spells the queues that a leg was in; the dialplan may write another case. */
function spellings(sorted: readonly CallEvent[]): Map<string, { name: string; sure: boolean }> {
  const names = new Map<string, { name: string; sure: boolean }>();
  for (const event of sorted) {
    if (!isOfVisit(event)) continue;
    const key = `${event.source}|${event.callerLegId}|${nameKey(event.queue)}`;
    const known = names.get(key);
    const sure = isOwnSpelling(event);
    if (!known || (sure && !known.sure)) names.set(key, { name: event.queue, sure });
  }
  return names;
}

/**
 * An attended transfer swaps the caller's leg for another: the end of the talk may then be told of the new leg, and of an
 * agent's leg that is gone already. Such an end without a beginning goes to the visit that the same agent's leg
 * answered; where no leg is named, to the visit of the caller who took the new leg's place, or to the one whose talk
 * began as long before as the line of the log says. Asterisk also tells one end twice, by the caller and by transfer.
 */
function adopted(visits: VisitFacts[], sorted: readonly CallEvent[]): VisitFacts[] {
  const moves = sorted.filter((event) => event.type === 'transferred');
  const talking = visits.filter((facts) => told(facts, ANSWERED));
  return visits.filter((facts) => {
    const [end] = [...facts.live, ...facts.log];
    if (!end || [...facts.live, ...facts.log].some((event) => event.type !== 'talk_ended')) return true;
    const open = talking.filter(
      (one) => one.source === facts.source && isSameQueue(one, facts) && !told(one, ENDED),
    );
    const parent =
      talking.find((one) => isToldAgain(facts, one)) ??
      open.find((one) => one.live.some((event) => isAnsweredBy(event, end.legId))) ??
      open.find((one) => moves.some((move) => movesFrom(move, facts, one))) ??
      open.find((one) => talksSince(facts, one));
    if (!parent) return true;
    parent.live.push(...facts.live);
    parent.log.push(...facts.log);
    return false;
  });
}

const isSameQueue = (one: VisitFacts, other: VisitFacts): boolean =>
  nameKey(one.queue) === nameKey(other.queue);

function isToldAgain(facts: VisitFacts, ended: VisitFacts): boolean {
  const [end] = facts.log;
  if (!end || facts === ended || facts.live.length > 0 || facts.callerLegId !== ended.callerLegId)
    return false;
  const isSame = (other: CallEvent): boolean =>
    other.type === 'talk_ended' &&
    other.waitS === end.waitS &&
    other.talkS === end.talkS &&
    Math.abs(other.occurredUs - end.occurredUs) <= 1_000_000;
  return facts.source === ended.source && isSameQueue(facts, ended) && ended.log.some(isSame);
}

const isAnsweredBy = (event: CallEvent, legId: string | null): boolean =>
  legId !== null && event.type === 'answered' && event.legId === legId;

/** The log alone: the same agent connected as long before as he is said to have talked. */
function talksSince(facts: VisitFacts, begun: VisitFacts): boolean {
  const end = facts.log.find((event) => event.talkS !== null);
  const connected = begun.log.find((event) => event.type === 'answered');
  if (!end || !connected || end.agent !== connected.agent) return false;
  return Math.abs(end.occurredUs - (end.talkS ?? 0) * 1_000_000 - connected.occurredUs) <= 1_500_000;
}

const ANSWERED = new Set<CallEventType>(['answered']);
const ENDED = new Set<CallEventType>(['talk_ended']);
const OPENING = new Set<CallEventType>(['queue_requested', 'queue_joined']);
const CLOSING = new Set<CallEventType>(['answered', 'talk_ended', 'queue_left', 'queue_refused']);
const told = ({ live: events, log }: VisitFacts, types: ReadonlySet<CallEventType>): boolean =>
  events.some((event) => types.has(event.type)) || log.some((event) => types.has(event.type));

/**
 * An agent asks in another queue and transfers before anybody answered there: the caller takes the agent's place, and
 * the same wait goes on under the caller's own id (a masquerade swaps the ids). A stay that only began on the
 * transferring leg is the beginning of one that only went on, on the caller's.
 */
function takenOver(visits: VisitFacts[], sorted: readonly CallEvent[]): VisitFacts[] {
  const headless = visits.filter((facts) => !told(facts, OPENING));
  if (headless.length === 0) return visits;
  const open = visits.filter((facts) => told(facts, OPENING) && !told(facts, CLOSING));
  const moves = sorted.filter((event) => event.type === 'transferred');
  const gone = new Set<VisitFacts>();
  for (const facts of headless) {
    const begun = open.find(
      (one) =>
        one.source === facts.source &&
        isSameQueue(one, facts) &&
        !gone.has(one) &&
        (moves.some((move) => movesFrom(move, one, facts)) || waitsSince(facts, one)),
    );
    if (!begun) continue;
    gone.add(begun);
    facts.live = inTime([...facts.live, ...begun.live]);
    facts.log = inTime([...facts.log, ...begun.log]);
  }
  return visits.filter((facts) => !gone.has(facts));
}

const movesFrom = (move: CallEvent, from: VisitFacts, to: VisitFacts): boolean =>
  move.source === from.source && move.legId === to.callerLegId && move.otherLegIds.includes(from.callerLegId);

/** The log alone: the wait it names with the end began when the other entered. */
function waitsSince(facts: VisitFacts, begun: VisitFacts): boolean {
  const end = facts.log.find((event) => CLOSING.has(event.type) && event.waitS !== null);
  const entered = begun.log.find((event) => event.type === 'queue_joined');
  if (!end || !entered || begun.callerLegId === facts.callerLegId) return false;
  const talked = end.type === 'talk_ended' ? (end.talkS ?? 0) : 0;
  return Math.abs(end.occurredUs - ((end.waitS ?? 0) + talked) * 1_000_000 - entered.occurredUs) <= 1_500_000;
}

/** @returns the live event of that type, the most precise and then the earliest */
export function live(facts: VisitFacts, type: CallEventType): CallEvent | undefined {
  const found = facts.live.filter((event) => event.type === type);
  return found.find((event) => event.precision !== 'second') ?? found[0];
}

export const logged = (facts: VisitFacts, type: CallEventType): CallEvent | undefined =>
  facts.log.find((event) => event.type === type);

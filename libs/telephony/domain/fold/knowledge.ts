import { type CallEvent } from '../call-event/call-event.js';
import { type LegBook } from './leg-book.js';
import { type VisitRow } from './rows.js';

/** Where calls from outside come in: learned from the arrivals that were seen, so no setting can be wrong. */
export interface Entrance {
  contexts: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  /** devices the calls come over */
  trunks: ReadonlySet<string>;
}

/**
 * What one call teaches about the others: the only thing beyond its own events and the gaps that the fold of a call
 * depends on. Calls folded one by one, each with the knowledge of all, give what folding all at once gives.
 */
export interface Knowledge {
  /** from the dialplan's own word; null where no arrival was ever seen */
  arrivals: Entrance | null;
  /** no dialplan lines installed: the first contexts of the callers who reached a queue are the entrance */
  callers: Entrance;
  /** keys by which a call back was asked for */
  keys: ReadonlySet<string | null>;
}

export const isFirstLeg = (event: CallEvent): boolean =>
  event.callId === null || event.callId === event.legId;
export const entranceOf = (known: Knowledge): Entrance => known.arrivals ?? known.callers;

/** @param visits as folded so far, call-backs not yet implied */
export function learn(sorted: readonly CallEvent[], legs: LegBook, visits: readonly VisitRow[]): Knowledge {
  const arrivals = sorted.filter((event) => event.type === 'arrived' && event.legId);
  const created = visits.flatMap((visit) => {
    const first = legs.find(visit.source, visit.callerLegId, 'leg_created')[0];
    return first && isFirstLeg(first) ? [first] : [];
  });
  return {
    arrivals: arrivals.length > 0 ? entrance(arrivals, true) : null,
    callers: entrance(created, false),
    keys: new Set(visits.flatMap((visit) => (visit.callbackRequested ? [visit.exitKey] : []))),
  };
}

function entrance(events: readonly CallEvent[], dialled: boolean): Entrance {
  const [contexts, numbers, trunks] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { peer, context, exten, callee } of events) {
    if (peer) trunks.add(peer);
    if (context) contexts.add(context);
    if (exten) numbers.add(exten);
    if (dialled && callee) numbers.add(callee);
  }
  return { contexts, numbers, trunks };
}

/** What the dialplan's own word of an arrival teaches at once. */
export const taughtBy = (arrival: CallEvent): Knowledge => ({
  ...NO_KNOWLEDGE,
  arrivals: entrance([arrival], true),
});

const NOTHING: Entrance = { contexts: new Set(), numbers: new Set(), trunks: new Set() };
export const NO_KNOWLEDGE: Knowledge = { arrivals: null, callers: NOTHING, keys: new Set() };

/** All that any of them teaches. */
export function together(parts: readonly Knowledge[]): Knowledge {
  const arrivals = parts.flatMap((part) => (part.arrivals ? [part.arrivals] : []));
  return {
    arrivals: arrivals.length > 0 ? joined(arrivals) : null,
    callers: joined(parts.map((part) => part.callers)),
    keys: union(parts.map((part) => part.keys)),
  };
}

const union = <T>(sets: readonly ReadonlySet<T>[]): Set<T> => {
  const all = new Set<T>();
  for (const set of sets) for (const one of set) all.add(one);
  return all;
};
const joined = (parts: readonly Entrance[]): Entrance => ({
  contexts: union(parts.map((part) => part.contexts)),
  numbers: union(parts.map((part) => part.numbers)),
  trunks: union(parts.map((part) => part.trunks)),
});

/** @returns whether `part` teaches nothing that is not in `all` */
export function isKnown(part: Knowledge, all: Knowledge): boolean {
  const within = (a: Entrance, b: Entrance): boolean =>
    inside(a.contexts, b.contexts) && inside(a.numbers, b.numbers) && inside(a.trunks, b.trunks);
  return (
    (part.arrivals === null || (all.arrivals !== null && within(part.arrivals, all.arrivals))) &&
    within(part.callers, all.callers) &&
    inside(part.keys, all.keys)
  );
}

function inside<T>(part: ReadonlySet<T>, all: ReadonlySet<T>): boolean {
  for (const one of part) if (!all.has(one)) return false;
  return true;
}

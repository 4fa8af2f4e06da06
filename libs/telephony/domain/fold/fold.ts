import { extensionOf } from '../call-event/ami-fields.js';
import { type CallEvent } from '../call-event/call-event.js';
import { callRows } from './calls.js';
import { dialledRows } from './dialled.js';
import { type Knowledge, learn } from './knowledge.js';
import { LegBook } from './leg-book.js';
import { legRows } from './leg-rows.js';
import { type FeedGap, type FoldedRows, type VisitRow } from './rows.js';
import { segmentRows } from './segments.js';
import { gatherVisits, inTime, withoutRepeats } from './visit-facts.js';
import { visitRow } from './visit.js';

export interface FoldOptions {
  /** our clock when folding live calls; without it the latest moment in the events */
  nowUs?: number;
  /** where not all calls are folded at once: the holes of the feed, and what the other calls teach */
  gaps?: readonly FeedGap[];
  known?: Knowledge;
}

export interface Folded extends FoldedRows {
  /** what these calls teach about others */
  learned: Knowledge;
}

/**
 * Folds call events into rows. A pure function of the set of events: their order, repeats and the feed they came by
 * make no difference. Give it all events of the calls concerned, and of each source the gaps (`feed_gap`,
 * `feed_resynced`) since they began.
 */
export function fold(events: readonly CallEvent[], options: FoldOptions = {}): Folded {
  const sorted = withoutRepeats(inTime(events));
  return { ...foldDistinct(sorted, options), queues: queuesOf(sorted), agents: agentsOf(sorted) };
}

/** The stays in queues that some calls come to, before other calls have been heard about them. */
export interface Stays {
  legs: LegBook;
  visits: VisitRow[];
  /** what they teach about other calls */
  learned: Knowledge;
}

/** @param sorted in time, each told once: all events of the calls concerned */
export function foldStays(
  sorted: readonly CallEvent[],
  { gaps, nowUs }: { gaps: readonly FeedGap[]; nowUs: number },
): Stays {
  const legs = new LegBook(sorted);
  const around = { legs, gaps, nowUs };
  const visits = gatherVisits(sorted).map((facts) => visitRow(facts, around));
  return { legs, visits, learned: learn(sorted, legs, visits) };
}

/** The rows of calls and stays, with what all other calls have taught. */
export function foldCalls(
  sorted: readonly CallEvent[],
  stays: Stays,
  gaps: readonly FeedGap[],
  known: Knowledge,
): Pick<FoldedRows, 'calls' | 'visits'> {
  const visits = withCallbacks(stays.visits, known.keys);
  return { calls: callRows(sorted, stays.legs, visits, gaps, known), visits };
}

/** The fold of events that are known to be sorted and each told once: what is done for a call many times in its life. */
export function foldDistinct(
  sorted: readonly CallEvent[],
  options: FoldOptions,
): Omit<Folded, 'queues' | 'agents'> {
  const own = gapsOf(sorted);
  const gaps = options.gaps ?? own;
  const nowUs = options.nowUs ?? sorted.reduce((last, event) => Math.max(last, event.occurredUs), 0);
  const stays = foldStays(sorted, { gaps, nowUs });
  const { legs, learned } = stays;
  const known = options.known ?? learned;
  const { calls, visits } = foldCalls(sorted, stays, gaps, known);
  const dialled = dialledRows(legs, calls, visits, gaps, known);
  return {
    calls,
    dialled,
    visits,
    legs: legRows(legs, calls, visits, known),
    segments: segmentRows(sorted, visits, dialled),
    gaps: own,
    learned,
  };
}

/**
 * Leaving by the call-back key is asking for a call back, also where HotlineCallback was lost. Which key that is shows
 * in the requests that were seen; where none was, any key is taken for it: a wrong duty is better than a forgotten one.
 */
function withCallbacks(visits: VisitRow[], keys: Knowledge['keys']): VisitRow[] {
  const asks = (visit: VisitRow): boolean =>
    visit.outcome === 'key' && (keys.size === 0 || visit.exitKey === null || keys.has(visit.exitKey));
  return visits.map((visit) => (asks(visit) ? { ...visit, callbackRequested: true } : visit));
}

/** `feed_resynced` names the moment we last heard of the PBX; a log that starts anew is a gap without length. */
export function gapsOf(sorted: readonly CallEvent[]): FeedGap[] {
  return sorted
    .filter((event) => event.type === 'feed_resynced')
    .map((event) => ({
      source: event.source,
      fromUs: event.rawReason === null ? event.occurredUs : Number(event.rawReason),
      toUs: event.occurredUs,
      restarted: event.reason === 'restarted',
    }));
}

const queuesOf = (sorted: readonly CallEvent[]): string[] => [
  ...new Set(sorted.flatMap((event) => (event.queue === null ? [] : [event.queue]))),
];

function agentsOf(sorted: readonly CallEvent[]): FoldedRows['agents'] {
  const agents = new Map<string, FoldedRows['agents'][number]>();
  for (const { source, agent, agentExt } of sorted) {
    if (agent === null) continue;
    const known = agents.get(`${source}|${agent}`);
    if (!known) agents.set(`${source}|${agent}`, { source, agent, agentExt });
    else known.agentExt ??= agentExt;
  }
  return withoutInterfaces([...agents.values()]);
}

/**
 * With `log_membername_as_agent=no`, Asterisk's default, the log writes who came and went by interface and all else by
 * name: an agent who is nothing but the interface of a named one is that one.
 */
export function withoutInterfaces(agents: FoldedRows['agents']): FoldedRows['agents'] {
  const extensions = new Set(agents.map(({ source, agentExt }) => `${source}|${agentExt}`));
  return agents.filter(
    ({ source, agent, agentExt }) =>
      agentExt !== null ||
      !/^[A-Za-z0-9]+\/./.test(agent) ||
      !extensions.has(`${source}|${extensionOf(agent)}`),
  );
}

import { type CallEvent } from '../call-event/call-event.js';
import { breaksOf } from './breaks.js';
import { coarse, exact, first } from './evidence.js';
import { type AgentSegment, type DialledRow, type Moment, type VisitRow } from './rows.js';

const AGENT_EVENTS = new Set<CallEvent['type']>([
  'agent_signed_in',
  'agent_signed_out',
  'agent_paused',
  'agent_resumed',
]);

/** Of an agent's coming, going and breaks. */
export const isOfAgent = (event: CallEvent): event is CallEvent & { agent: string } =>
  AGENT_EVENTS.has(event.type) && event.agent !== null;

/** Events of each agent, as (source, agent), in order of time. */
function byAgent(sorted: readonly CallEvent[]): Map<string, CallEvent[]> {
  const agents = new Map<string, CallEvent[]>();
  for (const event of sorted) {
    if (!isOfAgent(event)) continue;
    const key = `${event.source}|${event.agent}`;
    const known = agents.get(key);
    if (known) known.push(event);
    else agents.set(key, [event]);
  }
  return agents;
}

const momentOf = (event: CallEvent): Moment =>
  first(exact(event), coarse(event)) ?? { us: event.occurredUs, known: 'second' };

/** Signed-in stretches of one agent in one queue; the log repeats what AMI told. */
function signedIn(events: readonly CallEvent[], blank: Omit<AgentSegment, 'from' | 'toUs'>): AgentSegment[] {
  const segments: AgentSegment[] = [];
  let open: AgentSegment | null = null;
  const live = events.filter((event) => event.feed !== 'queue_log');
  for (const event of live.length > 0 ? live : events) {
    if (event.type === 'agent_signed_in' && !open) {
      open = { ...blank, from: momentOf(event), toUs: null };
      segments.push(open);
    } else if (event.type === 'agent_signed_out' && open) {
      open.toUs = event.occurredUs;
      open = null;
    }
  }
  return segments;
}

/** What the PBX shows of its agents' time; presence joins it with what the console knows. */
export function segmentRows(
  sorted: readonly CallEvent[],
  visits: readonly VisitRow[],
  dialled: readonly DialledRow[],
): AgentSegment[] {
  const segments: AgentSegment[] = [];
  for (const [key, events] of byAgent(sorted)) {
    const cut = key.indexOf('|');
    const blank = { source: key.slice(0, cut), agent: key.slice(cut + 1), reason: null, visitId: null };
    const queues = new Set(events.map((event) => event.queue));
    for (const queue of queues) {
      const own = events.filter((event) => event.queue === queue);
      segments.push(...signedIn(own, { ...blank, state: 'signed_in', queue }));
    }
    for (const { reason, from, toUs } of breaksOf(events).breaks)
      segments.push({ ...blank, state: 'paused', reason, queue: null, from, toUs });
  }
  return [...segments, ...talks(visits), ...dialledTime(dialled)].sort((a, b) => a.from.us - b.from.us);
}

/**
 * Time of a dialled call: outbound with the other side's ringing, inside only the talk. The switchboard names no agent here,
 * only the telephone.
 */
function dialledTime(dialled: readonly DialledRow[]): AgentSegment[] {
  return dialled.flatMap((call): AgentSegment[] => {
    const { source, agentExt: agent, direction, rang, answered, talkEnded, ended } = call;
    const from = direction === 'out' ? (rang ?? answered) : answered;
    if (agent === null || !from) return [];
    const state = direction === 'out' ? ('outbound' as const) : ('talking' as const);
    const toUs = talkEnded?.us ?? ended?.us ?? null;
    return [{ source, agent, state, reason: null, queue: null, visitId: null, from, toUs }];
  });
}

function talks(visits: readonly VisitRow[]): AgentSegment[] {
  return visits.flatMap((visit): AgentSegment[] => {
    const { source, agent, queue, visitId, answered, talkEnded } = visit;
    if (!agent || !answered) return [];
    const toUs = talkEnded?.us ?? null;
    return [{ source, agent, state: 'talking', reason: null, queue, visitId, from: answered, toUs }];
  });
}

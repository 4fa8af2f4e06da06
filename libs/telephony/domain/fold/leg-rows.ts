import { type CallEvent, type LegKind } from '../call-event/call-event.js';
import { isGateway } from './dialling.js';
import { coarse, exact, first } from './evidence.js';
import { entranceOf, type Knowledge } from './knowledge.js';
import { type LegBook } from './leg-book.js';
import { type CallRow, type LegRow, type VisitRow } from './rows.js';

interface Roles {
  callers: ReadonlySet<string>;
  agents: ReadonlySet<string>;
  /** calls that came from outside */
  inbound: ReadonlySet<string>;
  /** devices that calls from outside come over: the trunks */
  trunks: ReadonlySet<string>;
}

/** Every leg that AMI or ESL showed, with what it was for. */
export function legRows(
  legs: LegBook,
  calls: readonly CallRow[],
  visits: readonly VisitRow[],
  known: Knowledge,
): LegRow[] {
  const key = (source: string, id: string): string => `${source}|${id}`;
  const roles: Roles = {
    callers: new Set([
      ...calls.map((call) => key(call.source, call.callerLegId)),
      ...visits.map((visit) => key(visit.source, visit.callerLegId)),
    ]),
    agents: new Set(visits.map((visit) => key(visit.source, visit.agentLegId ?? ''))),
    inbound: new Set(calls.map((call) => key(call.source, call.callId))),
    trunks: entranceOf(known).trunks,
  };
  return [...legs.legs()].map(([source, legId, events]) => legRow(source, legId, events, roles));
}

function legRow(source: string, legId: string, events: readonly CallEvent[], roles: Roles): LegRow {
  const own = events.filter((event) => event.legId === legId);
  const callId = own.find((event) => event.callId !== null)?.callId ?? null;
  const created = own.find((event) => event.sign === 'leg_created');
  const ended = own.find((event) => event.type === 'ended');
  const peer = own.find((event) => event.peer !== null)?.peer ?? null;
  const offered = own.some((event) => event.type === 'agent_offered' || event.legKind === 'agent');
  return {
    source,
    legId,
    callId,
    kind: kindOf(`${source}|${legId}`, `${source}|${callId}`, peer, offered, roles),
    peer,
    created: first(exact(created), coarse(created)),
    ended: first(exact(ended), coarse(ended)),
    recording: own.findLast((event) => event.sign === 'recorded')?.rawReason ?? null,
    cause: ended?.rawReason ?? null,
  };
}

function kindOf(leg: string, call: string, peer: string | null, offered: boolean, roles: Roles): LegKind {
  if (roles.callers.has(leg)) return 'caller';
  if (offered || roles.agents.has(leg)) return 'agent';
  if (roles.inbound.has(call)) return 'consult';
  return peer !== null && (roles.trunks.has(peer) || isGateway(peer)) ? 'outbound' : 'internal';
}

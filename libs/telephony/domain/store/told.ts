import { type CallEvent } from '../call-event/call-event.js';
import { type Moment, type VisitRow } from '../fold/rows.js';
import { type Standing, type StoredCall, type StoredDialled, type StoredVisit } from './row-changes.js';

/** A change for the rooms above, still in the switchboard's names. */
export type Told =
  | {
      kind: 'offered' | 'dialling' | 'missed' | 'answered' | 'held' | 'resumed' | 'talk_ended' | 'ended';
      callKey: string;
      visitId: string | null;
      agent: string | null;
      agentExt: string | null;
      direction: 'in' | 'out' | 'internal';
      atUs: number;
    }
  | {
      kind: 'device' | 'signed_in' | 'signed_out' | 'paused' | 'unpaused';
      agent: string | null;
      agentExt: string | null;
      value: string | null;
      atUs: number;
    }
  | { kind: 'feed'; state: 'live' | 'restarted'; atUs: number };

const OF_AGENT = {
  device_changed: 'device',
  agent_signed_in: 'signed_in',
  agent_signed_out: 'signed_out',
  agent_paused: 'paused',
  agent_resumed: 'unpaused',
} as const;

/** Events of no call. The log tells of agents what is past; their present is told by the switchboard's stream alone. */
export function toldOfNoCall(event: CallEvent): Told[] {
  const { type, feed, agent, agentExt, rawReason, occurredUs: atUs } = event;
  if (type === 'feed_resynced' && feed !== 'queue_log')
    return [{ kind: 'feed', state: event.reason === 'restarted' ? 'restarted' : 'live', atUs }];
  const kind = OF_AGENT[type as keyof typeof OF_AGENT];
  if (!kind || feed === 'queue_log') return [];
  const ofDevice = event.peer === null ? null : (/^[A-Za-z0-9]+\/([^@/]+)/.exec(event.peer)?.[1] ?? null);
  return [{ kind, agent, agentExt: agentExt ?? ofDevice, value: rawReason, atUs }];
}

/** What happened to a call between two folds. @param fresh the events that came between them */
export function toldOfCall(before: Standing, after: Standing, fresh: readonly CallEvent[]): Told[] {
  const told: Told[] = [];
  for (const visit of after.visits.values())
    told.push(...toldOfVisit(before.visits.get(visit.visitId), visit));
  for (const call of after.dialled.values())
    told.push(...toldOfDialled(before.dialled.get(call.legId), call));
  const visits = [...after.visits.values()];
  for (const event of fresh) {
    told.push(...toldByEvent(event, visits));
    told.push(...toldOfHold(event, after));
  }
  for (const call of after.calls.values())
    if (isOver(call) && !isOver(before.calls.get(call.callerLegId)))
      told.push({ ...ofCall(call.callerLegId), kind: 'ended', atUs: endOf(call, after, fresh) });
  return told;
}

const ofCall = (callKey: string) =>
  ({ callKey, visitId: null, agent: null, agentExt: null, direction: 'in' }) as const;

const isOver = (call: StoredCall | undefined): boolean =>
  call !== undefined && (call.ended !== null || call.outcome === 'lost');

const endOf = (call: StoredCall, { visits }: Standing, fresh: readonly CallEvent[]): number =>
  call.ended?.us ??
  Math.max(
    call.arrived.us,
    ...[...visits.values()]
      .filter((visit) => visit.callKey === call.callerLegId)
      .map((visit) => visit.lastSeenUs),
    ...fresh.filter((event) => event.type === 'feed_resynced').map((event) => event.occurredUs),
  );

const ofVisit = (visit: StoredVisit) =>
  ({
    callKey: visit.callerLegId,
    visitId: visit.visitId,
    agent: visit.agent,
    agentExt: visit.agentExt,
    direction: visit.callKey === null ? 'internal' : 'in',
  }) as const;

function toldOfVisit(old: VisitRow | undefined, visit: StoredVisit): Told[] {
  const told: Told[] = [];
  for (const ring of visit.missed) {
    if (old?.missed.some((one) => one.agent === ring.agent && one.at.us === ring.at.us)) continue;
    const { agent, agentExt, at } = ring;
    told.push({ ...ofVisit(visit), kind: 'missed', agent, agentExt, atUs: at.us });
  }
  if (visit.answered && !old?.answered)
    told.push({ ...ofVisit(visit), kind: 'answered', atUs: visit.answered.us });
  if (visit.talkEnded && !old?.talkEnded)
    told.push({ ...ofVisit(visit), kind: 'talk_ended', atUs: visit.talkEnded.us });
  return told;
}

const NO_DIALLED: Partial<StoredDialled> = {};

/** The dialler's own telephone; of a call between two telephones the other one too, once they talk. */
function toldOfDialled(old: Partial<StoredDialled> = NO_DIALLED, call: StoredDialled): Told[] {
  const { legId: callKey, direction, agentExt, calledExt } = call;
  const tell = (
    kind: Extract<Told, { callKey: string }>['kind'],
    at: Moment | null,
    ext = agentExt,
  ): Told[] =>
    at === null ? [] : [{ kind, callKey, visitId: null, agent: null, agentExt: ext, direction, atUs: at.us }];
  const told: Told[] = [];
  // What has an end is told to its beginning only where nothing of it was told before.
  if (call.ordered && old.started === undefined) told.push(...tell('offered', call.started));
  if (!old.rang) told.push(...tell('dialling', call.rang));
  if (!old.answered) told.push(...tell('answered', call.answered));
  if (!old.talkEnded && call.answered) told.push(...tell('talk_ended', call.talkEnded));
  if (!old.ended) told.push(...tell('ended', call.ended));
  if (calledExt === null) return told;
  if (!old.answered) told.push(...tell('answered', call.answered, calledExt));
  if (!old.talkEnded && call.answered) told.push(...tell('talk_ended', call.talkEnded, calledExt));
  return told;
}

function toldOfHold({ type, legId, occurredUs: atUs }: CallEvent, { dialled }: Standing): Told[] {
  const call = legId === null ? undefined : dialled.get(legId);
  if (!call || (type !== 'held' && type !== 'resumed')) return [];
  const { agentExt, direction } = call;
  return [{ kind: type, callKey: call.legId, visitId: null, agent: null, agentExt, direction, atUs }];
}

/** Rings and holds are no rows of their own while they last: they are told as they come. */
function toldByEvent(event: CallEvent, visits: readonly StoredVisit[]): Told[] {
  const { type, agent, agentExt, legId, occurredUs: atUs } = event;
  if (type === 'agent_offered') {
    const visit = stayOf(event, visits);
    return visit ? [{ ...ofVisit(visit), kind: 'offered', agent, agentExt, atUs }] : [];
  }
  if (type !== 'held' && type !== 'resumed') return [];
  const talk = visits.filter((visit) => visit.agentLegId === legId && legId !== null).at(-1);
  return talk ? [{ ...ofVisit(talk), kind: type, atUs }] : [];
}

/** The fold may have numbered the stays of a leg in a queue anew. */
function stayOf({ visitId, callerLegId, queue, occurredUs }: CallEvent, visits: readonly StoredVisit[]) {
  const own = visits.filter((visit) => visit.callerLegId === callerLegId && visit.queue === queue);
  return (
    own.find((visit) => visit.visitId === visitId) ??
    own.filter((visit) => visit.countedUs <= occurredUs).at(-1) ??
    own.at(-1)
  );
}

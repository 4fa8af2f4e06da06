import {
  type StoredCall,
  type StoredDialled,
  type StoredLeg,
  type StoredVisit,
} from '../domain/store/row-changes.js';
import { type AgentSegment, type FeedGap, type MissedRing } from '../domain/fold/rows.js';
import { clearDevice } from '../domain/store/sealed-part.js';
import { rowId, timeOrNull, timeText } from './row-ids.js';

/** Whose the rows are, and who had which telephone when. */
export interface RowOwner {
  readonly sourceId: string;
  readonly unitPath: string;
  /** @returns the account that had the agent's telephone at that moment */
  accountOf(agent: string | null, agentExt: string | null, atUs: number): string | null;
}

export interface CallNumber {
  caller_sealed: string | null;
  caller_masked: string | null;
  caller_hash: string | null;
  dialled: string | null;
}

const callId = ({ sourceId }: RowOwner, key: string | null): string | null =>
  key === null ? null : rowId(sourceId, 'call', key);

export const callBody = (owner: RowOwner, call: StoredCall, number: CallNumber, now: Date): object => ({
  id: callId(owner, call.callerLegId),
  source_id: owner.sourceId,
  call_key: call.callerLegId,
  unit_path: owner.unitPath,
  direction: 'in',
  ...number,
  withheld: call.caller === 'withheld',
  arrived_at: timeText(call.arrived.us),
  arrival_seen: call.arrivalSeen,
  asked_at: timeOrNull(call.askedUs),
  ended_at: timeOrNull(call.ended?.us),
  asked: call.asked,
  outcome: call.outcome,
  callback_requested: call.callbackRequested,
  recording: call.recording,
  hold_us: 0,
  end_known: true,
  folded_at: now.toISOString(),
});

/** The number of the other side stands where a caller's does: sealed, and found again by its hash. */
export const dialledBody = (owner: RowOwner, call: StoredDialled, number: CallNumber, now: Date): object => ({
  id: callId(owner, call.legId),
  source_id: owner.sourceId,
  call_key: call.legId,
  unit_path: owner.unitPath,
  direction: call.direction,
  ...number,
  withheld: false,
  arrived_at: timeText(call.started.us),
  arrival_seen: true,
  ended_at: timeOrNull(call.ended?.us),
  asked: false,
  outcome: call.outcome,
  callback_requested: false,
  recording: call.recording,
  account_id: owner.accountOf(null, call.agentExt, call.started.us),
  agent_ext: call.agentExt,
  rang_at: timeOrNull(call.rang?.us),
  answered_at: timeOrNull(call.answered?.us),
  talk_ended_at: timeOrNull(call.talkEnded?.us),
  talk_us: call.talk?.us ?? null,
  hold_us: call.hold.us,
  end_known: call.endKnown,
  result: call.result,
  folded_at: now.toISOString(),
});

export const visitBody = (owner: RowOwner, visit: StoredVisit): object => ({
  id: rowId(owner.sourceId, 'visit', visit.visitId),
  call_id: callId(owner, visit.callKey),
  source_id: owner.sourceId,
  visit_key: visit.visitId,
  unit_path: owner.unitPath,
  queue: visit.queue,
  ordinal: visit.ordinal,
  requested_at: timeOrNull(visit.requested?.us),
  entered: visit.entered,
  joined_at: timeOrNull(visit.joined?.us),
  left_at: timeOrNull(visit.left?.us),
  answered_at: timeOrNull(visit.answered?.us),
  talk_ended_at: timeOrNull(visit.talkEnded?.us),
  counted_at: timeText(visit.countedUs),
  outcome: visit.outcome,
  provisional: visit.provisional,
  end_known: visit.endKnown,
  last_seen_at: timeText(visit.lastSeenUs),
  agent: visit.agent,
  agent_ext: visit.agentExt,
  account_id: owner.accountOf(visit.agent, visit.agentExt, visit.answered?.us ?? visit.countedUs),
  wait_us: visit.wait?.us ?? null,
  wait_known: visit.wait?.known ?? null,
  talk_us: visit.talk?.us ?? null,
  talk_known: visit.talk?.known ?? null,
  wait_s: visit.waitS,
  talk_s: visit.talkS,
  hold_us: visit.hold.us,
  holds: visit.holds,
  ended_by: visit.endedBy,
  transfer: visit.transfer,
  offers: visit.offers,
  callback_requested: visit.callbackRequested,
});

export const ringBody = (owner: RowOwner, visitId: string, ring: MissedRing, ordinal: number): object => ({
  visit_id: visitId,
  ordinal,
  agent: ring.agent,
  agent_ext: ring.agentExt,
  account_id: owner.accountOf(ring.agent, ring.agentExt, ring.at.us),
  at: timeText(ring.at.us),
  reason: ring.reason,
});

export const legBody = (owner: RowOwner, leg: StoredLeg): object => ({
  source_id: owner.sourceId,
  leg_key: leg.legId,
  call_id: callId(owner, leg.callKey),
  family: leg.family,
  kind: leg.kind,
  peer: clearDevice(leg.peer),
  created_at: timeOrNull(leg.created?.us),
  ended_at: timeOrNull(leg.ended?.us),
  cause: leg.cause,
});

export const segmentBody = (owner: RowOwner, one: AgentSegment): object => ({
  source_id: owner.sourceId,
  agent: one.agent,
  state: one.state,
  queue: one.queue ?? '',
  from_at: timeText(one.from.us),
  to_at: timeOrNull(one.toUs),
  reason: one.reason,
  visit_id: one.visitId === null ? null : rowId(owner.sourceId, 'visit', one.visitId),
  account_id: owner.accountOf(one.agent, null, one.from.us),
});

export const gapBody = ({ sourceId }: RowOwner, gap: FeedGap): object => ({
  source_id: sourceId,
  from_at: timeText(gap.fromUs),
  to_at: timeText(gap.toUs),
  restarted: gap.restarted,
});

import type { CallNow, Presence, Segment, Under, WrapUp } from '../domain/presence.js';

/** A row of `presence` with its open segment, as the driver reads it. */
export interface PresenceRow {
  [column: string]: unknown;
  account_id: string;
  unit_id: string;
  unit_path: string;
  version: number;
  intent_version: number;
  led_by: Presence['ledBy'];
  telephone_id: string | null;
  signed_in_at: Date | null;
  intent: Presence['intent'];
  reason: string | null;
  since: Date;
  stretch_at: Date;
  under_intent: Under['intent'] | null;
  under_reason: string | null;
  under_stretch_at: Date | null;
  next_intent: Under['intent'] | null;
  next_reason: string | null;
  wrap_up_at: Date | null;
  wrap_up_ends_at: Date | null;
  wrap_up_prolonged: number;
  wrap_up_call_id: string | null;
  wrap_up_visit_id: string | null;
  break_used_ms: string;
  flagged: boolean;
  device: Presence['device'];
  device_at: Date | null;
  call_id: string | null;
  call_visit_id: string | null;
  call_direction: CallNow['direction'] | null;
  call_state: CallNow['state'] | null;
  call_since: Date | null;
  call_heard_at: Date | null;
  seen_at: Date;
  lost: boolean;
  last_seq: number;
  seg_seq: number | null;
  seg_shift_at: Date;
  seg_shown: Segment['shown'];
  seg_intent: Segment['intent'];
  seg_reason: string | null;
  seg_from_at: Date;
  seg_stretch_at: Date;
  seg_call_id: string | null;
  seg_visit_id: string | null;
  seg_made_by: Segment['madeBy'];
  seg_cause: Segment['cause'];
}

const SEGMENT_COLUMNS = [
  'seq',
  'shift_at',
  'shown',
  'intent',
  'reason',
  'from_at',
  'stretch_at',
  'call_id',
  'visit_id',
  'made_by',
  'cause',
];

/** For `from presence p ${OPEN_SEGMENT}`. */
export const PRESENCE_COLUMNS = `p.*, ${SEGMENT_COLUMNS.map((name) => `s.${name} as seg_${name}`).join(', ')}`;
export const OPEN_SEGMENT = 'left join presence_segment s on s.account_id = p.account_id and s.to_at is null';

const underOf = (row: PresenceRow): Under | null =>
  row.under_intent && row.under_stretch_at
    ? { intent: row.under_intent, reason: row.under_reason, stretchAt: row.under_stretch_at }
    : null;

const wrapUpOf = (row: PresenceRow): WrapUp | null =>
  row.wrap_up_at && row.wrap_up_ends_at
    ? {
        startedAt: row.wrap_up_at,
        endsAt: row.wrap_up_ends_at,
        prolongedTimes: row.wrap_up_prolonged,
        callId: row.wrap_up_call_id,
        visitId: row.wrap_up_visit_id,
      }
    : null;

const callOf = (row: PresenceRow): CallNow | null =>
  row.call_id && row.call_state && row.call_since
    ? {
        callId: row.call_id,
        visitId: row.call_visit_id,
        direction: row.call_direction ?? 'in',
        state: row.call_state,
        since: row.call_since,
      }
    : null;

const segmentOf = (row: PresenceRow): Segment | null =>
  row.seg_seq === null
    ? null
    : {
        seq: row.seg_seq,
        shiftAt: row.seg_shift_at,
        shown: row.seg_shown,
        intent: row.seg_intent,
        reason: row.seg_reason,
        from: row.seg_from_at,
        to: null,
        stretchAt: row.seg_stretch_at,
        callId: row.seg_call_id,
        visitId: row.seg_visit_id,
        madeBy: row.seg_made_by,
        cause: row.seg_cause,
      };

export const presenceOf = (row: PresenceRow): Presence => ({
  accountId: row.account_id,
  unitId: row.unit_id,
  unitPath: row.unit_path,
  version: row.version,
  intentVersion: row.intent_version,
  ledBy: row.led_by,
  telephoneId: row.telephone_id,
  signedInAt: row.signed_in_at,
  intent: row.intent,
  reason: row.reason,
  since: row.since,
  stretchAt: row.stretch_at,
  under: underOf(row),
  next: row.next_intent ? { intent: row.next_intent, reason: row.next_reason } : null,
  wrapUp: wrapUpOf(row),
  breakUsedMs: Number(row.break_used_ms),
  flagged: row.flagged,
  device: row.device,
  deviceAt: row.device_at,
  call: callOf(row),
  callHeardAt: row.call_heard_at,
  seenAt: row.seen_at,
  lost: row.lost,
  segment: segmentOf(row),
  lastSeq: row.last_seq,
});

/** The values of a row, by column. */
export const rowOf = (p: Presence): Record<string, unknown> => ({
  account_id: p.accountId,
  unit_id: p.unitId,
  unit_path: p.unitPath,
  version: p.version,
  intent_version: p.intentVersion,
  led_by: p.ledBy,
  telephone_id: p.telephoneId,
  signed_in_at: p.intent === 'signed-out' ? null : p.signedInAt,
  intent: p.intent,
  reason: p.reason,
  since: p.since,
  stretch_at: p.stretchAt,
  under_intent: p.under?.intent ?? null,
  under_reason: p.under?.reason ?? null,
  under_stretch_at: p.under?.stretchAt ?? null,
  next_intent: p.next?.intent ?? null,
  next_reason: p.next?.reason ?? null,
  wrap_up_at: p.wrapUp?.startedAt ?? null,
  wrap_up_ends_at: p.wrapUp?.endsAt ?? null,
  wrap_up_prolonged: p.wrapUp?.prolongedTimes ?? 0,
  wrap_up_call_id: p.wrapUp?.callId ?? null,
  wrap_up_visit_id: p.wrapUp?.visitId ?? null,
  break_used_ms: p.breakUsedMs,
  flagged: p.flagged,
  device: p.device,
  device_at: p.deviceAt,
  call_id: p.call?.callId ?? null,
  call_visit_id: p.call?.visitId ?? null,
  call_direction: p.call?.direction ?? null,
  call_state: p.call?.state ?? null,
  call_since: p.call?.since ?? null,
  call_heard_at: p.callHeardAt,
  seen_at: p.seenAt,
  lost: p.lost,
  last_seq: p.lastSeq,
});

export const segmentRowOf = (p: Presence, segment: Segment): Record<string, unknown> => ({
  account_id: p.accountId,
  seq: segment.seq,
  unit_path: p.unitPath,
  shift_at: segment.shiftAt,
  shown: segment.shown,
  intent: segment.intent,
  reason: segment.reason,
  from_at: segment.from,
  to_at: segment.to,
  stretch_at: segment.stretchAt,
  call_id: segment.callId,
  visit_id: segment.visitId,
  made_by: segment.madeBy,
  cause: segment.cause,
});

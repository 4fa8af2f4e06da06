/**
 * The vendor-neutral call event. The first block is what a metric, a screen or another room may rely on; `observed` is
 * our one addition: a moment on a leg (music began, a bridge was left) that proves another fact's time when the event
 * of that fact was lost. AMI delivers at most once, so such moments are kept like facts.
 */
export const CALL_EVENT_TYPES = [
  'arrived',
  'ivr_left',
  'queue_requested',
  'queue_refused',
  'queue_joined',
  'agent_offered',
  'agent_missed',
  'answered',
  'held',
  'resumed',
  'transferred',
  'talk_ended',
  'queue_left',
  'callback_requested',
  'ended',
  'agent_signed_in',
  'agent_signed_out',
  'agent_paused',
  'agent_resumed',
  'device_changed',
  'feed_gap',
  'feed_resynced',
  'observed',
] as const;
export type CallEventType = (typeof CALL_EVENT_TYPES)[number];

export const CALL_REASONS = [
  'caller_hangup',
  'agent_hangup',
  'transfer',
  'transfer_blind',
  'transfer_attended',
  'limit',
  'key',
  'full',
  'empty',
  'withdrawn',
  'rejected',
  'ring_out',
  'ring_cancelled',
  'restarted',
  'lost_by_system',
] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/** What an `observed` event saw on its leg. */
export const SIGNS = [
  'leg_created',
  'leg_seen',
  'leg_present',
  'waiting',
  'music_started',
  'music_stopped',
  'bridge_entered',
  /** the two halves of a Local channel; the leg is the second, which dials the telephone */
  'local_joined',
  'bridge_left',
  'hangup_requested',
  'hung_up',
  'dial_begun',
  'dial_ended',
  'agent_dumped',
  'queue_returned',
  'recorded',
] as const;
export type Sign = (typeof SIGNS)[number];

/** `application` of a leg that somebody ordered from outside the dialplan, where the switchboard says so. */
export const ORDERED = 'originate';

/** Where an event came from inside one source; the same fact may come by two feeds. */
export const FEEDS = ['ami', 'snapshot', 'queue_log', 'esl', 'webhook'] as const;
export type Feed = (typeof FEEDS)[number];

/**
 * How good `occurredUs` is. `exact`: the PBX's own microseconds. `received`: our clock at receipt (the PBX sends no
 * time). `second`: whole seconds, cut (queue log, snapshots). `order`: no clock at all, only the order of receipt is
 * true; such a time is never used for a duration.
 */
export type Precision = 'exact' | 'received' | 'second' | 'order';

export type LegKind = 'caller' | 'agent' | 'consult' | 'outbound' | 'internal';

export interface CallEvent {
  /** adapter instance, for example `ami:pbx1`; two PBXs can make the same `Uniqueid` */
  source: string;
  feed: Feed;
  /** deterministic name of the fact (event-key.ts); the store's unique index is (eventKey, feed) */
  eventKey: string;
  type: CallEventType;
  reason: CallReason | null;
  /** the vendor's own word, cause text or status number */
  rawReason: string | null;
  /** microseconds since the epoch (a safe integer until 2255): sums must be right to the millisecond */
  occurredUs: number;
  precision: Precision;
  /** AMI `Linkedid`, FreeSWITCH channel-call UUID; null where the feed does not say */
  callId: string | null;
  /** one stay in one queue: `leg:queue:ordinal`, or the vendor's own key (`CC-Member-UUID`) */
  visitId: string | null;
  /** the leg that waits: with the queue it names the family of visits; null for events of no visit */
  callerLegId: string | null;
  /** the leg this event is about; for agent_offered, agent_missed, answered, talk_ended the agent's */
  legId: string | null;
  legKind: LegKind | null;
  /** other legs of the same fact: transferer, consult, destination */
  otherLegIds: readonly string[];
  queue: string | null;
  /** the PBX's name of the agent (`MemberName`) and his extension; an extension is not a person */
  agent: string | null;
  agentExt: string | null;
  /** digits as sent, `withheld`, or null; personal: seal before storing */
  caller: string | null;
  callee: string | null;
  /** whole seconds by the PBX's own two clock readings: up to a second off */
  waitS: number | null;
  talkS: number | null;
  /** an abandon that may still turn out to be a limit or an empty queue */
  provisional: boolean;
  sign: Sign | null;
  /** dialplan context and extension of the leg, bridge, application, channel's peer: only on `observed` and `arrived` */
  context: string | null;
  exten: string | null;
  bridgeId: string | null;
  application: string | null;
  peer: string | null;
  /** order inside the feed: our count of receipt, or the line of the log */
  order: number;
}

/** An event before it has its key and its visit. */
export type EventDraft = Omit<CallEvent, 'eventKey'>;

const BLANK: Omit<EventDraft, 'source' | 'feed' | 'type' | 'occurredUs' | 'precision' | 'order'> = {
  reason: null,
  rawReason: null,
  callId: null,
  visitId: null,
  callerLegId: null,
  legId: null,
  legKind: null,
  otherLegIds: [],
  queue: null,
  agent: null,
  agentExt: null,
  caller: null,
  callee: null,
  waitS: null,
  talkS: null,
  provisional: false,
  sign: null,
  context: null,
  exten: null,
  bridgeId: null,
  application: null,
  peer: null,
};

/** Where and when a raw event was received: the same for all drafts made of it. */
export type Receipt = Pick<EventDraft, 'source' | 'feed' | 'occurredUs' | 'precision' | 'order'>;
/** What a raw event says, receipt aside. */
export type Said = Partial<EventDraft> & Pick<EventDraft, 'type'>;

export const draft = (receipt: Receipt, said: Said): EventDraft =>
  Object.assign({ eventKey: '', ...BLANK }, receipt, said);

/** An event of a stay in a queue: it needs a visit. */
export const isOfVisit = (event: EventDraft): event is EventDraft & { callerLegId: string; queue: string } =>
  event.callerLegId !== null && event.queue !== null;

/** An event as it is kept: what is null or empty left out, and what stands in columns of its own. */
export type EventBody = Partial<Omit<CallEvent, 'source' | 'feed' | 'eventKey' | 'type' | 'occurredUs'>>;

export function bodyOf(event: CallEvent): EventBody {
  const body: Record<string, unknown> = {};
  for (const key in event) {
    const value = event[key as keyof CallEvent];
    if (value === null || value === false || COLUMNS.has(key)) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    body[key] = value;
  }
  return body;
}

export const eventOf = (
  columns: Pick<CallEvent, 'source' | 'feed' | 'eventKey' | 'type' | 'occurredUs'>,
  body: EventBody,
): CallEvent => ({ ...BLANK, order: 0, precision: 'exact', ...body, ...columns });

const COLUMNS = new Set(['source', 'feed', 'eventKey', 'type', 'occurredUs']);

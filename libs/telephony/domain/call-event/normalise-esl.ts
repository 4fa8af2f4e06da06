import { callerNumber } from '../ami/redact.js';
import { type EslEvent } from '../esl/parser.js';
import { type CallEvent, type CallReason, draft, type Receipt, type Said } from './call-event.js';
import { keyed } from './event-key.js';

type Reading = (event: EslEvent) => Said[];

const SECOND = 1_000_000;
const header = (event: EslEvent, name: string): string | null => event.headers.get(name) || null;
const micros = (event: EslEvent, name: string): number | null => {
  const text = header(event, name);
  return text !== null && /^\d{10,17}$/.test(text) ? Number(text) : null;
};

/** `CC-Member-UUID` is a visit ready-made; `CC-Member-Session-UUID` is the caller's channel. */
const visit = (event: EslEvent): Partial<Said> => ({
  callId: header(event, 'CC-Member-Session-UUID'),
  visitId: header(event, 'CC-Member-UUID'),
  callerLegId: header(event, 'CC-Member-Session-UUID'),
  queue: header(event, 'CC-Queue'),
  caller: callerNumber(header(event, 'CC-Member-CID-Number')),
});

const serving = (event: EslEvent): Partial<Said> => ({
  ...visit(event),
  legId: header(event, 'CC-Agent-UUID'),
  legKind: 'agent',
  agent: header(event, 'CC-Agent'),
  agentExt: header(event, 'CC-Agent'),
});

const leaving = (event: EslEvent): Partial<Said> => ({
  ...visit(event),
  legId: header(event, 'CC-Member-Session-UUID'),
  legKind: 'caller',
});

const between = (event: EslEvent, from: string, to: string): number | null => {
  const start = micros(event, from);
  const end = micros(event, to);
  return start === null || end === null ? null : end - start;
};

/** TIMEOUT and BREAK_OUT were seen; the others are named in the source of mod_callcenter. */
const CANCELS: Readonly<Record<string, CallReason>> = {
  BREAK_OUT: 'caller_hangup',
  TIMEOUT: 'limit',
  NO_AGENT_TIMEOUT: 'empty',
  EXIT_WITH_KEY: 'key',
};

const MISSES: Readonly<Record<string, CallReason>> = {
  ORIGINATOR_CANCEL: 'ring_cancelled',
  USER_BUSY: 'rejected',
  CALL_REJECTED: 'rejected',
};

const CC_ACTIONS: Readonly<Record<string, Reading>> = {
  'member-queue-start': (event) => [{ ...leaving(event), type: 'queue_joined' }],
  'agent-offering': (event) => [{ ...serving(event), type: 'agent_offered' }],
  'bridge-agent-start': (event) => [
    {
      ...serving(event),
      type: 'answered',
      waitS: between(event, 'CC-Member-Joined-Time', 'CC-Agent-Answered-Time'),
    },
  ],
  'bridge-agent-end': (event) => [
    {
      ...serving(event),
      type: 'talk_ended',
      waitS: between(event, 'CC-Member-Joined-Time', 'CC-Agent-Answered-Time'),
      talkS: between(event, 'CC-Agent-Answered-Time', 'CC-Bridge-Terminated-Time'),
      rawReason: header(event, 'CC-Hangup-Cause'),
    },
  ],
  'bridge-agent-fail': (event) => {
    const rawReason = header(event, 'CC-Hangup-Cause');
    return [
      { ...serving(event), type: 'agent_missed', reason: MISSES[rawReason ?? ''] ?? 'ring_out', rawReason },
    ];
  },
  'member-queue-end': (event) => {
    const rawReason = header(event, 'CC-Cancel-Reason');
    const cancelled = header(event, 'CC-Cause') === 'Cancel';
    const reason = cancelled ? (CANCELS[rawReason ?? ''] ?? 'lost_by_system') : null;
    const waitS = between(event, 'CC-Member-Joined-Time', 'CC-Member-Leaving-Time');
    return [{ ...leaving(event), type: 'queue_left', reason, rawReason, waitS: reason && waitS }];
  },
  'agent-status-change': (event) => [
    { ...serving(event), type: STATUS[header(event, 'CC-Agent-Status') ?? ''] ?? 'device_changed' },
  ],
  'agent-state-change': (event) => [
    { ...serving(event), type: 'device_changed', rawReason: header(event, 'CC-Agent-State') },
  ],
};

/** Status is the intent: signed in or out, on a break; state (Waiting, Receiving) is what the telephone does. */
const STATUS: Readonly<Record<string, Said['type']>> = {
  Available: 'agent_signed_in',
  'Available (On Demand)': 'agent_signed_in',
  'On Break': 'agent_paused',
  'Logged Out': 'agent_signed_out',
};

const leg = (event: EslEvent): Partial<Said> => ({
  legId: header(event, 'Unique-ID'),
  callId: header(event, 'Channel-Call-UUID'),
  legKind: header(event, 'Call-Direction') === 'inbound' ? 'caller' : 'agent',
});

const CHANNEL: Readonly<Record<string, Reading>> = {
  CHANNEL_CREATE: (event) => {
    const caller = callerNumber(header(event, 'Caller-Caller-ID-Number'));
    const callee = header(event, 'Caller-Destination-Number');
    const arrived = header(event, 'Call-Direction') === 'inbound';
    return [
      {
        ...leg(event),
        caller,
        callee,
        ...(arrived ? { type: 'arrived' } : { type: 'observed', sign: 'leg_created' }),
      },
    ];
  },
  CHANNEL_HOLD: (event) => [{ ...leg(event), type: 'held' }],
  CHANNEL_UNHOLD: (event) => [{ ...leg(event), type: 'resumed' }],
  CHANNEL_HANGUP_COMPLETE: (event) => [
    { ...leg(event), type: 'ended', rawReason: header(event, 'Hangup-Cause') },
  ],
};

/**
 * FreeSWITCH `mod_callcenter` and channel events → call events. `Event-Date-Timestamp` has microseconds; a gap shows
 * in `Event-Sequence`, which is kept as the order. An answer or an end also says when the caller had joined, in whole
 * seconds: kept as a fact of its own for the case that the joining was lost.
 */
export class EslNormaliser {
  readonly counts = { unused: 0, withoutTime: 0 };

  constructor(readonly source: string) {}

  accept(event: EslEvent, receivedUs = 0): CallEvent[] {
    const name = header(event, 'Event-Name') ?? '';
    const reading = name === 'CUSTOM' ? CC_ACTIONS[header(event, 'CC-Action') ?? ''] : CHANNEL[name];
    if (!reading) {
      this.counts.unused += 1;
      return [];
    }
    const receipt = this.#receipt(event, receivedUs);
    const drafts = reading(event).map((said) => draft(receipt, said));
    const joinedS = micros(event, 'CC-Member-Joined-Time');
    if (joinedS !== null) {
      const earlier = { ...receipt, feed: 'snapshot' as const, precision: 'second' as const };
      drafts.push(
        draft({ ...earlier, occurredUs: joinedS * SECOND }, { ...leaving(event), type: 'queue_joined' }),
      );
    }
    return drafts.map((one) => keyed(one, one.visitId));
  }

  #receipt(event: EslEvent, receivedUs: number): Receipt {
    const at = micros(event, 'Event-Date-Timestamp');
    if (at === null) this.counts.withoutTime += 1;
    return {
      source: this.source,
      feed: 'esl',
      occurredUs: at ?? receivedUs,
      precision: at === null ? 'received' : 'exact',
      order: micros(event, 'Event-Sequence') ?? Number(header(event, 'Event-Sequence') ?? 0),
    };
  }
}

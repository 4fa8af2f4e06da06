import { type EslEvent } from '../esl/parser.js';
import { type AgentTelephones } from '../esl/telephones.js';
import { type CallReason, ORDERED, type Said } from './call-event.js';
import {
  agentOf,
  between,
  callerOf,
  deviceOf,
  header,
  isInbound,
  isOfQueue,
  isOrdered,
  isRung,
  leaving,
  leg,
  serving,
} from './esl-fields.js';

type Reading = (event: EslEvent, telephones: AgentTelephones) => Said[];

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

/** Status is the intent: signed in or out, on a break. What it says ends what was before. */
const STATUS: Readonly<Record<string, readonly Said['type'][]>> = {
  Available: ['agent_signed_in', 'agent_resumed'],
  'Available (On Demand)': ['agent_signed_in', 'agent_resumed'],
  'On Break': ['agent_signed_in', 'agent_paused'],
  'Logged Out': ['agent_resumed', 'agent_signed_out'],
};

export const statusSaid = (status: string | null, agent: Partial<Said>): Said[] =>
  (STATUS[status ?? ''] ?? []).map((type) => ({ ...agent, type }));

const CC_ACTIONS: Readonly<Record<string, Reading>> = {
  'member-queue-start': (event) => [{ ...leaving(event), type: 'queue_joined' }],
  'agent-offering': (event, telephones) => [{ ...serving(event, telephones), type: 'agent_offered' }],
  'bridge-agent-start': (event, telephones) => [
    {
      ...serving(event, telephones),
      type: 'answered',
      waitS: between(event, 'CC-Member-Joined-Time', 'CC-Agent-Answered-Time'),
    },
  ],
  'bridge-agent-end': (event, telephones) => [
    {
      ...serving(event, telephones),
      type: 'talk_ended',
      waitS: between(event, 'CC-Member-Joined-Time', 'CC-Agent-Answered-Time'),
      talkS: between(event, 'CC-Agent-Answered-Time', 'CC-Bridge-Terminated-Time'),
      rawReason: header(event, 'CC-Hangup-Cause'),
    },
  ],
  'bridge-agent-fail': (event, telephones) => {
    const rawReason = header(event, 'CC-Hangup-Cause');
    const reason = MISSES[rawReason ?? ''] ?? 'ring_out';
    return [{ ...serving(event, telephones), type: 'agent_missed', reason, rawReason }];
  },
  'member-queue-end': (event) => {
    const rawReason = header(event, 'CC-Cancel-Reason');
    const cancelled = header(event, 'CC-Cause') === 'Cancel';
    const reason = cancelled ? (CANCELS[rawReason ?? ''] ?? 'lost_by_system') : null;
    const waitS = between(event, 'CC-Member-Joined-Time', 'CC-Member-Leaving-Time');
    return [{ ...leaving(event), type: 'queue_left', reason, rawReason, waitS: reason && waitS }];
  },
  'agent-status-change': (event, telephones) =>
    statusSaid(header(event, 'CC-Agent-Status'), agentOf(event, telephones)),
};

/**
 * Sent on to us by the dialplan or by a telephone that has signed in with its secret: a call from inside is no arrival. Where
 * the trunk itself signs in so, the entrance is learned from the callers who reach a queue.
 */
const isFromOutside = (event: EslEvent): boolean =>
  isInbound(event) && header(event, 'variable_user_name') === null;

/** Whose leg it is, said again with every event: the first may be lost. */
const behind: (event: EslEvent, telephones: AgentTelephones) => Partial<Said> = (event, telephones) => ({
  peer: deviceOf(event, telephones),
  application: isOrdered(event) ? ORDERED : null,
});

/** An ordered leg goes on by the dialplan once it is taken; the number it goes to is then its own. */
const goneTo = (event: EslEvent): Partial<Said> =>
  isOrdered(event) && header(event, 'Channel-HIT-Dialplan') === 'true'
    ? { exten: header(event, 'Caller-Destination-Number') }
    : {};

/** What the network said of a leg that was never answered, as `SIP 486`; FreeSWITCH's own cause is coarser. */
function refusal(event: EslEvent): Said[] {
  const answered = Number(header(event, 'Caller-Channel-Answered-Time') ?? 0) > 0;
  const named = /^sip:(\d{3})$/.exec(header(event, 'variable_proto_specific_hangup_cause') ?? '')?.[1];
  const status = header(event, 'variable_sip_invite_failure_status') ?? named ?? '';
  if (answered || !isRung(event) || !/^[456]\d\d$/.test(status)) return [];
  return [{ ...leg(event), type: 'observed', sign: 'dial_ended', rawReason: `SIP ${status}` }];
}

const CHANNEL: Readonly<Record<string, Reading>> = {
  CHANNEL_CREATE: (event, telephones) => {
    const callee = header(event, 'Caller-Destination-Number');
    const inbound = isInbound(event);
    return [
      {
        ...leg(event),
        ...behind(event, telephones),
        caller: callerOf(event),
        callee,
        context: inbound ? header(event, 'Caller-Context') : null,
        exten: inbound ? callee : null,
        ...(isFromOutside(event) ? { type: 'arrived' } : { type: 'observed', sign: 'leg_created' }),
      },
    ];
  },
  CHANNEL_ANSWER: (event, telephones) => {
    const own = { ...leg(event), ...behind(event, telephones), type: 'observed' as const };
    if (isRung(event)) return [{ ...own, sign: 'dial_ended', rawReason: 'ANSWER' }];
    return own.peer === null ? [] : [{ ...own, sign: 'leg_seen' }];
  },
  // Told of the leg that rang the other; the other may be one whose own events were lost.
  CHANNEL_BRIDGE: (event, telephones) => {
    const legId = header(event, 'Other-Leg-Unique-ID');
    if (isOfQueue(event) || legId === null) return [];
    const rings = header(event, 'Other-Type') === 'originatee';
    const own = { ...leg(event), ...behind(event, telephones), ...goneTo(event), type: 'observed' as const };
    const other = { legId, callId: rings ? (leg(event).callId ?? null) : null, type: 'observed' as const };
    return [
      ...(own.peer === null ? [] : [{ ...own, sign: 'leg_seen' as const }]),
      ...(rings ? [{ ...other, sign: 'bridge_entered' as const }] : []),
    ];
  },
  CHANNEL_HOLD: (event) => [{ ...leg(event), type: 'held' }],
  CHANNEL_UNHOLD: (event) => [{ ...leg(event), type: 'resumed' }],
  CHANNEL_HANGUP_COMPLETE: (event, telephones) => {
    // The side that said goodbye: `withdrawn` is the dialplan's end of a caller's leg, not his.
    const byUs = /^send_/.test(header(event, 'variable_sip_hangup_disposition') ?? '');
    const reason = byUs && isInbound(event) ? ('withdrawn' as const) : null;
    const rawReason = header(event, 'Hangup-Cause');
    const own = { ...leg(event), ...behind(event, telephones), ...goneTo(event) };
    return [...refusal(event), { ...own, type: 'ended', reason, rawReason }];
  },
  // Not FreeSWITCH's: our watch found that it has this leg no more (feeds/channel-watch.ts).
  HOTLINE_GONE: (event) => [{ ...leg(event), type: 'ended', reason: 'lost_by_system' }],
};

export const readingOf = (event: EslEvent): Reading | undefined => {
  const name = header(event, 'Event-Name') ?? '';
  return name === 'CUSTOM' ? CC_ACTIONS[header(event, 'CC-Action') ?? ''] : CHANNEL[name];
};

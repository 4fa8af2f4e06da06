import { type EslEvent } from '../esl/parser.js';
import { type AgentTelephones } from '../esl/telephones.js';
import { type CallReason, type Said } from './call-event.js';
import { agentOf, between, callerOf, header, isInbound, leaving, leg, serving } from './esl-fields.js';

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

const CHANNEL: Readonly<Record<string, Reading>> = {
  CHANNEL_CREATE: (event) => {
    const callee = header(event, 'Caller-Destination-Number');
    const inbound = isInbound(event);
    return [
      {
        ...leg(event),
        caller: callerOf(event),
        callee,
        context: inbound ? header(event, 'Caller-Context') : null,
        exten: inbound ? callee : null,
        ...(isFromOutside(event) ? { type: 'arrived' } : { type: 'observed', sign: 'leg_created' }),
      },
    ];
  },
  CHANNEL_HOLD: (event) => [{ ...leg(event), type: 'held' }],
  CHANNEL_UNHOLD: (event) => [{ ...leg(event), type: 'resumed' }],
  CHANNEL_HANGUP_COMPLETE: (event) => {
    // The side that said goodbye: `withdrawn` is the dialplan's end of a caller's leg, not his.
    const byUs = /^send_/.test(header(event, 'variable_sip_hangup_disposition') ?? '');
    const reason = byUs && isInbound(event) ? ('withdrawn' as const) : null;
    return [{ ...leg(event), type: 'ended', reason, rawReason: header(event, 'Hangup-Cause') }];
  },
  // Not FreeSWITCH's: our watch found that it has this leg no more (feeds/channel-watch.ts).
  HOTLINE_GONE: (event) => [{ ...leg(event), type: 'ended', reason: 'lost_by_system' }],
};

export const readingOf = (event: EslEvent): Reading | undefined => {
  const name = header(event, 'Event-Name') ?? '';
  return name === 'CUSTOM' ? CC_ACTIONS[header(event, 'CC-Action') ?? ''] : CHANNEL[name];
};

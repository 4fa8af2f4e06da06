import { type AmiMessage, field } from '../ami/message.js';
import { callerNumber } from '../ami/redact.js';
import { callerOf, member, peerOf, queueCall, text } from './ami-fields.js';
import { type CallReason, type Said } from './call-event.js';

type Reading = (message: AmiMessage) => Said[];

/** The caller's own statements: he joins, leaves, gives up. */
const waiting = (message: AmiMessage): Partial<Said> => ({
  ...queueCall(message),
  legId: text(message, 'Uniqueid'),
  legKind: 'caller',
  agent: null,
  agentExt: null,
  caller: callerOf(message),
});

const END_REASONS: Readonly<Record<string, CallReason>> = {
  caller: 'caller_hangup',
  agent: 'agent_hangup',
  transfer: 'transfer',
};

const pause: Reading = (message) => [
  {
    ...member(message),
    type: field(message, 'Paused') === '1' ? 'agent_paused' : 'agent_resumed',
    rawReason: text(message, 'PausedReason') ?? text(message, 'Reason'),
  },
];

const device: Reading = (message) => [
  { ...member(message), type: 'device_changed', rawReason: text(message, 'Status') },
];

export const QUEUE_EVENTS: Readonly<Record<string, Reading>> = {
  QueueCallerJoin: (message) => [{ ...waiting(message), type: 'queue_joined' }],
  // For whatever reason, and before AgentConnect: leaving is not losing.
  QueueCallerLeave: (message) => [{ ...waiting(message), type: 'queue_left' }],
  // Also raised on the limit, on leave-when-empty and on withdraw: an abandon until something says otherwise.
  QueueCallerAbandon: (message) => [
    { ...waiting(message), type: 'queue_left', reason: 'caller_hangup', provisional: true },
  ],
  AgentCalled: (message) => [{ ...queueCall(message), type: 'agent_offered', caller: callerOf(message) }],
  // RingTime is in milliseconds here, against its documentation.
  AgentRingNoAnswer: (message) => [
    {
      ...queueCall(message),
      type: 'agent_missed',
      reason: 'ring_out',
      rawReason: text(message, 'RingTime'),
    },
  ],
  // He picked up and hung up while the queue's announcement still played to him: the caller waits on.
  AgentDump: (message) => [{ ...queueCall(message), type: 'observed', sign: 'agent_dumped' }],
  AgentConnect: (message) => [{ ...queueCall(message), type: 'answered', caller: callerOf(message) }],
  AgentComplete: (message) => [
    {
      ...queueCall(message),
      type: 'talk_ended',
      reason: END_REASONS[field(message, 'Reason') ?? ''] ?? null,
      rawReason: text(message, 'Reason'),
    },
  ],
  // As the log says it of who is added paused.
  QueueMemberAdded: (message) => [
    {
      ...member(message),
      type: 'agent_signed_in',
      rawReason: field(message, 'Paused') === '1' ? 'PAUSED' : null,
    },
  ],
  QueueMemberRemoved: (message) => [{ ...member(message), type: 'agent_signed_out' }],
  QueueMemberPause: pause,
  QueueMemberStatus: device,
  DeviceStateChange: (message) => {
    const name = text(message, 'Device');
    if (name === null || /^(Queue|Custom|confbridge|MeetMe):/i.test(name)) return [];
    return [{ type: 'device_changed', peer: name, rawReason: text(message, 'State') }];
  },
};

/** How our dialplan says that `Queue()` returned: QUEUESTATUS. */
const EXITS: Readonly<Record<string, Pick<Said, 'type' | 'reason'>>> = {
  TIMEOUT: { type: 'queue_left', reason: 'limit' },
  FULL: { type: 'queue_refused', reason: 'full' },
  JOINEMPTY: { type: 'queue_refused', reason: 'empty' },
  JOINUNAVAIL: { type: 'queue_refused', reason: 'empty' },
  LEAVEEMPTY: { type: 'queue_left', reason: 'empty' },
  LEAVEUNAVAIL: { type: 'queue_left', reason: 'empty' },
  WITHDRAW: { type: 'queue_left', reason: 'withdrawn' },
};

const dialplan = (message: AmiMessage): Partial<Said> => {
  const legId = text(message, 'CallUniqueid') ?? text(message, 'Uniqueid');
  return {
    legId,
    legKind: 'caller',
    callId: text(message, 'CallLinkedid') ?? text(message, 'Linkedid'),
    callerLegId: legId,
    queue: text(message, 'Queue'),
    context: text(message, 'Context'),
    exten: text(message, 'Exten'),
    peer: peerOf(text(message, 'Channel')),
  };
};

/** A file named after the caller would put his number where it is not sealed: such a reference is not kept. */
const PERSONAL = /(?<!\d)(\+?86)?1[3-9]\d{9}(?!\d)/;

/** The four lines that are part of the product's installation (docs/operations.md). */
export const DIALPLAN_EVENTS: Readonly<Record<string, Reading>> = {
  HotlineArrive: (message) => {
    const caller = callerNumber(field(message, 'Caller')) ?? callerOf(message);
    const callee = text(message, 'Dnis');
    return [{ ...dialplan(message), type: 'arrived', callerLegId: null, caller, callee }];
  },
  HotlineToQueue: (message) => [{ ...dialplan(message), type: 'queue_requested' }],
  HotlineCallback: (message) => [
    { ...dialplan(message), type: 'callback_requested', caller: callerNumber(field(message, 'Caller')) },
  ],
  HotlineRecording: (message) => {
    const reference = text(message, 'File');
    if (reference === null || PERSONAL.test(reference)) return [];
    const { legId, callId } = dialplan(message);
    return [
      {
        legId: legId ?? null,
        callId: callId ?? null,
        type: 'observed',
        sign: 'recorded',
        rawReason: reference,
      },
    ];
  },
  HotlineQueueExit: (message) => {
    const status = (field(message, 'QueueStatus') ?? '').toUpperCase();
    const exit = EXITS[status] ?? { type: 'observed' as const, sign: 'queue_returned' as const };
    return [{ ...dialplan(message), ...exit, rawReason: status }];
  },
};

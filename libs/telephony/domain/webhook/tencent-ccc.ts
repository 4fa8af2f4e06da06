import type { CallReason, Said } from '../call-event/call-event.js';
import type { Rule, Scene, VendorMapping, VendorRecord } from './mapping.js';
import { listOf, numberOf, secondsOf, textOf } from './reading.js';

/** The call, or one agent's part in it; parts after a transfer are stays of their own. */
interface Part {
  readonly call: VendorRecord;
  readonly own: VendorRecord;
  readonly stay: number;
  /** the stay began in the call's own queue, not by a transfer */
  readonly first: boolean;
  /** of the part, by its place; of the call, none */
  readonly place: number | null;
}

const session = ({ call }: Part): string => textOf(call, 'SessionId') ?? '';
const queue = ({ call, own, first }: Part): string | null =>
  (first ? (textOf(call, 'QueuedSkillGroupName') ?? known(textOf(call, 'QueuedSkillGroupId'))) : null) ??
  textOf(own, 'SkillGroupName') ??
  known(textOf(own, 'SkillGroupId'));
const known = (id: string | null): string | null => (id === '0' ? null : id);

const caller = (part: Part): Omit<Said, 'type'> => ({
  callId: session(part),
  legId: session(part),
  legKind: 'caller',
  caller: numberOf(textOf(part.call, 'Caller')),
  rawReason: textOf(part.call, 'EndStatusString'),
});
const waiting = (part: Part): Omit<Said, 'type'> => ({
  ...caller(part),
  callerLegId: session(part),
  visitId: `${session(part)}/stay/${part.stay}`,
  queue: queue(part),
});
const serving = (part: Part): Omit<Said, 'type'> => ({
  ...waiting(part),
  legId: `${session(part)}/part/${part.place ?? 0}`,
  legKind: 'agent',
  agent: textOf(part.own, 'Mail'),
  agentExt: textOf(part.own, 'Mail'),
  rawReason: textOf(part.own, 'EndStatusString'),
});

const hasQueue = (part: Part): boolean => queue(part) !== null;
const wasAnswered = (part: Part): boolean => secondsOf(part.own, 'AcceptTimestamp') !== null;

const arrived: Rule<Part> = {
  type: 'arrived',
  at: ({ call }) => secondsOf(call, 'StartTimestamp') ?? secondsOf(call, 'StartTimeStamp'),
  says: (part) => ({ ...caller(part), callee: textOf(part.call, 'Callee') }),
};
const queued: readonly Rule<Part>[] = (['queue_requested', 'queue_joined'] as const).map((type) => ({
  type,
  at: ({ call }) => secondsOf(call, 'QueuedTimestamp'),
  when: hasQueue,
  says: waiting,
}));
const ended = (reason: CallReason | null): Rule<Part> => ({
  type: 'ended',
  at: ({ call }) => secondsOf(call, 'EndedTimestamp'),
  says: (part) => ({ ...caller(part), reason }),
});
const left = (reason: CallReason): Rule<Part> => ({
  type: 'queue_left',
  at: ({ call }) => secondsOf(call, 'EndedTimestamp'),
  when: (part) => hasQueue(part) && secondsOf(part.call, 'QueuedTimestamp') !== null,
  says: (part) => ({ ...waiting(part), reason }),
});

const MISSES: Readonly<Record<string, CallReason>> = {
  ringingGiveUp: 'ring_cancelled',
  callerCancel: 'ring_cancelled',
  userReject: 'rejected',
};
const ENDINGS: Readonly<Record<string, CallReason>> = { user: 'caller_hangup', seat: 'agent_hangup' };

const talkEnding = ({ call, own }: Part): CallReason | null =>
  textOf(own, 'TransferTo') ? 'transfer' : (ENDINGS[textOf(call, 'HungUpSide') ?? ''] ?? null);

/** One agent's part. Where the call has no time of its queue (a transfer), the stay begins with the part. */
const SEAT: readonly Rule<Part>[] = [
  {
    type: 'queue_joined',
    at: ({ own, call, first }) =>
      first && secondsOf(call, 'QueuedTimestamp') ? null : secondsOf(own, 'StartTimestamp'),
    when: hasQueue,
    says: waiting,
  },
  { type: 'agent_offered', at: ({ own }) => secondsOf(own, 'RingTimestamp'), when: hasQueue, says: serving },
  { type: 'answered', at: ({ own }) => secondsOf(own, 'AcceptTimestamp'), when: hasQueue, says: serving },
  {
    type: 'talk_ended',
    at: ({ own }) => secondsOf(own, 'EndedTimestamp'),
    when: (part) => hasQueue(part) && wasAnswered(part),
    says: (part) => ({ ...serving(part), reason: talkEnding(part) }),
  },
  {
    type: 'agent_missed',
    at: ({ own }) => secondsOf(own, 'EndedTimestamp'),
    when: (part) => hasQueue(part) && !wasAnswered(part),
    says: (part) => ({
      ...serving(part),
      reason: MISSES[textOf(part.own, 'EndStatusString') ?? ''] ?? 'ring_out',
    }),
  },
];

/** `withdrawn` on an end says that the menu ended the call, not the caller. */
const call = (...endings: readonly Rule<Part>[]): readonly Rule<Part>[] => [arrived, ...queued, ...endings];

const FIELDS = `SdkAppId SessionId Caller Callee Direction CallType Duration SeatUser CallerLocation IVRDuration RingTimestamp
AcceptTimestamp EndedTimestamp StartTimestamp StartTimeStamp IVRKeyPressed IVRKeyPressedEx HungUpSide ServeParticipants
EndStatus EndStatusString QueuedTimestamp PostIVRKeyPressed QueuedSkillGroupName QueuedSkillGroupId SkillGroup SkillGroupId
RecordId RecordURL CustomRecordURL AsrURL AsrUrl AsrStatus UserData Uui UUI Remark ProtectedCaller ProtectedCallee
VoicemailRecordURL VoicemailAsrURL Time Events StaffUserId RequestId`;

function scenes(record: VendorRecord): Scene<Part>[] {
  if (textOf(record, 'SessionId') === null) return [];
  // 1 out, 5 predictive, 6 among staff; the older format has only Direction.
  const outward = ['1', '5', '6'].includes(textOf(record, 'CallType') ?? '');
  if (outward || textOf(record, 'Direction') === '1') return [{ kind: 'outward', scene: whole(record, 1) }];
  const seats = listOf(record, 'ServeParticipants').sort((a, b) => place(a) - place(b));
  let stay = 1;
  const parts = seats.map((own, at): Scene<Part> => {
    if (at > 0 && textOf(own, 'TransferFrom')) stay += 1;
    return {
      kind: `part:${textOf(own, 'Type') ?? ''}`,
      scene: { call: record, own, stay, first: stay === 1, place: at },
    };
  });
  return [{ kind: textOf(record, 'EndStatusString') ?? '', scene: whole(record, 1) }, ...parts];
}

const place = (own: VendorRecord): number => Number(textOf(own, 'Sequence') ?? 0);
const whole = (record: VendorRecord, stay: number): Part => ({
  call: record,
  own: listOf(record, 'ServeParticipants')[0] ?? record,
  stay,
  first: true,
  place: null,
});

/**
 * Tencent Cloud Contact Center: the record of one call, pushed after its end (`action=cdr`). Times are whole seconds of the
 * epoch, so no zone is needed. Calls to the outside and among staff are known and not counted.
 */
export const TENCENT_CCC: VendorMapping<Part> = {
  document: 'https://www.tencentcloud.com/zh/document/product/1229/59641',
  fields: new Set(FIELDS.split(/\s+/)),
  scenes,
  kinds: {
    ok: call(ended(null)),
    ivrGiveUp: call(ended('caller_hangup')),
    waitingGiveUp: call(left('caller_hangup'), ended('caller_hangup')),
    ringingGiveUp: call(left('caller_hangup'), ended('caller_hangup')),
    noSeatOnline: call(left('empty'), ended('withdrawn')),
    notWorkTime: call(ended('withdrawn')),
    ivrEnd: call(ended('withdrawn')),
    blackList: call(ended('withdrawn')),
    error: call(ended('lost_by_system')),
    clientError: call(ended('lost_by_system')),
    outward: [],
    'part:staffSeat': SEAT,
  },
};

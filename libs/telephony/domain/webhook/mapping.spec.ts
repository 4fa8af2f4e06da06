import { fold } from '../fold/fold.js';
import { type ReadDelivery, readDelivery } from './delivery.js';
import type { HookVendor } from './vendors.js';

const read = (vendor: HookVendor, records: unknown): ReadDelivery =>
  readDelivery(vendor, 'cloud', typeof records === 'string' ? records : JSON.stringify(records));
const rowsOf = ({ records }: ReadDelivery) => fold(records.flat());
const at = (seconds: number): number => seconds * 1_000_000;

/** The example of the vendor's document, as an inbound call through a queue. */
const CDR = {
  SdkAppId: 1400000000,
  SessionId: '0f507d5d-e1e4-436e-a655-1d6c75a79b4f',
  Direction: 0,
  CallType: 2,
  Caller: '008613800138000',
  Callee: '0086075512351',
  StartTimestamp: 1756892180,
  QueuedTimestamp: 1756892190,
  QueuedSkillGroupId: 2522,
  QueuedSkillGroupName: 'foo-tel',
  RingTimestamp: 1756892201,
  AcceptTimestamp: 1756892204,
  EndedTimestamp: 1756892230,
  HungUpSide: 'user',
  EndStatus: 1,
  EndStatusString: 'ok',
  IVRKeyPressed: ['1'],
  ServeParticipants: [
    {
      AcceptTimestamp: 1756892204,
      EndStatusString: 'ok',
      EndedTimestamp: 1756892230,
      Mail: 'foo@tencent.com',
      Phone: '',
      RingTimestamp: 1756892201,
      Sequence: 0,
      SkillGroupId: 2522,
      SkillGroupName: 'foo-tel',
      StartTimestamp: 1756892201,
      TransferFrom: '',
      TransferTo: '',
      Type: 'staffSeat',
    },
  ],
};
const [SEAT] = CDR.ServeParticipants;

describe('Tencent Cloud call records', () => {
  it('an answered call', () => {
    const told = read('tencent-ccc', CDR);
    expect(told).toMatchObject({ garbled: 0, strange: [], fault: null });
    const { calls, visits } = rowsOf(told);
    expect(calls).toMatchObject([
      { callerLegId: CDR.SessionId, caller: '+8613800138000', asked: true, outcome: 'answered' },
    ]);
    expect(visits).toMatchObject([
      {
        queue: 'foo-tel',
        agent: 'foo@tencent.com',
        outcome: 'answered',
        joined: { us: at(1756892190), known: 'second' },
        answered: { us: at(1756892204) },
        talkEnded: { us: at(1756892230) },
        wait: { us: at(14), known: 'second' },
        talk: { us: at(26), known: 'second' },
        endedBy: 'caller',
        offers: 1,
      },
    ]);
  });

  it('a call that was transferred is two stays, and a seat that did not answer is a missed ring', () => {
    const told = read('tencent-ccc', {
      ...CDR,
      EndedTimestamp: 1756892290,
      HungUpSide: 'seat',
      ServeParticipants: [
        {
          ...SEAT,
          Mail: 'late@tencent.com',
          AcceptTimestamp: 0,
          EndedTimestamp: 1756892203,
          EndStatusString: 'seatGiveUp',
        },
        { ...SEAT, Sequence: 1, TransferTo: 'law-tel' },
        {
          ...SEAT,
          Sequence: 2,
          Mail: 'law@tencent.com',
          TransferFrom: 'foo@tencent.com',
          SkillGroupName: 'law-tel',
          StartTimestamp: 1756892230,
          RingTimestamp: 1756892232,
          AcceptTimestamp: 1756892240,
          EndedTimestamp: 1756892290,
        },
      ],
    });
    const { calls, visits } = rowsOf(told);
    expect(calls).toHaveLength(1);
    expect(visits).toMatchObject([
      { queue: 'foo-tel', outcome: 'answered', endedBy: 'transfer', agent: 'foo@tencent.com' },
      {
        queue: 'law-tel',
        outcome: 'answered',
        endedBy: 'agent',
        agent: 'law@tencent.com',
        wait: { us: at(10) },
      },
    ]);
    expect(visits[0]?.missed).toMatchObject([{ agent: 'late@tencent.com' }]);
  });

  it.each([
    ['waitingGiveUp', { AcceptTimestamp: 0, ServeParticipants: [] }, 'not_answered', 'abandoned'],
    [
      'ringingGiveUp',
      { ServeParticipants: [{ ...SEAT, AcceptTimestamp: 0, EndStatusString: 'ringingGiveUp' }] },
      'not_answered',
      'abandoned',
    ],
    ['noSeatOnline', { ServeParticipants: [] }, 'not_answered', 'empty'],
    ['ivrGiveUp', { QueuedTimestamp: 0, ServeParticipants: [] }, 'left_ivr', undefined],
    ['ivrEnd', { QueuedTimestamp: 0, ServeParticipants: [] }, 'closed', undefined],
    ['notWorkTime', { QueuedTimestamp: 0, ServeParticipants: [] }, 'closed', undefined],
  ])('%s', (EndStatusString, change, call, visit) => {
    const { calls, visits } = rowsOf(read('tencent-ccc', { ...CDR, ...change, EndStatusString }));
    expect([calls[0]?.outcome, visits[0]?.outcome]).toEqual([call, visit]);
  });

  it('calls to the outside are known and not counted', () => {
    const told = read('tencent-ccc', { ...CDR, Direction: 1, CallType: 1 });
    expect(told).toEqual({ records: [[]], garbled: 0, strange: [], fault: null });
  });
});

const TASK = {
  AccountSid: 'AC1',
  WorkspaceSid: 'WS1',
  ResourceType: 'task',
  TaskSid: 'WT1',
  TaskQueueSid: 'WQ1',
  TaskQueueName: 'q12351',
  TaskChannelUniqueName: 'voice',
  TaskAttributes: JSON.stringify({ call_sid: 'CA1', from: '+8613800138000', to: '+8675512351' }),
};
const event = (EventType: string, second: number, more: object = {}) => ({
  ...TASK,
  EventType,
  Timestamp: String(1756892000 + second),
  TimestampMs: String((1756892000 + second) * 1000 + 250),
  ...more,
});
const worker = { ReservationSid: 'WR1', WorkerSid: 'WK1', WorkerName: '林小禾' };
const ANSWERED = [
  event('task.created', 0),
  event('task-queue.entered', 1),
  event('reservation.created', 3, worker),
  event('reservation.accepted', 8, worker),
  event('reservation.wrapup', 68, worker),
  event('task.wrapup', 68),
  event('reservation.completed', 90, worker),
  event('task.completed', 90),
];

describe('Twilio TaskRouter events', () => {
  it.each([
    ['in order', ANSWERED],
    ['backwards', [...ANSWERED].reverse()],
    ['twice', [...ANSWERED, ...ANSWERED]],
  ])('an answered call, %s', (_, events) => {
    const told = read('twilio-taskrouter', events);
    expect(told).toMatchObject({ garbled: 0, strange: [], fault: null });
    const { calls, visits } = rowsOf(told);
    expect(calls).toMatchObject([{ callerLegId: 'CA1', caller: '+8613800138000', outcome: 'answered' }]);
    expect(visits).toMatchObject([
      {
        visitId: 'WT1',
        queue: 'q12351',
        agent: '林小禾',
        outcome: 'answered',
        wait: { us: at(7), known: 'exact' },
        talk: { us: at(60), known: 'exact' },
      },
    ]);
  });

  it.each([
    ['hangup', 'abandoned'],
    ['Task TTL Exceeded', 'limit'],
    ['moved by the supervisor', 'withdrawn'],
  ])('a task cancelled for “%s” → %s', (TaskCanceledReason, outcome) => {
    const { visits } = rowsOf(
      read('twilio-taskrouter', [
        ...ANSWERED.slice(0, 3),
        event('reservation.rescinded', 9, worker),
        event('task.canceled', 9, { TaskCanceledReason }),
      ]),
    );
    expect(visits).toMatchObject([{ outcome, missed: [{ agent: '林小禾' }] }]);
  });

  it('is read as a form too', () => {
    const form = new URLSearchParams(ANSWERED[1] as Record<string, string>).toString();
    expect(
      read('twilio-taskrouter', form)
        .records.flat()
        .map(({ type }) => type),
    ).toEqual(['queue_requested', 'queue_joined']);
  });
});

describe('what the document does not have', () => {
  it.each([
    ['no JSON', '{"SessionId":', { garbled: 1, fault: 'record-unreadable', records: [] }],
    ['nothing', '', { garbled: 1, fault: 'record-unreadable', records: [] }],
    ['a list of texts', '["a"]', { garbled: 1, fault: 'record-unreadable', records: [] }],
    ['a record of no call', { Caller: '1' }, { garbled: 1, fault: 'record-unreadable' }],
    [
      'an unknown end',
      { ...CDR, EndStatusString: 'robotEnd' },
      { garbled: 1, fault: 'record-unknown', strange: ['robotEnd'] },
    ],
    [
      'an unknown field',
      { ...CDR, Mood: 'calm' },
      { garbled: 0, fault: 'fields-unknown', strange: ['Mood'] },
    ],
    ['a name that is a number', { ...CDR, tel13800138000: 1 }, { fault: 'fields-unknown', strange: ['?'] }],
    ['a kind from the prototype', { ...CDR, EndStatusString: 'constructor' }, { fault: 'record-unknown' }],
  ])('%s', (_, sent, wanted) => expect(read('tencent-ccc', sent)).toMatchObject(wanted));

  it('leaves what is known of the record in place', () => {
    const { visits } = rowsOf(read('tencent-ccc', { ...CDR, EndStatusString: 'robotEnd' }));
    expect(visits).toMatchObject([{ outcome: 'answered', agent: 'foo@tencent.com' }]);
  });

  it.each([0, -1, 1.5, 1e15, '1756892190abc', null, true, [], {}])(
    'a time of %j is no time',
    (StartTimestamp) => {
      const types = read('tencent-ccc', { ...CDR, StartTimestamp })
        .records.flat()
        .map(({ type }) => type);
      expect(types).not.toContain('arrived');
    },
  );
});

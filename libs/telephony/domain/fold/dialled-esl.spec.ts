import { eslEventsOf } from '../../../../test/support/call-store.js';
import { SocketRoom } from '../../../../test/support/socketroom.js';
import { goneEvent } from '../../feeds/channel-watch.js';
import { queueFigures } from '../figures/queue-figures.js';
import { fold } from './fold.js';

const SOURCE = 's1';
const WORKER = '14200000001';
const folded = (room: SocketRoom) => fold(eslEventsOf(SOURCE, room.bytes()));
const dialledOf = (room: SocketRoom) => folded(room).dialled;

describe('a call dialled at a FreeSWITCH', () => {
  it('by click-to-call has its own row with all its moments', () => {
    const room = new SocketRoom();
    const call = room.dial();
    room.wait(1_000);
    call.pickUp();
    room.wait(3_000);
    call.answer();
    room.wait(10_000);
    call.hold(true);
    room.wait(5_000);
    call.hold(false);
    room.wait(45_000);
    call.hangUp();
    const { dialled, calls, segments, legs } = folded(room);
    expect(calls).toEqual([]);
    const [row, ...others] = dialled;
    expect(others).toEqual([]);
    const start = row?.started.us ?? 0;
    const after = (moment: { us: number } | null | undefined) => moment && (moment.us - start) / 1_000;
    expect(row).toMatchObject({
      legId: call.id,
      otherLegIds: [call.otherId],
      direction: 'out',
      number: WORKER,
      agentExt: '8001',
      ordered: true,
      result: 'answered',
      outcome: 'answered',
      holds: 1,
      hold: { us: 5_000_000 },
      talk: { us: 60_000_000 },
    });
    expect([row?.rang, row?.answered, row?.talkEnded, row?.ended].map(after)).toEqual([
      1_000, 4_000, 64_000, 64_000,
    ]);
    expect(segments).toMatchObject([{ state: 'outbound', agent: '8001' }]);
    expect(legs.map(({ kind, peer }) => [kind, peer])).toEqual([
      ['internal', 'user/8001'],
      ['outbound', 'gateway/trunk'],
    ]);
  });

  it('at the telephone itself is outbound over a gateway, and inside between two telephones', () => {
    const room = new SocketRoom();
    for (const plan of [
      { own: '8002', number: '95588', gateway: 'trunk' },
      { own: '8002', number: '8003', gateway: null },
    ]) {
      const call = room.dial({ ...plan, ordered: false });
      room.wait(2_000);
      call.answer();
      room.wait(20_000);
      call.hangUp();
      room.wait(1_000);
    }
    expect(dialledOf(room)).toMatchObject([
      { direction: 'out', number: '95588', dialled: null, agentExt: '8002', ordered: false },
      { direction: 'internal', number: null, dialled: '8003', agentExt: '8002', calledExt: '8003' },
    ]);
  });

  it.each([
    ['USER_BUSY', '486', 'busy'],
    ['NO_USER_RESPONSE', '480', 'no_answer'],
    ['NO_ANSWER', null, 'no_answer'],
    ['ALLOTTED_TIMEOUT', null, 'no_answer'],
    ['SUBSCRIBER_ABSENT', '480', 'off'],
    ['DESTINATION_OUT_OF_ORDER', '502', 'off'],
    ['CALL_REJECTED', '603', 'refused'],
    ['CALL_REJECTED', '403', 'unreachable'],
    ['UNALLOCATED_NUMBER', '404', 'wrong_number'],
    ['INVALID_NUMBER_FORMAT', '484', 'wrong_number'],
    ['INTERWORKING', '600', 'busy'],
    ['NORMAL_TEMPORARY_FAILURE', '503', 'unreachable'],
    ['RECOVERY_ON_TIMER_EXPIRE', '408', 'unreachable'],
  ])('that ended by %s and SIP %s says %s', (cause, sip, result) => {
    const room = new SocketRoom();
    const call = room.dial();
    room.wait(1_000);
    call.pickUp();
    room.wait(4_000);
    call.fail(cause, sip);
    expect(dialledOf(room)).toMatchObject([
      { result, outcome: 'not_answered', answered: null, talk: null, endKnown: true },
    ]);
  });

  it('that was given up while it rang was cancelled; one whose own telephone was not taken rang nobody', () => {
    const room = new SocketRoom();
    const given = room.dial();
    room.wait(1_000);
    given.pickUp();
    room.wait(5_000);
    given.hangUp();
    const alone = room.dial({ own: '8002' });
    room.wait(30_000);
    alone.notTaken();
    expect(dialledOf(room)).toMatchObject([
      { result: 'cancelled', outcome: 'not_answered' },
      { result: 'own_no_answer', outcome: 'not_answered', rang: null, direction: 'out' },
    ]);
  });

  it('that found no way out says so, and not that one’s own telephone was not taken', () => {
    const room = new SocketRoom();
    const { id } = room.dial();
    const own = {
      'Unique-ID': id,
      'Channel-Call-UUID': id,
      'Call-Direction': 'outbound',
      variable_origination_uuid: id,
    };
    const at = () => ({ 'Event-Date-Timestamp': String(room.wait(1_000).now * 1_000) });
    room.tell({ ...own, ...at(), 'Event-Name': 'CHANNEL_ANSWER', 'Channel-Name': 'sofia/internal/8001@x' });
    room.tell({ ...own, ...at(), 'Event-Name': 'CHANNEL_HANGUP_COMPLETE', 'Hangup-Cause': 'GATEWAY_DOWN' });
    expect(dialledOf(room)).toMatchObject([{ result: 'unreachable', rang: null, agentExt: '8001' }]);
  });

  it('takes the last of several ways out', () => {
    const room = new SocketRoom();
    const call = room.dial();
    call.pickUp();
    room.wait(500);
    const first = call.otherId;
    call.ringOther();
    room.wait(2_000);
    call.answer();
    room.wait(9_000);
    call.hangUp();
    expect(dialledOf(room)).toMatchObject([
      { otherLegIds: [first, call.otherId], result: 'answered', talk: { us: 9_000_000 } },
    ]);
  });

  it('is open while it goes on, and ends when the switchboard has it no more', () => {
    const room = new SocketRoom();
    const call = room.dial();
    expect(dialledOf(room)).toMatchObject([{ result: null, outcome: 'open', rang: null }]);
    room.wait(1_000);
    call.pickUp();
    expect(dialledOf(room)).toMatchObject([{ result: null, outcome: 'open', answered: null }]);
    room.wait(2_000);
    call.answer();
    expect(dialledOf(room)).toMatchObject([{ outcome: 'answered', talkEnded: null, ended: null }]);
    const gone = Buffer.from(goneEvent(call.id, (room.now + 90_000) * 1_000));
    const { dialled } = fold(eslEventsOf(SOURCE, Buffer.concat([room.bytes(), gone])));
    expect(dialled).toMatchObject([
      { outcome: 'answered', endKnown: false, talk: null, ended: { known: 'second' } },
    ]);
  });

  it('is none where one leg alone was made, as by somebody who listens in', () => {
    const room = new SocketRoom();
    const own = { 'Unique-ID': 'a', 'Channel-Call-UUID': 'a', 'Call-Direction': 'outbound' };
    for (const name of ['CHANNEL_CREATE', 'CHANNEL_ANSWER', 'CHANNEL_HANGUP_COMPLETE'])
      room.tell({
        ...own,
        'Event-Name': name,
        'Channel-Name': 'sofia/internal/8009@x',
        variable_dialed_user: '8009',
        'Event-Date-Timestamp': String(room.wait(1_000).now * 1_000),
      });
    expect(dialledOf(room)).toEqual([]);
  });

  it('loses nothing but what its events said, whichever of them is lost', () => {
    const room = new SocketRoom();
    const call = room.dial();
    room.wait(1_000);
    call.pickUp();
    room.wait(3_000);
    call.answer();
    room.wait(60_000);
    call.hangUp();
    const frames = room
      .bytes()
      .toString()
      .split(/(?=Content-Length)/);
    expect(frames).toHaveLength(7);
    for (const lost of frames.keys()) {
      const kept = Buffer.from(frames.filter((_, at) => at !== lost).join(''));
      expect(fold(eslEventsOf(SOURCE, kept)).dialled).toMatchObject([
        { legId: call.id, direction: 'out', number: WORKER, agentExt: '8001', outcome: 'answered' },
      ]);
    }
  });
});

describe('calls dialled at a FreeSWITCH and the figures of the number', () => {
  it('are apart: the recorded shift stays as it is', () => {
    const room = new SocketRoom().shift();
    const before = folded(room);
    expect(before.dialled).toEqual([]);
    for (const [at, ordered] of [true, false, true, false].entries()) {
      const call = room.dial({ own: `800${at}`, ordered, gateway: at === 3 ? null : 'trunk' });
      room.wait(1_000);
      if (ordered) call.pickUp();
      room.wait(1_000);
      if (at === 2) call.fail('USER_BUSY', '486');
      else {
        call.answer();
        room.wait(10_000);
        call.hangUp();
      }
    }
    const after = folded(room);
    expect(after.dialled).toHaveLength(4);
    expect(after.calls).toEqual(before.calls);
    expect(after.visits).toEqual(before.visits);
    const figures = (rows: typeof before) => queueFigures(rows, 'q12351@default');
    expect(figures(after)).toEqual(figures(before));
  });
});

import { eventsOf } from '../../../../test/support/call-store.js';
import { Switchroom } from '../../../../test/support/switchroom.js';
import { sampleAmi, sampleLog } from '../../../../test/support/telephony-sample.js';
import { timestampUs } from '../ami/message.js';
import { AmiParser } from '../ami/parser.js';
import { type CallEvent } from '../call-event/call-event.js';
import { AmiNormaliser } from '../call-event/normalise-ami.js';
import { queueFigures } from '../figures/queue-figures.js';
import { goneFrame } from '../../feeds/channel-watch.js';
import { fold } from './fold.js';

const KEY = '01890a5d-ac96-774b-bcce-b302099a8057';
const SOURCE = 's1';
const START_US = Date.UTC(2026, 10, 2) * 1_000;
const WORKER = '14200000001';

const dialledOf = (room: Switchroom) => fold(eventsOf(SOURCE, [room.bytes()], null)).dialled;

/** Heard while it happens: what has no time of its own came a minute after what was heard last. */
function heardLive(room: Switchroom): CallEvent[] {
  const normaliser = new AmiNormaliser(SOURCE);
  let last = START_US;
  return new AmiParser().push(room.bytes()).flatMap((item) => {
    if (item.kind === 'banner') return [];
    last = timestampUs(item) ?? last + 60_000_000;
    return normaliser.accept(item, { atUs: last, precision: 'received' });
  });
}

describe('a call dialled from the desk', () => {
  it('has its own rows: when it rang, was taken, held and over, and whose telephone it was', () => {
    const room = new Switchroom();
    const call = room.dial(WORKER, { id: KEY, pickUpMs: 1_000, otherMs: 3_000, talkMs: 60_000 });
    room.wait(10_000);
    call.hold();
    room.wait(5_000);
    call.hold();
    room.wait(120_000);
    const [row, ...others] = dialledOf(room);
    expect(others).toEqual([]);
    const start = row?.started.us ?? 0;
    const after = (moment: { us: number } | null | undefined) =>
      moment && Math.round((moment.us - start) / 1_000);
    expect(row).toMatchObject({
      legId: KEY,
      direction: 'out',
      number: WORKER,
      dialled: null,
      agentExt: '8001',
      result: 'answered',
      outcome: 'answered',
      endKnown: true,
      holds: 1,
    });
    expect([after(row?.rang), after(row?.answered), after(row?.talkEnded), after(row?.ended)]).toEqual([
      1_000, 4_000, 64_000, 64_000,
    ]);
    expect(Math.round((row?.talk?.us ?? 0) / 1_000)).toBe(60_000);
    expect(Math.round((row?.hold.us ?? 0) / 1_000)).toBe(5_000);
  });

  it('keeps the time as outbound of that telephone, its ringing included', () => {
    const room = new Switchroom();
    room.dial(WORKER, { id: KEY, pickUpMs: 1_000, otherMs: 3_000, talkMs: 60_000 });
    room.wait(120_000);
    const { segments, legs } = fold(eventsOf(SOURCE, [room.bytes()], null));
    const [own] = segments.filter(({ state }) => state === 'outbound');
    expect(own).toMatchObject({ agent: '8001', visitId: null });
    expect(Math.round(((own?.toUs ?? 0) - (own?.from.us ?? 0)) / 1_000)).toBe(63_000);
    expect(segments.filter(({ state }) => state === 'talking')).toEqual([]);
    expect(legs.find(({ legId }) => legId === KEY)).toMatchObject({ recording: `practice/${KEY}.wav` });
  });

  it.each([
    ['busy', 'busy'],
    ['no-answer', 'no_answer'],
    ['off', 'off'],
  ] as const)('that met %s says so', (fate, result) => {
    const room = new Switchroom();
    room.dial(WORKER, { id: KEY, fate });
    room.wait(120_000);
    expect(dialledOf(room)).toMatchObject([
      { result, outcome: 'not_answered', answered: null, talk: null, endKnown: true },
    ]);
  });

  it('that was given up while it rang was cancelled', () => {
    const room = new Switchroom();
    const call = room.dial(WORKER, { id: KEY, otherMs: 30_000 });
    room.wait(5_000);
    call.hangUp();
    expect(dialledOf(room)).toMatchObject([{ result: 'cancelled', outcome: 'not_answered' }]);
  });

  it('that one’s own telephone did not take rang nobody', () => {
    const room = new Switchroom();
    room.dial(WORKER, { id: KEY, pickUpMs: null });
    room.wait(40_000);
    expect(dialledOf(room)).toMatchObject([
      { result: 'own_no_answer', outcome: 'not_answered', rang: null, direction: 'out' },
    ]);
  });

  it('is open while it goes on', () => {
    const room = new Switchroom();
    room.dial(WORKER, { id: KEY, pickUpMs: 1_000, otherMs: 3_000 });
    room.wait(500);
    expect(dialledOf(room)).toMatchObject([{ result: null, outcome: 'open', rang: null }]);
    room.wait(1_000);
    expect(dialledOf(room)).toMatchObject([{ result: null, outcome: 'open', answered: null }]);
    room.wait(10_000);
    expect(dialledOf(room)).toMatchObject([{ outcome: 'answered', talkEnded: null, ended: null }]);
  });

  it('that dies with the switchboard ends when it was last seen, with no length', () => {
    const room = new Switchroom();
    room.dial(WORKER, { id: KEY, pickUpMs: 0, otherMs: 0, talkMs: 600_000 });
    room.wait(30_000);
    const before = heardLive(room).at(-1)?.occurredUs ?? 0;
    room.restart(60_000);
    const { dialled, segments } = fold(heardLive(room));
    const lost = { us: before, known: 'second' };
    expect(dialled).toMatchObject([
      { outcome: 'answered', endKnown: false, talk: null, ended: lost, talkEnded: lost },
    ]);
    expect(segments.find(({ state }) => state === 'outbound')?.toUs).toBe(before);
  });

  it('that the switchboard has no more, and never said so, ends when it was last seen', () => {
    const room = new Switchroom();
    room.dial(WORKER, { id: KEY, otherMs: 30_000 });
    room.wait(5_000);
    const events = eventsOf(SOURCE, [room.bytes(), Buffer.from(goneFrame(KEY))], null);
    expect(fold(events).dialled).toMatchObject([
      { outcome: 'lost', endKnown: false, talk: null, talkEnded: null, ended: { known: 'second' } },
    ]);
  });
});

describe('a call dialled at the telephone itself', () => {
  it('is outbound over a trunk, and inside between two telephones', () => {
    const room = new Switchroom();
    room.arrive();
    room.wait(5_000);
    room.byHand('8002', '02088881234', 'trunk');
    room.wait(60_000);
    room.byHand('8002', '8003', '8003');
    room.wait(60_000);
    expect(dialledOf(room)).toMatchObject([
      { direction: 'out', number: '02088881234', dialled: null, agentExt: '8002', calledExt: null },
      { direction: 'internal', number: null, dialled: '8003', agentExt: '8002', calledExt: '8003' },
    ]);
  });

  it('is none where one leg alone was made, as by somebody who listens in', () => {
    const room = new Switchroom();
    room.arrive();
    room.alone('8002');
    room.wait(60_000);
    expect(dialledOf(room)).toEqual([]);
  });
});

describe('calls from inside and the figures of the number', () => {
  const figures = (events: readonly CallEvent[], queue: string) => {
    const { calls, visits, ...rest } = fold(events);
    return { calls, visits, figures: queueFigures({ calls, visits, ...rest }, queue) };
  };

  it.each([1, 2, 3, 4, 5])('are apart, whatever is dialled between the calls (seed %i)', (seed) => {
    const room = new Switchroom();
    room.shift(seed, 900_000);
    const all = eventsOf(SOURCE, [room.bytes()], null);
    const { dialled } = fold(all);
    expect(dialled.length).toBeGreaterThan(5);
    const own = new Set(dialled.flatMap(({ legId, otherLegIds }) => [legId, ...otherLegIds]));
    const inbound = all.filter(
      ({ legId, callId }) => !(legId !== null && own.has(legId)) && !(callId !== null && own.has(callId)),
    );
    expect(inbound.length).toBeLessThan(all.length);
    expect(figures(all, 'q12351')).toEqual(figures(inbound, 'q12351'));
    expect(fold(all).calls.every(({ callerLegId }) => !own.has(callerLegId))).toBe(true);
  });

  it('leave the recorded shift as it is: the consultations of its transfers are calls from inside', () => {
    const { dialled, calls, visits } = fold(eventsOf(SOURCE, [sampleAmi()], sampleLog()));
    const reached = new Set(calls.map(({ callerLegId }) => callerLegId));
    expect(dialled.filter(({ legId }) => reached.has(legId))).toEqual([]);
    expect(visits.filter(({ callerLegId }) => reached.has(callerLegId)).length).toBeGreaterThan(15);
    expect(dialled.map(({ direction }) => direction)).toEqual(dialled.map(() => 'internal'));
  });

  it('do not depend on the order in which they are told', () => {
    const events = eventsOf(SOURCE, [new Switchroom().shift(9, 600_000).bytes()], null);
    const turned = [...events].reverse();
    expect(fold(turned).dialled).toEqual(fold(events).dialled);
  });
});

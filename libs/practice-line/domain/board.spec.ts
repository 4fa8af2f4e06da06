import { seededRandom } from '@hotline/kernel';
import { answer, endTalk, hold, refuse, unhold } from './agent-journey.js';
import { Board, type BoardSettings, type Call, type CallerPlan } from './board.js';
import { arrive } from './caller-journey.js';
import { queueStatus } from './listings.js';
import { dial } from './outbound.js';
import { Shift } from './shift.js';
import { addMember, pauseMember, setRegistered } from './sign-in.js';
import { transferBlind } from './transfers.js';

const T0 = Date.UTC(2026, 10, 2, 1, 0, 0);
const queue = (name: string) => ({
  name,
  ringMs: 12_000,
  retryMs: 1_000,
  limitMs: 45_000,
  mostWaiting: 2,
  serviceSeconds: 15,
});
const SETTINGS: BoardSettings = { number: '12351', ivrMs: 2_500, queues: [queue('q12351'), queue('qlegal')] };
const PLAN: CallerPlan = {
  number: '14200000001',
  queue: 'q12351',
  patienceMs: 120_000,
  talkMs: 20_000,
  endedBy: 'caller',
};

/** A board with its whole past: every frame and every line of the log since it was made. */
function house(agents = 1) {
  const board = new Board(SETTINGS, T0);
  const frames: { event: string; words: Map<string, string>; at: number }[] = [];
  const log: string[] = [];
  const gather = (): void => {
    const out = board.drain();
    for (const frame of out.frames) {
      const words = new Map(frame.fields.map(([name, value]) => [name, String(value)]));
      frames.push({ event: frame.event, words, at: frame.at });
    }
    log.push(...out.log);
  };
  for (let number = 1; number <= agents; number += 1)
    addMember(board, {
      interface: `PJSIP/800${number}`,
      name: `坐席800${number}`,
      queue: 'q12351',
      pausedReason: null,
    });
  return {
    board,
    frames,
    log,
    wait: (ms: number) => {
      board.advance(board.time + ms);
      gather();
    },
    events: (call: Call) =>
      frames
        .filter(
          ({ words }) => (words.get('Linkedid') ?? words.get('TransfereeLinkedid')) === call.leg.linkedid,
        )
        .map(({ event, words }) => words.get('UserEvent') ?? event),
    logged: (call: Call) =>
      log.filter((line) => line.includes(`|${call.leg.uniqueid}|`)).map((line) => line.split('|').slice(2)),
  };
}

const told = (events: readonly string[], kept: RegExp): string[] =>
  events.filter((event) => kept.test(event));
const STORY = /^(Hotline|Queue|Agent|Dial(Begin|End)|Bridge(Enter|Leave)|Hold|Unhold|BlindTransfer|Hangup$)/;

describe('a practice call', () => {
  it('rings whoever has the smallest penalty first, though others have been free for longer', () => {
    const { board, wait, frames } = house(0);
    const robot = { name: '坐席8003', queue: 'q12351', pausedReason: null, penalty: 1 };
    addMember(board, { ...robot, interface: 'PJSIP/8003' });
    addMember(board, { interface: 'PJSIP/8001', name: '坐席8001', queue: 'q12351', pausedReason: null });
    for (const member of board.members.values()) member.lastCallAt = member.penalty === 0 ? T0 : 0;
    arrive(board, PLAN);
    arrive(board, PLAN);
    wait(5_000);
    const rung = frames
      .filter(({ event }) => event === 'AgentCalled')
      .map(({ words }) => words.get('MemberName'));
    expect(rung).toEqual(['坐席8001', '坐席8003']);
  });

  it('is told in the order of a real switchboard when it is answered and the caller hangs up', () => {
    const { board, wait, events, logged } = house();
    const call = arrive(board, PLAN);
    wait(2_500);
    wait(3_000);
    answer(board, call);
    wait(4_000);
    hold(board, call);
    wait(3_000);
    unhold(board, call);
    wait(30_000);
    expect(told(events(call), STORY)).toEqual([
      'HotlineArrive',
      'HotlineToQueue',
      'QueueCallerJoin',
      'AgentCalled',
      'DialBegin',
      'DialEnd',
      'QueueCallerLeave',
      'AgentConnect',
      'BridgeEnter',
      'BridgeEnter',
      'HotlineRecording',
      'Hold',
      'Unhold',
      'AgentComplete',
      'BridgeLeave',
      'BridgeLeave',
      'Hangup',
      'Hangup',
    ]);
    expect(logged(call)).toEqual([
      ['q12351', 'NONE', 'ENTERQUEUE', '', '14200000001', '1'],
      ['q12351', '坐席8001', 'CONNECT', '3', expect.stringMatching(/^\d+\.1$/), '3'],
      ['q12351', '坐席8001', 'COMPLETECALLER', '3', '20', '1'],
    ]);
    expect(board.legs.size + board.calls.size).toBe(0);
  });

  it('stays on the line for a moment when the agent hangs up first', () => {
    const { board, wait, events, logged, frames } = house();
    const call = arrive(board, PLAN);
    wait(3_000);
    answer(board, call);
    wait(5_000);
    endTalk(board, call, 'agent');
    wait(10_000);
    expect(told(events(call), /Complete|QueueExit|^Hangup$/)).toEqual([
      'AgentComplete',
      'Hangup',
      'HotlineQueueExit',
      'Hangup',
    ]);
    expect(frames.find(({ words }) => words.get('QueueStatus'))?.words.get('QueueStatus')).toBe('CONTINUE');
    expect(logged(call).at(-1)?.slice(2, 5)).toEqual(['COMPLETEAGENT', '0', '5']);
  });

  it.each<[string, Partial<CallerPlan>, string[], string]>([
    ['hangs up in the menu', { ivrPatienceMs: 900 }, ['HotlineArrive', 'Hangup'], ''],
    [
      'gives up waiting',
      { patienceMs: 3_000 },
      [
        'HotlineArrive',
        'HotlineToQueue',
        'QueueCallerJoin',
        'QueueCallerAbandon',
        'QueueCallerLeave',
        'Hangup',
      ],
      'ABANDON',
    ],
    [
      'runs into the limit',
      {},
      [
        'HotlineArrive',
        'HotlineToQueue',
        'QueueCallerJoin',
        'QueueCallerAbandon',
        'QueueCallerLeave',
        'HotlineQueueExit',
        'Hangup',
      ],
      'EXITWITHTIMEOUT',
    ],
    [
      'asks to be called back',
      { keyMs: 8_000 },
      ['HotlineArrive', 'HotlineToQueue', 'QueueCallerJoin', 'QueueCallerLeave', 'HotlineCallback', 'Hangup'],
      'EXITWITHKEY',
    ],
  ])('without an agent %s', (_, plan, story, line) => {
    const { board, wait, events, logged } = house(0);
    const call = arrive(board, { ...PLAN, ...plan });
    wait(120_000);
    expect(told(events(call), STORY)).toEqual(story);
    expect(logged(call).at(-1)?.[2] ?? '').toBe(line);
    expect(board.legs.size).toBe(0);
  });

  it('is refused without a queue event when the queue is full', () => {
    const { board, wait, events } = house(0);
    arrive(board, PLAN);
    arrive(board, PLAN);
    wait(5_000);
    const third = arrive(board, PLAN);
    wait(10_000);
    expect(told(events(third), STORY)).toEqual([
      'HotlineArrive',
      'HotlineToQueue',
      'HotlineQueueExit',
      'Hangup',
    ]);
  });

  it('rings again after a ring-out and after a rejection, which only time and cause tell apart', () => {
    const { board, wait, frames, logged } = house();
    const call = arrive(board, PLAN);
    wait(2_500);
    wait(12_000);
    wait(1_000);
    wait(1_500);
    refuse(board, call, 'rejected');
    wait(1_000);
    const missed = frames.filter(({ event }) => event === 'AgentRingNoAnswer');
    expect(missed.map(({ words }) => words.get('RingTime'))).toEqual(['12000', '1500']);
    expect(frames.filter(({ words }) => words.get('Cause-txt') === 'User busy')).toHaveLength(1);
    expect(logged(call).map((line) => line[2])).toEqual(['ENTERQUEUE', 'RINGNOANSWER', 'RINGNOANSWER']);
  });

  it('joins a second queue with the same id after a blind transfer', () => {
    const { board, wait, events, logged } = house();
    addMember(board, { interface: 'PJSIP/8006', name: '法援8006', queue: 'qlegal', pausedReason: null });
    const call = arrive(board, PLAN);
    wait(3_000);
    answer(board, call);
    wait(5_000);
    transferBlind(board, call, 'qlegal');
    wait(2_000);
    answer(board, call);
    wait(60_000);
    expect(told(events(call), /^(QueueCallerJoin|AgentConnect|AgentComplete|BlindTransfer)$/)).toEqual([
      'QueueCallerJoin',
      'AgentConnect',
      'BlindTransfer',
      'AgentComplete',
      'QueueCallerJoin',
      'AgentConnect',
      'AgentComplete',
    ]);
    expect(logged(call).map((line) => `${line[0]} ${line[2]}`)).toEqual([
      'q12351 ENTERQUEUE',
      'q12351 CONNECT',
      'q12351 BLINDTRANSFER',
      'qlegal ENTERQUEUE',
      'qlegal CONNECT',
      'qlegal COMPLETECALLER',
    ]);
  });

  it('rings nobody who is paused, whose telephone has gone, or who talks on his own account', () => {
    const { board, wait, events } = house(3);
    pauseMember(board, { interface: 'PJSIP/8001', reason: '小休' });
    setRegistered(board, 'PJSIP/8002', false);
    const member = board.members.get('PJSIP/8003');
    if (!member) throw new Error('the third agent is missing');
    dial(
      board,
      member,
      { number: '14200000001', pickUpMs: 0, timeoutMs: 30_000, fate: 'answered', otherMs: 0, talkMs: 30_000 },
      () => undefined,
    );
    const call = arrive(board, PLAN);
    wait(20_000);
    expect(events(call)).not.toContain('AgentCalled');
    wait(20_000);
    expect(events(call)).toContain('AgentCalled');
  });
});

describe('a practice shift', () => {
  it('accounts for every caller, and its log says the same as its events', () => {
    const { board, wait, frames, log } = house(0);
    const robots = [1, 2, 3].map((number) => ({
      interface: `PJSIP/801${number}`,
      name: `坐席801${number}`,
      queue: 'q12351',
    }));
    const legal = { interface: 'PJSIP/8016', name: '法援8016', queue: 'qlegal' };
    const settings = {
      callsPerHour: 120,
      queue: 'q12351',
      secondQueue: 'qlegal',
      robots: [...robots, legal],
      speed: 1,
    };
    const shift = new Shift(board, settings, seededRandom(12351));
    shift.start();
    for (let second = 0; second < 4 * 3600; second += 1) wait(1_000);
    shift.stop();
    for (let second = 0; second < 600; second += 1) wait(1_000);
    expect(board.calls.size + board.legs.size).toBe(0);

    const count = (event: string): number => frames.filter((frame) => frame.event === event).length;
    const lines = (event: string): number => log.filter((line) => line.split('|')[4] === event).length;
    const exits = frames.filter(({ words }) => words.get('QueueStatus') === 'TIMEOUT').length;
    expect(count('QueueCallerJoin')).toBe(
      count('AgentConnect') + count('QueueCallerAbandon') + lines('EXITWITHKEY'),
    );
    expect(count('QueueCallerJoin')).toBeGreaterThan(300);
    expect(lines('ENTERQUEUE')).toBe(count('QueueCallerJoin'));
    expect(lines('CONNECT')).toBe(count('AgentConnect'));
    expect(lines('EXITWITHTIMEOUT')).toBe(exits);
    expect(lines('ABANDON')).toBe(count('QueueCallerAbandon') - exits);
    expect(lines('COMPLETECALLER') + lines('COMPLETEAGENT') + lines('BLINDTRANSFER')).toBe(
      count('AgentComplete'),
    );
    expect(count('Newchannel')).toBe(count('Hangup'));
    for (const kind of [
      'ABANDON',
      'EXITWITHTIMEOUT',
      'EXITWITHKEY',
      'RINGNOANSWER',
      'RINGCANCELED',
      'BLINDTRANSFER',
    ])
      expect([kind, lines(kind) > 0]).toEqual([kind, true]);
    const times = frames.map(({ at }) => at);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(queueStatus(board).map(([event]) => event)).toEqual([
      'QueueParams',
      'QueueMember',
      'QueueMember',
      'QueueMember',
      'QueueParams',
      'QueueMember',
    ]);
  });
});

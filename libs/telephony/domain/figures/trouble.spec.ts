import { type PaperAgent, PaperPbx } from '../../../../test/support/paper-pbx.js';
import { sampleFigures, sampleLog, sampleMessages } from '../../../../test/support/telephony-sample.js';
import { type AmiMessage, timestampUs } from '../ami/message.js';
import { AmiParser } from '../ami/parser.js';
import { Replay, type Replayed } from './replay.js';

const LI: PaperAgent = { name: '李8101', device: 'PJSIP/8101' };
const WU: PaperAgent = { name: '吴8102', device: 'PJSIP/8102' };

function replay(pbx: PaperPbx, withLog: boolean): Replayed {
  const run = new Replay();
  for (const stream of pbx.streams()) run.ami([stream]);
  if (withLog) run.queueLog([pbx.queueLog()]);
  return run.result();
}

/** Four calls over a hole of 30 s: one answered in it, one given up in it, one talking through it, one wholly in it. */
function outage(): PaperPbx {
  const pbx = new PaperPbx().signIn('q1', LI).signIn('q1', WU);
  const through = pbx.arrive('19911110001');
  pbx.wait(2).join(through, 'q1');
  const long = pbx.answer(through, 'q1', LI);
  const answered = pbx.wait(1).arrive('19911110002');
  pbx.wait(2).join(answered, 'q1');
  const gone = pbx.wait(1).arrive('19911110003');
  pbx.wait(2).join(gone, 'q1');
  pbx.wait(1).cutLine();
  const inside = pbx.wait(4).answer(answered, 'q1', WU);
  pbx.wait(3).giveUp(gone, 'q1');
  pbx.wait(5).end(inside, 'caller');
  const unseen = pbx.wait(1).arrive('19911110004');
  pbx.wait(2).join(unseen, 'q1');
  const short = pbx.answer(unseen, 'q1', WU);
  pbx.wait(6).end(short, 'caller');
  pbx.wait(4).reconnect(() => {
    pbx.list('QueueParams', { Queue: 'q1', Completed: 2, Abandoned: 1, Calls: 0, ServicelevelPerf: '50.0' });
    pbx.list('CoreShowChannel', {
      ...pbx.of(through),
      Application: 'Queue',
      BridgeId: `b-${long.leg.id}`,
      Duration: '00:00:40',
    });
  });
  pbx.wait(5).end(long, 'agent');
  return pbx;
}

describe('a hole in the feed', () => {
  it('is closed by the log', () => {
    const { figures, rows, problems } = replay(outage(), true);
    expect(figures.calls).toMatchObject({
      arrived_at_number: 4,
      asked_for_an_agent: 4,
      entered_queue: 4,
      answered: 3,
      abandoned_by_caller: 1,
    });
    expect(figures.calls.end_not_known).toBeUndefined();
    expect(figures.ended_by).toEqual({ caller: 2, agent: 1, transfer: 0 });
    expect(rows.visits.every((visit) => visit.endKnown)).toBe(true);
    expect(rows.gaps).toHaveLength(1);
    expect(problems).toContain('1 holes in the feed');
    expect(figures.asterisk_own_counters_at_the_end).toMatchObject({ q1: { Completed: '2' } });
  });

  it('leaves ends unknown without the log, and counts such visits as entered alone', () => {
    const { figures, rows } = replay(outage(), false);
    expect(figures.calls).toMatchObject({
      arrived_at_number: 3,
      entered_queue: 3,
      answered: 1,
      abandoned_by_caller: 0,
      end_not_known: 2,
    });
    expect(rows.visits.filter((visit) => visit.outcome === 'lost').every((visit) => !visit.endKnown)).toBe(
      true,
    );
    expect(figures.seconds.total_talk_including_hold).toBeGreaterThan(30);
  });

  it('is none where two connections overlap', () => {
    const pbx = outage();
    const [first, second] = pbx.streams();
    const run = new Replay();
    for (const stream of [first, first, second, second]) if (stream) run.ami([stream]);
    run.queueLog([pbx.queueLog()]);
    expect(run.result().figures).toEqual(replay(pbx, true).figures);
  });
});

describe('a hole of 30 s anywhere in the recorded shift', () => {
  const all = sampleMessages();
  const began = Math.min(...all.flatMap((message) => timestampUs(message) ?? []));
  const booted = (uptime: number): AmiMessage =>
    new AmiParser()
      .push(new TextEncoder().encode(`Event: FullyBooted\r\nUptime: ${uptime}\r\n\r\n`))
      .find((item) => item.kind === 'event') as AmiMessage;

  it.each(Array.from({ length: 23 }, (_, step) => 3 + step * 8))('at %i s, with the log read', (at) => {
    const from = began + at * 1_000_000;
    const to = from + 30_000_000;
    const run = new Replay();
    run.messages(all.filter((message) => (timestampUs(message) ?? 0) < from));
    run.messages([booted(36 + at), ...all.filter((message) => (timestampUs(message) ?? 0) >= to)]);
    run.queueLog([sampleLog()]);
    const { figures, rows } = run.result();
    const wanted = sampleFigures();
    // Who came and went in the menu while we did not listen is known to nobody.
    const { arrived_at_number, hung_up_in_ivr, ...calls } = figures.calls;
    expect(wanted.calls).toMatchObject(calls);
    expect([19, 20]).toContain(arrived_at_number);
    expect([0, 1]).toContain(hung_up_in_ivr);
    expect(figures.ended_by).toEqual(wanted.ended_by);
    expect(figures.transfers).toEqual(wanted.transfers);
    for (const [agent, row] of Object.entries(wanted.agents))
      expect(figures.agents[agent]).toEqual({ ...row, hold_s: figures.agents[agent]?.hold_s });
    expect(Math.abs((figures.seconds.mean_wait_of_answered ?? 0) - 14.358)).toBeLessThan(0.3);
    expect(rows.gaps.filter((gap) => gap.toUs > gap.fromUs)).toMatchObject([{ restarted: false }]);
  });
});

describe('a PBX that was started anew', () => {
  const crashed = (): PaperPbx => {
    const pbx = new PaperPbx().signIn('q1', LI);
    const talking = pbx.arrive('19911110001');
    pbx.wait(2).join(talking, 'q1');
    pbx.answer(talking, 'q1', LI);
    const waiting = pbx.wait(1).arrive('19911110002');
    pbx.wait(2).join(waiting, 'q1');
    const ivr = pbx.arrive('19911110005');
    pbx.event('Newstate', pbx.of(ivr));
    pbx.wait(3).crash(20);
    const later = pbx.signIn('q1', LI).arrive('19911110003');
    pbx.wait(2).join(later, 'q1');
    const talk = pbx.answer(later, 'q1', LI);
    pbx.wait(10).end(talk, 'caller');
    return pbx;
  };

  it.each([true, false])('never ends the open calls; nobody is counted as given up (log read: %s)', (log) => {
    const { figures, rows, problems } = replay(crashed(), log);
    expect(figures.calls).toMatchObject({
      arrived_at_number: 4,
      hung_up_in_ivr: 0,
      entered_queue: 3,
      answered: 2,
      abandoned_by_caller: 0,
      end_not_known: 1,
    });
    expect(figures.ended_by).toEqual({ caller: 1, agent: 0, transfer: 0 });
    expect(figures.seconds.total_talk_including_hold).toBeCloseTo(10, 2);
    expect(figures.seconds.mean_talk_including_hold).toBeCloseTo(10, 2);
    expect(rows.gaps[0]?.restarted).toBe(true);
    // The talk it cut has an end of which nothing is known: no length, and in no mean.
    const cut = rows.visits.filter(({ endedBy }) => endedBy === 'system');
    expect(cut).toMatchObject([
      { outcome: 'answered', endKnown: false, talk: null, talkS: null, talkEnded: { known: 'second' } },
    ]);
    expect(cut[0]?.talkEnded?.us).toBeLessThanOrEqual(rows.gaps[0]?.fromUs ?? 0);
    expect(problems).toContain('the PBX was restarted 1 times');
  });
});

describe('a PBX that sends no times', () => {
  it.each([true, false])(
    'is counted by its order and its whole-second fields, and says so (log: %s)',
    (log) => {
      const pbx = new PaperPbx();
      pbx.timestamps = false;
      pbx.signIn('q1', LI);
      const caller = pbx.arrive('19911110001');
      pbx.wait(2).join(caller, 'q1');
      const talk = pbx.answer(caller, 'q1', LI, 7);
      pbx.wait(20).blindTransfer(talk, '9100');
      pbx.join(caller, 'q1');
      pbx.wait(3).giveUp(caller, 'q1');
      const limit = pbx.arrive('19911110002');
      pbx.wait(2).join(limit, 'q1');
      pbx.wait(45).exit(limit, 'q1', 'TIMEOUT');
      const { figures, problems } = replay(pbx, log);
      expect(figures.calls).toMatchObject({
        arrived_at_number: 2,
        entered_queue: 3,
        answered: 1,
        abandoned_by_caller: 1,
        left_by_timeout: 1,
      });
      expect(figures.seconds).toMatchObject({
        mean_wait_of_answered: 7,
        mean_wait_of_abandoned: 3,
        total_talk_including_hold: 20,
      });
      expect(problems.join()).toContain('timestampevents is off');
    },
  );
});

describe('garbage', () => {
  it('is counted and left out', () => {
    const pbx = new PaperPbx().signIn('q1', LI);
    const caller = pbx.arrive('19911110001');
    pbx.wait(2).join(caller, 'q1');
    pbx.wait(2).giveUp(caller, 'q1');
    const run = new Replay();
    const noise = new TextEncoder().encode(
      '\u0000\u0001 nonsense\r\nEvent Hangup\r\n\r\n\r\nFoo: bar\r\n\r\nEvent: Hangu',
    );
    run.ami([...pbx.streams(), noise]);
    run.queueLog([pbx.queueLog(), new TextEncoder().encode('not a line\n1795|half')]);
    const { figures, problems } = run.result();
    expect(figures.calls).toMatchObject({ entered_queue: 1, abandoned_by_caller: 1 });
    expect(problems).toEqual([
      'AMI: 2 lines are not AMI',
      'AMI: 1 blocks are neither event nor response',
      'AMI: 1 blocks have no end',
      'queue log: 1 lines are not lines of a queue log',
      'queue log: the last line has no end and was left out',
    ]);
  });

  it('gives figures of nothing for nothing', () => {
    const { figures, queue, problems } = new Replay().result();
    expect(queue).toBeNull();
    expect(figures.calls.arrived_at_number).toBe(0);
    expect(figures.rates_percent.connection_rate_answered_over_arrived).toBeNull();
    expect(problems).toEqual(['there is no call in the recording']);
  });
});

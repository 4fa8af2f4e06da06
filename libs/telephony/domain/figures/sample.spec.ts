import {
  chance,
  compared,
  figuresOf,
  sampleAmi,
  sampleFigures,
  sampleLog,
  sampleMessages,
  shuffled,
} from '../../../../test/support/telephony-sample.js';
import { timestampUs } from '../ami/message.js';
import { Replay } from './replay.js';
import { figuresTable } from './table.js';

const wanted = sampleFigures();

function replayed(streams: readonly Iterable<Uint8Array>[], log = true): Replay {
  const run = new Replay();
  for (const stream of streams) run.ami(stream);
  if (log) run.queueLog([sampleLog()]);
  return run;
}

const figures = (run: Replay) => compared(run.result().figures);

function* cut(bytes: Uint8Array, size: () => number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const to = from + Math.max(1, size());
    yield bytes.subarray(from, to);
    from = to;
  }
}

describe('the recorded Asterisk queue', () => {
  it.each([true, false])('gives every figure of expected.json (log read: %s)', (log) => {
    const run = replayed([[sampleAmi()]], log);
    expect(figures(run)).toEqual(wanted);
    expect(run.result().problems).toEqual([]);
  });

  it('gives them in chunks of one byte, which cut every Chinese character', () => {
    expect(figures(replayed([cut(sampleAmi(), () => 1)]))).toEqual(wanted);
  });

  it.each([1, 2, 3, 4, 5])('gives them in random chunks (seed %i)', (seed) => {
    const random = chance(seed);
    expect(figures(replayed([cut(sampleAmi(), () => random() * 4_000)]))).toEqual(wanted);
  });

  it('gives them twice over, log and stream', () => {
    const run = replayed([[sampleAmi()], [sampleAmi()]]);
    run.queueLog([sampleLog()]);
    expect(figures(run)).toEqual(wanted);
  });

  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'gives them shuffled within 200 ms (seed %i)',
    (seed) => {
      const messages = shuffled(sampleMessages(), timestampUs, chance(seed));
      expect(figuresOf(messages, sampleLog())).toEqual(wanted);
      expect(figuresOf(messages, null)).toEqual(wanted);
    },
  );

  it.each([50, 200, 400, 600])('gives them from two connections that overlap (cut after %i events)', (at) => {
    const messages = sampleMessages();
    const run = new Replay();
    run.messages(messages.slice(0, at + 30));
    run.messages([...messages.slice(0, 2), ...messages.slice(at)]);
    expect(figures(run)).toEqual(wanted);
  });

  it.each([true, false])('is right to the second without Timestamp, and says so (log read: %s)', (log) => {
    const text = sampleAmi()
      .toString('utf8')
      .replace(/Timestamp: .*\r\n/g, '');
    const run = replayed([[Buffer.from(text)]], log);
    const { seconds, calls, agents, ended_by, transfers } = figures(run);
    expect(seconds.mean_wait_of_answered).toBe(14.077);
    expect(seconds.total_talk_including_hold).toBe(252);
    expect(calls).toEqual(wanted.calls);
    expect(transfers).toEqual(wanted.transfers);
    expect(ended_by).toEqual(wanted.ended_by);
    for (const [agent, row] of Object.entries(wanted.agents))
      expect(agents[agent]).toMatchObject({ ...row, hold_s: 0 });
    expect(run.result().problems.join()).toContain('timestampevents is off');
  });

  it('counts the same from the log alone, but for what a log cannot know', () => {
    const run = new Replay();
    run.queueLog([sampleLog()]);
    const { calls, ended_by, transfers, seconds } = figures(run);
    expect(calls).toEqual({ ...wanted.calls, arrived_at_number: 19, hung_up_in_ivr: 0 });
    expect(ended_by).toEqual(wanted.ended_by);
    expect(transfers).toEqual(wanted.transfers);
    expect(seconds.mean_wait_of_answered).toBe(14.077);
  });

  it('prints a table that names each rate by its definition', () => {
    const table = figuresTable(replayed([[sampleAmi()]]).result());
    expect(table).toMatch(/connection rate answered over asked for agent +68\.42 %/);
    expect(table).toMatch(/坐席8002: talked 92 s, held 4\.000 s/);
  });
});

import { RandomShift, type ShiftOptions } from '../../../../test/support/switchboard/shift.js';
import { trueFigures } from '../../../../test/support/switchboard/truth.js';
import { chance, type Difference, differences, shuffled } from '../../../../test/support/telephony-sample.js';
import { type AmiMessage, timestampUs } from '../ami/message.js';
import { AmiParser } from '../ami/parser.js';
import { Replay } from './replay.js';

/**
 * Shifts that nobody wrote: a switchboard made after the source of `app_queue` (test/support/switchboard) plays them with
 * chance, notes down itself what happened, and every figure must be what it noted, to the millisecond.
 */
const PLAIN: ShiftOptions = { calls: 40, main: 'q12351', second: 'qlegal', dialled: '12351' };
const KINDS: readonly (readonly [string, Partial<ShiftOptions>])[] = [
  ['plain calls', { transfers: false }],
  ['transfers: blind, attended, through queues, before an answer, back again', {}],
  ['announcements to agents, who hang up in them', { announce: true }],
  ['all telephones at once', { ringall: true }],
  ['Local channels as members, one kind taken out of the talk', { local: true }],
  ['a switchboard that dies and comes back', { restartAtS: 90 }],
  ['other names', { main: 'q.热线-1', second: '法律:2', dialled: '075512351', system: 'pbx-1-' }],
  ['all of it', { announce: true, ringall: true, local: true, restartAtS: 100 }],
];
const SEEDS = [11, 12, 13];

const figuresOf = (run: Replay, { options, truth }: RandomShift): Difference[] => {
  const wanted = trueFigures(truth, options.main);
  const { figures } = run.result(options.main);
  // What the switchboard's own notes do not have (words, rare counts) is not compared.
  return differences(wanted, figures).filter((one) => one.wanted !== undefined);
};
const shiftOf = (seed: number, options: Partial<ShiftOptions>): RandomShift =>
  new RandomShift(chance(seed), { ...PLAIN, ...options });
const isTime = ({ path }: Difference): boolean => /^\/seconds\/|\/hold_s$/.test(path);
const away = ({ wanted: a, got: b }: Difference): number => Math.abs(Number(a) - Number(b));

const messagesOf = (stream: Uint8Array): AmiMessage[] =>
  new AmiParser().push(stream).filter((item): item is AmiMessage => item.kind !== 'banner');

function inChunks(bytes: Uint8Array, random: () => number): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = from + 1 + Math.floor(random() ** 3 * 5_000);
    chunks.push(bytes.subarray(from, to));
    from = to;
  }
  return chunks;
}

describe.each(KINDS)('a random shift with %s', (_, options) => {
  it.each(SEEDS)('comes to its own figures, with the log and without (seed %i)', (seed) => {
    const shift = shiftOf(seed, options);
    for (const log of [true, false]) {
      const run = new Replay();
      for (const stream of shift.wire.streams()) run.ami([stream]);
      if (log) run.queueLog([shift.wire.queueLog()]);
      expect({ log, differs: figuresOf(run, shift) }).toEqual({ log, differs: [] });
    }
  });

  it('does so in chunks, twice over, and shuffled within 200 ms', () => {
    const shift = shiftOf(21, options);
    const random = chance(5);
    const chunks = new Replay();
    chunks.queueLog(inChunks(shift.wire.queueLog(), random));
    for (const stream of shift.wire.streams()) chunks.ami(inChunks(stream, random));
    expect(figuresOf(chunks, shift)).toEqual([]);
    const twice = new Replay();
    for (const stream of shift.wire.streams()) for (const again of [stream, stream]) twice.ami([again]);
    for (const log of [shift.wire.queueLog(), shift.wire.queueLog()]) twice.queueLog([log]);
    expect(figuresOf(twice, shift)).toEqual([]);
    const disorder = new Replay();
    for (const stream of shift.wire.streams())
      disorder.messages(shuffled(messagesOf(stream), timestampUs, random));
    disorder.queueLog([shift.wire.queueLog()]);
    expect(figuresOf(disorder, shift)).toEqual([]);
  });

  it('keeps every count with one event in a hundred lost, once the log is read', () => {
    for (let seed = 31; seed < 35; seed += 1) {
      const shift = shiftOf(seed, options);
      const random = chance(seed * 7);
      const run = new Replay();
      for (const stream of shift.wire.streams())
        run.messages(messagesOf(stream).filter(() => random() >= 0.01));
      run.queueLog([shift.wire.queueLog()]);
      const differs = figuresOf(run, shift).filter((one) => !isTime(one) || away(one) > 0.05);
      expect({ seed, differs }).toEqual({ seed, differs: [] });
    }
  });
});

const COUNTS =
  /^\/(calls|transfers|ended_by|agent_ring_no_answer)|\/(answered|ring_no_answer|talk_whole_s)$|\/pause_/;
const counted = (differs: Difference[]): Difference[] => differs.filter(({ path }) => COUNTS.test(path));

describe('a random shift of which less is told', () => {
  it('knows the talk that ended from the one that began in the same second (seed 1018)', () => {
    const shift = shiftOf(1018, {});
    const run = new Replay();
    for (const stream of shift.wire.streams()) run.ami([stream]);
    run.queueLog([shift.wire.queueLog()]);
    expect(figuresOf(run, shift)).toEqual([]);
  });

  it.each(SEEDS)('has every count without a single time (seed %i)', (seed) => {
    const shift = shiftOf(seed, { timestamps: false, transfers: false });
    for (const log of [true, false]) {
      const run = new Replay();
      for (const stream of shift.wire.streams()) run.ami([stream]);
      if (log) run.queueLog([shift.wire.queueLog()]);
      expect({ log, differs: counted(figuresOf(run, shift)) }).toEqual({ log, differs: [] });
    }
  });

  it.each(SEEDS)(
    'has every count of the queues though 20 s of it were not heard, once the log is read (seed %i)',
    (seed) => {
      const shift = shiftOf(seed, { outageAtS: 60 });
      const run = new Replay();
      for (const stream of shift.wire.streams()) run.ami([stream]);
      run.queueLog([shift.wire.queueLog()]);
      // Who came and went in the menu, or was refused, while nobody listened is known to nobody.
      const hidden = /arrived_at|hung_up_in_ivr|asked_for|refused/;
      expect(counted(figuresOf(run, shift)).filter(({ path }) => !hidden.test(path))).toEqual([]);
    },
  );

  it.each(SEEDS)(
    'has what the log knows by the log alone, in rotated files given in any order (seed %i)',
    (seed) => {
      const shift = shiftOf(seed, {});
      const lines = new TextDecoder().decode(shift.wire.queueLog()).split('\n');
      const file = (from: number, to?: number) =>
        new TextEncoder().encode(lines.slice(from, to).join('\r\n'));
      const run = new Replay();
      run.queueLog([file(60)]);
      run.queueLog([file(0, 71), new TextEncoder().encode('\r\n')]);
      const hidden = /arrived_at|hung_up_in_ivr|asked_for|refused/;
      expect(counted(figuresOf(run, shift)).filter(({ path }) => !hidden.test(path))).toEqual([]);
    },
  );
});

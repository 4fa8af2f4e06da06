import { recordedShift, recordedShifts } from '../../../../test/support/recorded-shift.js';
import { RandomShift } from '../../../../test/support/switchboard/shift.js';
import {
  chance,
  compared,
  sampleAmi,
  sampleFigures,
  sampleLog,
} from '../../../../test/support/telephony-sample.js';
import { type ReadableFile, readRecordings } from './replay-reading.js';
import { Replay, type ReplaySettings } from './replay.js';

/** Bytes in pieces of that size, as a file gives them. */
function fileOf(name: string, bytes: Uint8Array, piece = 4_096): ReadableFile {
  return {
    name,
    *open() {
      for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
    },
  };
}

const filesOf = (prefix: string, parts: readonly Uint8Array[], piece?: number): ReadableFile[] =>
  parts.map((bytes, place) => fileOf(`${prefix} ${place + 1}`, bytes, piece));

const read = (ami: readonly Uint8Array[], queueLog: readonly Uint8Array[], settings?: ReplaySettings) =>
  readRecordings({ ami: filesOf('AMI', ami), queueLog: filesOf('log', queueLog) }, settings);

function atOnce(ami: readonly Uint8Array[], queueLog: readonly Uint8Array[]): Replay {
  const run = new Replay();
  ami.forEach((bytes, place) => run.ami([bytes], `AMI ${place + 1}`));
  queueLog.forEach((bytes, place) => run.queueLog([bytes], `log ${place + 1}`));
  return run;
}

const OPTIONS = { calls: 80, main: 'q12351', second: 'qlegal', dialled: '12351' };
const TEN_SECONDS = 10_000_000;

describe('recordings read side by side', () => {
  it.each([1, 1_000, 1_000_000])('give the figures of the sample in pieces of %i bytes', async (piece) => {
    const recordings = {
      ami: [fileOf('AMI', sampleAmi(), piece)],
      queueLog: [fileOf('log', sampleLog(), piece)],
    };
    const run = await readRecordings(recordings);
    expect(compared(run.result().figures)).toEqual(sampleFigures());
    expect(run.result().problems).toEqual([]);
  });

  it.each([
    ['of calls and transfers', {}],
    ['of a switchboard that died', { restartAtS: 150 }],
    ['with a hole in the feed', { outageAtS: 200 }],
    ['of Local channels and announcements', { local: true, announce: true }],
    ['of which only some callers come over our dialplan', { bareTrunk: true, pickup: 0.2 }],
    ['of agents who come and go', { churn: true }],
  ])('come to the same though calls are let go ten seconds after their end: a shift %s', async (_, more) => {
    for (const seed of [1, 2]) {
      const shift = new RandomShift(chance(seed), { ...OPTIONS, ...more });
      const streams = shift.wire.streams();
      for (const log of [[shift.wire.queueLog()], []]) {
        const whole = atOnce(streams, log).result();
        const run = await read(streams, log, { keptUs: TEN_SECONDS });
        const { figures, problems } = run.result();
        expect({ seed, figures, problems }).toEqual({
          seed,
          figures: whole.figures,
          problems: whole.problems,
        });
      }
    }
  });

  it.each(recordedShifts())('come to the same with a shift at a real switchboard: %s', async (name) => {
    const { streams, log } = recordedShift(name);
    for (const logs of [[log], []]) {
      const whole = atOnce(streams, logs).result();
      const { figures, problems } = (await read(streams, logs, { keptUs: TEN_SECONDS })).result();
      expect({ figures, problems }).toEqual({ figures: whole.figures, problems: whole.problems });
    }
    const alone = (await read([], [log], { keptUs: TEN_SECONDS })).result().figures;
    expect(alone).toEqual(atOnce([], [log]).result().figures);
  });

  it('keep few calls at hand, however many there are', async () => {
    const shift = new RandomShift(chance(9), { ...OPTIONS, calls: 250 });
    const run = new Replay({ keptUs: TEN_SECONDS });
    let most = 0;
    const [stream = new Uint8Array()] = shift.wire.streams();
    const lane = run.amiRecording();
    for (let from = 0; from < stream.length; from += 20_000) {
      lane.push(stream.subarray(from, from + 20_000));
      run.sweep(1_796_000_000_000_000 + (from / stream.length) * 1_250_000_000);
      most = Math.max(most, run.shift.size);
    }
    expect(most).toBeLessThan(60);
  });

  it('are the same twice over, and where two connections overlap by minutes', async () => {
    const shift = new RandomShift(chance(4), OPTIONS);
    const [stream = new Uint8Array()] = shift.wire.streams();
    const log = [shift.wire.queueLog()];
    const whole = atOnce([stream], log).result();
    const settings = { keptUs: TEN_SECONDS };
    expect((await read([stream, stream], [...log, ...log], settings)).result().figures).toEqual(
      whole.figures,
    );
    const blocks = new TextDecoder().decode(stream).split('\r\n\r\n');
    const part = (from: number, to?: number) =>
      new TextEncoder().encode(
        `${[...blocks.slice(0, 2), ...blocks.slice(from, to)].join('\r\n\r\n')}\r\n\r\n`,
      );
    const third = Math.floor(blocks.length / 3);
    const overlapping = await read([part(2, 2 * third), part(third)], log, settings);
    expect(overlapping.result().figures).toEqual(whole.figures);
    expect(overlapping.result().problems).toEqual([]);
  });

  it('are read once more, keeping all, where a file goes back in time', async () => {
    const shift = new RandomShift(chance(5), OPTIONS);
    const [stream = new Uint8Array()] = shift.wire.streams();
    const twice = new Uint8Array([...stream, ...stream]);
    const said: string[] = [];
    const recordings = { ami: filesOf('AMI', [twice]), queueLog: [] };
    const run = await readRecordings(recordings, { keptUs: TEN_SECONDS }, (why) => said.push(why));
    expect(said).toEqual(['disorder']);
    expect(run.result().figures).toEqual(atOnce([stream], []).result().figures);
  });

  it('are read once more where only later calls say where callers come in', async () => {
    const shift = new RandomShift(chance(6), OPTIONS);
    const [stream = new Uint8Array()] = shift.wire.streams();
    const blocks = new TextDecoder().decode(stream).split('\r\n\r\n');
    const half = blocks.length / 2;
    // Our lines were installed in the middle of the shift.
    const text = blocks.filter((block, place) => place > half || !block.includes('UserEvent: HotlineArrive'));
    const bytes = new TextEncoder().encode(text.join('\r\n\r\n'));
    const said: string[] = [];
    const recordings = { ami: filesOf('AMI', [bytes]), queueLog: [] };
    const run = await readRecordings(recordings, { keptUs: TEN_SECONDS }, (why) => said.push(why));
    expect(said).toEqual(['learned']);
    expect(run.result().figures.calls).toEqual(atOnce([bytes], []).result().figures.calls);
    expect(run.result().figures.calls.arrived_at_number).toBe(shift.truth.arrived);
  });

  it('join a log that begins before the stream and one that ends after it, in rotated files', async () => {
    const shift = new RandomShift(chance(7), OPTIONS);
    const lines = new TextDecoder().decode(shift.wire.queueLog()).split('\n');
    const file = (from: number, to?: number) =>
      new TextEncoder().encode(`${lines.slice(from, to).join('\n')}\n`);
    const [stream = new Uint8Array()] = shift.wire.streams();
    const cut = Math.floor(lines.length / 2);
    const whole = atOnce([stream], [shift.wire.queueLog()]).result().figures;
    const run = await read([stream], [file(cut - 9, lines.length - 1), file(0, cut)], {
      keptUs: TEN_SECONDS,
    });
    expect(run.result().figures).toEqual(whole);
  });
});

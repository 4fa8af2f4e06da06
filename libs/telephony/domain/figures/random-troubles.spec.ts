import { RandomShift, type ShiftOptions } from '../../../../test/support/switchboard/shift.js';
import { trueFigures } from '../../../../test/support/switchboard/truth.js';
import { chance, type Difference, differences } from '../../../../test/support/telephony-sample.js';
import { type AmiMessage } from '../ami/message.js';
import { AmiParser } from '../ami/parser.js';
import { Replay } from './replay.js';

/** What a real switchboard does besides: colleagues who fetch calls, other spellings, half an installation, clocks that are set. */
const PLAIN: ShiftOptions = { calls: 40, main: 'q12351', second: 'qlegal', dialled: '12351' };
const SEEDS = Array.from({ length: 4 }, (_, seed) => 41 + seed);

const shiftOf = (seed: number, options: Partial<ShiftOptions>): RandomShift =>
  new RandomShift(chance(seed), { ...PLAIN, ...options });

function differs(shift: RandomShift, log: boolean): Difference[] {
  const run = new Replay();
  for (const stream of shift.wire.streams()) run.ami([stream]);
  if (log) run.queueLog([shift.wire.queueLog()]);
  const { figures } = run.result(shift.options.main);
  return differences(trueFigures(shift.truth, shift.options.main), figures).filter(
    (one) => one.wanted !== undefined,
  );
}

const KINDS: readonly (readonly [string, Partial<ShiftOptions>])[] = [
  ['colleagues who fetch ringing calls', { pickup: 0.3 }],
  ['a dialplan that spells the queue in another case', { spelled: 'Q12351' }],
  ['agents who leave and come back, paused and in talks', { churn: true }],
  ['callers who hang up while the agent hears an announcement', { announce: true, churn: true }],
  ['a trunk whose dialplan lacks our lines', { bareTrunk: true }],
  ['names with dots, dashes and Chinese', { main: '热线.总-1', second: '法律-2.x', pickup: 0.2 }],
];

/** AMI raises one event for a limit, an empty queue and a withdrawal: without our line or the log nobody can tell them apart. */
const hidden = ({ bareTrunk }: Partial<ShiftOptions>, path: string): boolean =>
  bareTrunk === true && /left_by_timeout|left_by_empty|withdrawn/.test(path);

describe.each(KINDS)('a random shift with %s', (_, options) => {
  it.each(SEEDS)('comes to its own figures, with the log and without (seed %i)', (seed) => {
    const shift = shiftOf(seed, options);
    expect(differs(shift, true)).toEqual([]);
    expect(differs(shift, false).filter(({ path }) => !hidden(options, path))).toEqual([]);
  });
});

const COUNTS = /^\/(calls|transfers|ended_by|agent_ring_no_answer)|\/(answered|ring_no_answer)$|\/pause_/;

describe('a clock that is set in the middle of a shift', () => {
  it.each([-3, 3, 30, 3_600])('by %i s changes no count', (byS) => {
    for (const seed of SEEDS.slice(0, 2)) {
      const shift = shiftOf(seed, { clockStep: { atS: 80, byS } });
      for (const log of [true, false]) {
        const counts = differs(shift, log).filter(({ path }) => COUNTS.test(path));
        expect({ seed, log, counts }).toEqual({ seed, log, counts: [] });
      }
    }
  });
});

describe('a switchboard that sends no times', () => {
  const messagesOf = (stream: Uint8Array): AmiMessage[] =>
    new AmiParser().push(stream).filter((item): item is AmiMessage => item.kind !== 'banner');

  it.each(SEEDS)(
    'has every count of calls though neighbours in its stream change places (seed %i)',
    (seed) => {
      const shift = shiftOf(seed, { timestamps: false, transfers: false });
      const random = chance(seed);
      const run = new Replay();
      for (const stream of shift.wire.streams()) {
        const placed = messagesOf(stream).map((message, place) => ({ message, at: place + random() * 3 }));
        run.messages(placed.sort((a, b) => a.at - b.at).map(({ message }) => message));
      }
      const { figures } = run.result('q12351');
      const wrong = differences(trueFigures(shift.truth, 'q12351'), figures).filter(
        // Two breaks that change places are told from none by nothing.
        ({ path, wanted }) => wanted !== undefined && COUNTS.test(path) && !path.includes('/pause_'),
      );
      expect(wrong).toEqual([]);
    },
  );
});

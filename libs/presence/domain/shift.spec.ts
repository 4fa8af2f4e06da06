import fc from 'fast-check';
import { type CallStep, hearCall } from './call-steps.js';
import {
  choose,
  chooseNext,
  endWrapUp,
  prolongWrapUp,
  signIn,
  signOut,
  startDialling,
} from './person-steps.js';
import { blank, isSignedIn, type Presence, type Segment } from './presence.js';
import { momentFor, record } from './record.js';
import type { PresenceSettings } from './settings.js';
import { hearDevice, hearPause, hearUnpause } from './switchboard-steps.js';
import { dueOf } from './time-steps.js';

const SETTINGS: PresenceSettings = {
  version: 1,
  wrapUpSeconds: 30,
  prolongSeconds: 30,
  prolongTimes: 2,
  unknownAfterSeconds: 30,
  signedOutAfterSeconds: 300,
  breaks: [
    { intent: 'break', reason: 'rest', zh: '小休', en: 'Short break', limitSeconds: 900 },
    { intent: 'training', reason: 'training', zh: '培训', en: 'Training', limitSeconds: null },
  ],
};
const START = new Date('2026-03-10T01:00:00.000Z');
const POST = { unitId: 'u1', unitPath: 'cn/' };

interface Word {
  readonly does: 'device' | 'paused';
  readonly value: string;
  readonly late: number;
}

type Act =
  | { readonly does: 'sign-in' | 'sign-out' | 'end' | 'prolong' | 'dial' | 'seen' | 'time' | 'unpaused' }
  | { readonly does: 'choose' | 'next'; readonly aim: 'ready' | 'break' | 'training' | 'outbound' | null }
  | { readonly does: 'call'; readonly kind: CallStep['kind']; readonly n: number; readonly late: number }
  | Word;

const REASON = { ready: null, outbound: null, break: 'rest', training: 'training' } as const;

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    does: fc.constantFrom(
      'sign-in' as const,
      'sign-out' as const,
      'end' as const,
      'prolong' as const,
      'dial' as const,
      'seen' as const,
      'time' as const,
      'unpaused' as const,
    ),
  }),
  fc.record({
    does: fc.constantFrom('choose' as const, 'next' as const),
    aim: fc.constantFrom('ready' as const, 'break' as const, 'training' as const, 'outbound' as const),
  }),
  fc.record({
    does: fc.constant('call' as const),
    kind: fc.constantFrom<CallStep['kind']>(
      'offered',
      'missed',
      'answered',
      'held',
      'resumed',
      'talk_ended',
      'ended',
    ),
    n: fc.integer({ min: 0, max: 2 }),
    late: fc.integer({ min: -5_000, max: 20_000 }),
  }),
  fc.record({
    does: fc.constantFrom('device' as const, 'paused' as const),
    value: fc.constantFrom('0', '1', '2', '5', '6', '8', 'acw', 'rest', ''),
    late: fc.integer({ min: -5_000, max: 20_000 }),
  }),
);

/** A person's day under any acts, with what went on record. */
class Day {
  presence: Presence = blank('a1', POST.unitId, POST.unitPath);
  readonly segments = new Map<number, Segment>();
  /** Signed-in stretches as an observer with a watch would note them. */
  readonly shifts: { from: Date; to: Date | null }[] = [];
  now = START;

  put(at: Date, step: (presence: Presence, at: Date) => Presence): void {
    const moment = momentFor(this.presence, at, this.now);
    const before = this.presence;
    const done = record(before, step(before, moment), moment, { by: 'system', cause: 'chosen' });
    this.presence = done.presence;
    for (const segment of done.segments) this.segments.set(segment.seq, segment);
    if (!isSignedIn(before) && isSignedIn(this.presence)) this.shifts.push({ from: moment, to: null });
    const last = this.shifts.at(-1);
    if (isSignedIn(before) && !isSignedIn(this.presence) && last) last.to = moment;
  }

  time(): void {
    for (let due = dueOf(this.presence, SETTINGS, START, this.now); due;) {
      const { at, presence } = due;
      this.put(at, () => presence);
      due = dueOf(this.presence, SETTINGS, START, this.now);
    }
  }

  // One table of all acts; each is a line.
  do(given: Act): void {
    const decided = (rule: (p: Presence, at: Date) => { ok: true; value: Presence } | { ok: false }) =>
      this.put(this.now, (presence, at) => {
        const decision = rule(presence, at);
        return decision.ok ? decision.value : presence;
      });
    switch (given.does) {
      case 'sign-in':
        return decided((p, at) => signIn(p, POST, 't1', 'console', at));
      case 'sign-out':
        return decided((p, at) => signOut(p, at));
      case 'end':
        return decided((p, at) => endWrapUp(p, at));
      case 'prolong':
        return decided((p) => prolongWrapUp(p, SETTINGS));
      case 'dial':
        return decided((p, at) => startDialling(p, at));
      case 'seen':
        this.presence = { ...this.presence, seenAt: this.now };
        return;
      case 'time':
        return this.time();
      case 'unpaused':
        return this.put(this.now, (p, at) => hearUnpause(p, at));
      case 'choose':
      case 'next':
        return this.chooses(given.does, given.aim ?? 'ready', decided);
      default:
        return this.hears(given);
    }
  }

  private chooses(
    does: 'choose' | 'next',
    intent: 'ready' | 'break' | 'training' | 'outbound',
    decided: (rule: (p: Presence, at: Date) => { ok: true; value: Presence } | { ok: false }) => void,
  ): void {
    const aim = { intent, reason: REASON[intent] };
    decided((p, at) => (does === 'choose' ? choose(p, aim, SETTINGS, at) : chooseNext(p, aim, SETTINGS)));
  }

  private hears(given: Extract<Act, { late: number }>): void {
    const said = new Date(this.now.getTime() - given.late);
    if (given.does !== 'call') {
      const { does, value } = given;
      const heard = (p: Presence, at: Date) =>
        does === 'device' ? hearDevice(p, value, said, at, SETTINGS) : hearPause(p, value, SETTINGS, at);
      return this.put(said, heard);
    }
    const { kind, n } = given;
    const step: CallStep = {
      kind,
      callId: `c${n}`,
      visitId: `v${n}`,
      accountId: 'a1',
      direction: n === 2 ? 'out' : 'in',
      at: said,
    };
    this.put(said, (p, at) => hearCall(p, step, at, SETTINGS));
  }
}

const length = ({ from, to }: { from: Date; to: Date | null }): number =>
  (to?.getTime() ?? Number.NaN) - from.getTime();

describe('a shift', () => {
  it('is the sum of its segments, whatever happens and in whatever order it is told', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(0, 0, 1, 250, 7_000, 40_000, 400_000), act), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, (history) => {
        const day = new Day();
        for (const [wait, one] of history) {
          day.now = new Date(day.now.getTime() + wait);
          day.do(one);
        }
        // The end of the day: everybody goes home, a call that is still on is over.
        day.now = new Date(day.now.getTime() + 1_000);
        day.put(day.now, (p) => ({ ...p, call: null, device: 'free' }));
        day.put(day.now, (p, at) => {
          const decided = signOut(p, at);
          return decided.ok ? decided.value : p;
        });
        const segments = [...day.segments.values()].sort((a, b) => a.seq - b.seq);
        expect(segments.map(({ seq }) => seq)).toEqual(segments.map((_, n) => n + 1));
        for (const shift of day.shifts) {
          const own = segments.filter((one) => one.shiftAt.getTime() === shift.from.getTime());
          const sums = own.reduce((sum, one) => sum + length(one), 0);
          const twins = day.shifts.filter((one) => one.from.getTime() === shift.from.getTime());
          expect(sums).toBe(twins.reduce((sum, one) => sum + length(one), 0));
          for (const [n, one] of own.entries()) {
            expect(length(one)).toBeGreaterThanOrEqual(0);
            const next = own[n + 1];
            if (next && twins.length === 1) expect(next.from).toEqual(one.to);
          }
        }
      }),
      { numRuns: 1_500 },
    );
  });
});

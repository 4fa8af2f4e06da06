import * as fc from 'fast-check';
import {
  calendars,
  DAY,
  instant,
  limits,
  minute,
  moments,
  pauses,
  workSlots,
} from '../../../test/support/calendar-samples.js';
import type { Calendar, CalendarOverride } from './calendar.js';
import { compileCalendar } from './compiled-calendar.js';
import { deadlineWithPauses, provisionalDeadline } from './deadline.js';
import type { Limit } from './limit.js';
import { MinuteOracle, type MinutePause } from './minute-oracle.js';
import { restateClock } from './restate-clock.js';
import { yes } from './spec-times.js';

const spansOf = (paused: readonly MinutePause[]) =>
  paused.map((pause) => ({ from: instant(pause.from), to: instant(pause.to) }));
const found = (calendar: Calendar, start: number, limit: Limit, paused: readonly MinutePause[]) => {
  const due = yes(deadlineWithPauses(compileCalendar(calendar), instant(start), limit, spansOf(paused)));
  return { due: minute(due.dueAt), yellow: minute(due.yellowAt) };
};

const links = fc.array(fc.tuple(calendars, limits, pauses, fc.integer({ min: 0, max: DAY })), {
  minLength: 2,
  maxLength: 5,
});

it('follows a custody chain over several calendars: each stage starts in the other where the last one ended', () => {
  let compared = 0;
  fc.assert(
    fc.property(links, moments(6), (chain, start) => {
      let now = start;
      for (const [calendar, limit, paused, early] of chain) {
        // A unit passes the ticket on some time before its own stage is due.
        const expected = new MinuteOracle(calendar, paused).due(now, limit);
        if (!expected) return;
        expect(found(calendar, now, limit, paused)).toEqual(expected);
        compared += 1;
        now = Math.max(now + 1, Math.floor(expected.due) - early);
      }
    }),
    { numRuns: 3_000, seed: 12351 },
  );
  expect(compared).toBeGreaterThanOrEqual(10_000);
});

it('keeps up with edits: another limit, a pause that ends early or is taken back', () => {
  let compared = 0;
  fc.assert(
    fc.property(calendars, moments(8), limits, limits, pauses, fc.nat(600), (...given) => {
      const [calendar, start, before, after, paused, early] = given;
      const shorter = paused.map(({ from, to }) => ({ from, to: Math.max(from + 1, to - early) }));
      const edits: readonly (readonly [Limit, readonly MinutePause[]])[] = [
        [before, paused],
        [before, shorter],
        [after, shorter],
        [after, shorter.slice(1)],
      ];
      for (const [limit, spans] of edits) {
        const expected = new MinuteOracle(calendar, spans).due(start, limit);
        if (!expected) continue;
        expect(found(calendar, start, limit, spans)).toEqual(expected);
        compared += 1;
      }
    }),
    { numRuns: 3_000, seed: 12351 },
  );
  expect(compared).toBeGreaterThanOrEqual(10_000);
});

// 2026-12-20 00:00 of Shanghai.
const DECEMBER = Date.UTC(2026, 11, 20) / 60_000;
const january: fc.Arbitrary<CalendarOverride> = fc
  .record({
    day: fc.integer({ min: 1, max: 31 }),
    kind: fc.constantFrom('off' as const, 'off' as const, 'workday' as const),
    slots: fc.option(workSlots, { nil: undefined }),
  })
  .map(({ day, kind, slots }) => ({
    date: `2027-01-${String(day).padStart(2, '0')}`,
    kind,
    name: '',
    ...(kind === 'workday' && slots ? { slots } : {}),
  }));
const plan2027 = fc.uniqueArray(january, { maxLength: 14, selector: (entry) => entry.date });
const december = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: DAY - 1 }));

it('counts plain weekdays for an unpublished year and the truth as soon as it is published', () => {
  let compared = 0;
  let moved = 0;
  fc.assert(
    fc.property(calendars, plan2027, december, limits, (calendar, overrides, [day, time], limit) => {
      const start = DECEMBER + day * DAY + time;
      const published: Calendar = { ...calendar, version: 2, knownTo: 2027, overrides };
      const ahead: Calendar = { ...calendar, overrides: [] };
      const guess = new MinuteOracle(ahead, []).due(start, limit);
      const truth = new MinuteOracle(published, []).due(start, limit);
      if (!guess || !truth) return;
      const before = compileCalendar(ahead);
      const promised = yes(provisionalDeadline(before, instant(start), limit));
      expect([minute(promised.dueAt), minute(promised.yellowAt)]).toEqual([guess.due, guess.yellow]);
      compared += 1;
      if (!promised.provisional) return;
      const { dueAt, yellowAt } = promised;
      const clock = { startedAt: instant(start), originalDueAt: dueAt, dueAt, yellowAt };
      const restated = restateClock(before, compileCalendar(published), {
        ...clock,
        limitAmount: limit.amount,
        limitUnit: limit.unit,
      });
      expect(restated).toMatchObject({ provisional: false, moved: guess.due !== truth.due });
      expect(restated && [minute(restated.dueAt), minute(restated.yellowAt)]).toEqual([
        truth.due,
        truth.yellow,
      ]);
      compared += 1;
      if (restated?.moved) moved += 1;
    }),
    { numRuns: 9_000, seed: 12351 },
  );
  expect(compared).toBeGreaterThanOrEqual(10_000);
  expect(moved).toBeGreaterThan(400);
});

import * as fc from 'fast-check';
import {
  calendars,
  instant,
  limits,
  minute,
  moments,
  pauses,
} from '../../../test/support/calendar-samples.js';
import { compileCalendar } from './compiled-calendar.js';
import { deadlineWithPauses } from './deadline.js';
import { MinuteOracle } from './minute-oracle.js';
import { yes } from './spec-times.js';
import { remaining, workingBetween } from './working-time.js';

it('agrees with a minute-by-minute walk on 12,000 random deadlines', () => {
  let compared = 0;
  fc.assert(
    fc.property(calendars, moments(10), limits, pauses, (calendar, start, limit, paused) => {
      const expected = new MinuteOracle(calendar, paused).due(start, limit);
      if (!expected) return;
      const spans = paused.map((pause) => ({ from: instant(pause.from), to: instant(pause.to) }));
      const found = yes(deadlineWithPauses(compileCalendar(calendar), instant(start), limit, spans));
      expect({ due: minute(found.dueAt), yellow: minute(found.yellowAt) }).toEqual(expected);
      compared += 1;
    }),
    { numRuns: 12_000, seed: 12351 },
  );
  expect(compared).toBeGreaterThanOrEqual(10_000);
});

it('measures what a minute-by-minute walk counts, and says it in days and hours', () => {
  fc.assert(
    fc.property(calendars, moments(12), moments(12), (calendar, a, b) => {
      const compiled = compileCalendar(calendar);
      const oracle = new MinuteOracle(calendar, []);
      const [from, to] = a <= b ? [a, b] : [b, a];
      expect(yes(workingBetween(compiled, instant(from), instant(to)))).toBe(oracle.workBetween(from, to));
      const { days, minutes } = oracle.spread(from, to);
      const left = yes(remaining(compiled, instant(a), instant(b)));
      expect([left.overdue, left.workingDays, left.hours * 60 + left.minutes]).toEqual([
        a > b,
        days,
        minutes,
      ]);
    }),
    { numRuns: 3_000, seed: 12351 },
  );
});

it('keeps its promises whatever the calendar: yellow lies between start and due, due outside every pause', () => {
  fc.assert(
    fc.property(
      calendars,
      moments(10),
      limits,
      pauses,
      fc.nat(59_999),
      (calendar, start, limit, paused, ms) => {
        const startedAt = new Date(instant(start).getTime() + ms);
        const spans = paused.map((pause) => ({ from: instant(pause.from), to: instant(pause.to) }));
        const found = deadlineWithPauses(compileCalendar(calendar), startedAt, limit, spans);
        if (!found.ok) return;
        const { yellowAt, dueAt } = found.value;
        expect(startedAt < yellowAt && yellowAt < dueAt).toBe(true);
        expect(spans.some((span) => span.from < dueAt && dueAt <= span.to)).toBe(false);
      },
    ),
    { numRuns: 4_000, seed: 12351 },
  );
});

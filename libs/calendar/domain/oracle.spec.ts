import { SHANGHAI_OFFSET_MS } from '@hotline/kernel';
import * as fc from 'fast-check';
import type { Calendar, CalendarOverride, Slot } from './calendar.js';
import { compileCalendar } from './compiled-calendar.js';
import { deadlineWithPauses } from './deadline.js';
import { LIMIT_UNITS, type Limit } from './limit.js';
import { MinuteOracle, type MinutePause } from './minute-oracle.js';
import { yes } from './spec-times.js';
import { remaining, workingBetween } from './working-time.js';

const MINUTE = 60_000;
const DAY = 1440;
/** 2026-03-01 00:00 of Shanghai, the oracle's minutes. */
const MARCH = Date.UTC(2026, 2, 1) / MINUTE;

const instant = (minute: number): Date => new Date(minute * MINUTE - SHANGHAI_OFFSET_MS);
const minute = (at: Date): number => (at.getTime() + SHANGHAI_OFFSET_MS) / MINUTE;
const clock = (m: number): string =>
  `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;

/** Up to four slots a day out of any minutes; sometimes touching, sometimes the whole day, sometimes none. */
const randomSlots: fc.Arbitrary<Slot[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: DAY }), { minLength: 2, maxLength: 8 })
  .map((edges) => edges.sort((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((from, index) =>
      index % 2 === 0 && edges[index + 1] !== undefined
        ? [{ from: clock(from), to: clock(edges[index + 1]!) }]
        : [],
    ),
  );
const officeHours: Slot[] = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
];
const workSlots = fc.oneof(
  { weight: 3, arbitrary: fc.constant(officeHours) },
  { weight: 1, arbitrary: fc.constant([{ from: '08:30', to: '12:00' }]) },
  { weight: 1, arbitrary: fc.constant([{ from: '00:00', to: '24:00' }]) },
  {
    weight: 1,
    arbitrary: fc.constant([
      { from: '08:00', to: '12:00' },
      { from: '12:00', to: '16:00' },
    ]),
  },
  { weight: 2, arbitrary: randomSlots },
);
const daySlots = fc.oneof(
  { weight: 4, arbitrary: workSlots },
  { weight: 1, arbitrary: fc.constant<Slot[]>([]) },
);

const override: fc.Arbitrary<CalendarOverride> = fc
  .record({
    day: fc.integer({ min: -3, max: 45 }),
    kind: fc.constantFrom('off' as const, 'off' as const, 'workday' as const),
    slots: fc.option(workSlots, { nil: undefined }),
  })
  .map(({ day, kind, slots }) => ({
    date: new Date((MARCH + day * DAY) * MINUTE).toISOString().slice(0, 10),
    kind,
    name: '',
    ...(kind === 'workday' && slots ? { slots } : {}),
  }));

const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    weekdays: fc.tuple(daySlots, daySlots, workSlots, daySlots, daySlots),
    weekend: fc
      .tuple(daySlots, daySlots)
      .chain((slots) => fc.constantFrom(slots, [[], []] as [Slot[], Slot[]])),
    overrides: fc.uniqueArray(override, { maxLength: 12, selector: (entry) => entry.date }),
  })
  .map(({ weekdays: [mon, tue, wed, thu, fri], weekend: [sat, sun], overrides }) => ({
    id: 'random',
    version: 1,
    zone: 'Asia/Shanghai',
    weekly: { 1: mon, 2: tue, 3: wed, 4: thu, 5: fri, 6: sat, 7: sun },
    overrides,
    knownFrom: 2026,
    knownTo: 2026,
  }));

const limits: fc.Arbitrary<Limit> = fc.constantFrom(...LIMIT_UNITS).chain((unit) => {
  const most = unit.endsWith('minutes') ? 900 : unit.endsWith('hours') ? 30 : 9;
  return fc.integer({ min: 1, max: most }).map((amount) => ({ amount, unit }));
});

/** Moments that matter: any minute, and the edges of office hours and days. */
const moments = (days: number): fc.Arbitrary<number> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: days }),
      fc.oneof(fc.integer({ min: 0, max: DAY - 1 }), fc.constantFrom(0, 510, 720, 810, 1050, DAY - 1)),
    )
    .map(([day, time]) => MARCH + day * DAY + time);

const pauses: fc.Arbitrary<MinutePause[]> = fc.array(
  fc
    .tuple(moments(14), fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 4 * DAY })))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 3 },
);

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

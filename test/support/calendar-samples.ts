import { SHANGHAI_OFFSET_MS } from '@hotline/kernel';
import { type Calendar, type CalendarOverride, type Limit, LIMIT_UNITS, type Slot } from '@hotline/calendar';
import * as fc from 'fast-check';
import type { MinutePause } from '../../libs/calendar/domain/minute-oracle.js';

/** Random calendars, limits and moments for the proofs of the engine. */
const MINUTE = 60_000;
export const DAY = 1440;
/** 2026-03-01 00:00 of Shanghai, the oracle's minutes. */
export const MARCH = Date.UTC(2026, 2, 1) / MINUTE;

export const instant = (minute: number): Date => new Date(minute * MINUTE - SHANGHAI_OFFSET_MS);
export const minute = (at: Date): number => (at.getTime() + SHANGHAI_OFFSET_MS) / MINUTE;
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
export const officeHours: Slot[] = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
];
export const workSlots = fc.oneof(
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
export const daySlots = fc.oneof(
  { weight: 4, arbitrary: workSlots },
  { weight: 1, arbitrary: fc.constant<Slot[]>([]) },
);

export const override: fc.Arbitrary<CalendarOverride> = fc
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

export const calendars: fc.Arbitrary<Calendar> = fc
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

export const limits: fc.Arbitrary<Limit> = fc.constantFrom(...LIMIT_UNITS).chain((unit) => {
  const most = unit.endsWith('minutes') ? 900 : unit.endsWith('hours') ? 30 : 9;
  return fc.integer({ min: 1, max: most }).map((amount) => ({ amount, unit }));
});

/** Moments that matter: any minute, and the edges of office hours and days. */
export const moments = (days: number): fc.Arbitrary<number> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: days }),
      fc.oneof(fc.integer({ min: 0, max: DAY - 1 }), fc.constantFrom(0, 510, 720, 810, 1050, DAY - 1)),
    )
    .map(([day, time]) => MARCH + day * DAY + time);

export const pauses: fc.Arbitrary<MinutePause[]> = fc.array(
  fc
    .tuple(moments(14), fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 4 * DAY })))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 3 },
);

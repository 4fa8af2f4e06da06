import { between, chance, MINUTE_MS, type Random, shanghaiDay } from '@hotline/kernel';
import type { CallerPlan } from '@hotline/practice-line';
import { demoMobile } from '../phones.js';
import { PRACTICE_QUEUE, SECOND_QUEUE } from '../practice-telephones.js';
import { type LineDay, momentOf, weekdayOf } from './calendar.js';

export interface PastCaller {
  readonly at: number;
  readonly plan: CallerPlan;
}

/** Calls of a working day by the hour, the day's peak after nine and after two, a dip at noon; night hours last. */
const HOURS = [
  0.5, 0.3, 0.2, 0.2, 0.3, 0.5, 0.9, 2, 7.5, 12, 12.5, 9, 4.5, 6.5, 10.5, 11, 9, 6.5, 4, 3.5, 3, 2.2, 1.4,
  0.8,
];
const WEEKEND = 0.42;
/** Wages fall due at the end of the month: whoever got none calls then. */
const WAGE_DAYS = 1.2;
const MONDAY_MORNING = 1.35;

export function callsInHour(day: string, hour: number): number {
  const weekday = weekdayOf(day);
  const date = Number(day.slice(8));
  const weekend = weekday > 5 ? WEEKEND : 1;
  const wages = date >= 26 || date <= 2 ? WAGE_DAYS : 1;
  const monday = weekday === 1 && hour >= 8 && hour < 12 ? MONDAY_MORNING : 1;
  return (HOURS[hour] ?? 0) * weekend * wages * monday;
}

/**
 * Most wait for minutes, some for less, some only for a breath; one in twenty leaves in the menu. Talks are of some minutes,
 * a few of a quarter of an hour.
 */
function planOf(random: Random): CallerPlan {
  const long = chance(random, 0.09);
  const talkMs = long ? between(random, 480_000, 960_000) : between(random, 45_000, 300_000);
  const mood = random();
  const holds = chance(random, 0.14);
  const handed = chance(random, 0.03);
  return {
    number: chance(random, 0.03) ? 'anonymous' : demoMobile(random),
    queue: PRACTICE_QUEUE,
    ...(chance(random, 0.05) && { ivrPatienceMs: between(random, 600, 2_300) }),
    patienceMs:
      mood < 0.03
        ? between(random, 900, 4_400)
        : mood < 0.13
          ? between(random, 7_000, 32_000)
          : between(random, 60_000, 260_000),
    ...(chance(random, 0.02) && { keyMs: between(random, 9_000, 24_000) }),
    talkMs,
    endedBy: chance(random, 0.72) ? 'caller' : 'agent',
    ...(holds && { holdAfterMs: Math.floor(talkMs / 3), holdMs: between(random, 8_000, 45_000) }),
    ...(handed && { transferTo: SECOND_QUEUE, transferAfterMs: between(random, 60_000, 150_000) }),
  };
}

const isHasty = ({ patienceMs, ivrPatienceMs }: CallerPlan): boolean =>
  patienceMs < 32_000 || ivrPatienceMs !== undefined;

/** Everybody who rings up on a day, in order; some of those who gave up try again. @param busy how much more than usual by the hour */
export function callersOf(line: LineDay, random: Random, busy: (hour: number) => number): PastCaller[] {
  const callers: PastCaller[] = [];
  for (let at = line.from; at < line.until; at += 60 * MINUTE_MS) {
    const day = shanghaiDay(new Date(at));
    const hour = Math.round((at - momentOf(day, '00:00')) / (60 * MINUTE_MS));
    const expected = callsInHour(day, hour) * busy(hour) * (0.8 + 0.4 * random());
    const count = Math.floor(expected) + (chance(random, expected % 1) ? 1 : 0);
    for (let n = 0; n < count; n += 1) {
      const plan = planOf(random);
      const rings = at + between(random, 0, 60 * 60_000 - 1);
      callers.push({ at: rings, plan });
      if (isHasty(plan) && chance(random, 0.4)) {
        const again = { ...planOf(random), number: plan.number, patienceMs: 150_000 };
        callers.push({ at: rings + between(random, 3, 45) * MINUTE_MS, plan: again });
      }
    }
  }
  return callers.flatMap((one) => endsInTime(one, line) ?? []).sort((one, other) => one.at - other.at);
}

const LAST_CALL_MS = 9 * MINUTE_MS;

/** Nobody is on the line when the past ends: the present begins with an empty switchboard. */
function endsInTime({ at, plan }: PastCaller, { until }: LineDay): PastCaller | null {
  const left = until - at - LAST_CALL_MS;
  if (left < 30_000) return null;
  const { transferTo, transferAfterMs, ...alone } = plan;
  const talkMs = Math.min(plan.talkMs, left);
  const stays = transferTo === undefined || transferAfterMs === undefined || talkMs * 2 > left;
  return { at, plan: { ...(stays ? alone : plan), talkMs } };
}

import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, startOfShanghaiDay } from '@hotline/kernel';
import { between, chance, type Random, weighted } from './random.js';

/** Calls of an hour of the day: the line is open day and night, the day's peak is after nine and after two. */
const HOURS = [2, 1, 1, 1, 1, 2, 4, 9, 26, 42, 44, 34, 20, 22, 38, 40, 34, 26, 18, 17, 16, 12, 8, 4];
const HOUR_TOTAL = HOURS.reduce((sum, weight) => sum + weight, 0);
const WEEKEND = 0.45;

export interface CallMoments {
  readonly startedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant;
}

function hourOf(random: Random): number {
  let left = random() * HOUR_TOTAL;
  for (const [hour, weight] of HOURS.entries()) {
    left -= weight;
    if (left < 0) return hour;
  }
  return 10;
}

const weightOfDay = (midnight: number): number => {
  const weekday = new Date(midnight + 8 * HOUR_MS).getUTCDay();
  return weekday === 0 || weekday === 6 ? WEEKEND : 1;
};

/** `count` moments over the days up to `now`, in order; fewer fall on weekends and at night. */
export function callTimes(random: Random, firstDay: string, now: Instant, count: number): Instant[] {
  const first = startOfShanghaiDay(firstDay).getTime();
  const days = Math.ceil((now.getTime() - first) / DAY_MS);
  const midnights = Array.from({ length: days }, (_, index) => first + index * DAY_MS);
  const total = midnights.reduce((sum, midnight) => sum + weightOfDay(midnight), 0);
  const times = midnights.flatMap((midnight) => {
    const share = (count * weightOfDay(midnight)) / total;
    const calls = Math.floor(share) + (random() < share % 1 ? 1 : 0);
    return Array.from({ length: calls }, () => momentOf(random, midnight));
  });
  return times.sort((a, b) => a.getTime() - b.getTime()).filter((at) => at < now);
}

const momentOf = (random: Random, midnight: number): Instant =>
  new Date(midnight + hourOf(random) * HOUR_MS + Math.floor(random() * HOUR_MS));

/** An answered call: a few seconds of ringing, some minutes of talk. */
export function answeredCall(random: Random, startedAt: Instant): CallMoments {
  const answeredAt = new Date(
    startedAt.getTime() + between(random, 2, chance(random, 0.1) ? 70 : 14) * 1_000,
  );
  const endedAt = new Date(answeredAt.getTime() + between(random, 100, 840) * 1_000);
  return { startedAt, answeredAt, endedAt };
}

/** Most wait half a minute; some hang up before anybody could answer. */
export function abandonedCall(random: Random, startedAt: Instant): CallMoments {
  const seconds = chance(random, 0.2) ? between(random, 1, 4) : between(random, 12, 95);
  return { startedAt, answeredAt: null, endedAt: new Date(startedAt.getTime() + seconds * 1_000) };
}

export const shortCall = (random: Random, startedAt: Instant): CallMoments => ({
  startedAt,
  answeredAt: new Date(startedAt.getTime() + between(random, 2, 9) * 1_000),
  endedAt: new Date(startedAt.getTime() + MINUTE_MS),
});

export type DemoOutcome = 'answered' | 'abandoned' | 'transferred' | 'silent' | 'abusive';

export const outcomeOf = (random: Random): DemoOutcome =>
  weighted(random, { answered: 880, abandoned: 76, transferred: 20, silent: 20, abusive: 4 });

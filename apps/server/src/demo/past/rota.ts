import { between, chance, MINUTE_MS, type Random, seededRandom } from '@hotline/kernel';
import type { PastAgent, PastShift } from '@hotline/practice-line';
import {
  PRACTICE_QUEUE,
  PRACTICE_TELEPHONES,
  type PracticeTelephone,
  SECOND_QUEUE,
} from '../practice-telephones.js';
import { dayAfter, momentOf, numberOf, weekdayOf } from './calendar.js';

/** Parts of a day at the line; what lies between two is the meal. Past midnight where the end is before the beginning. */
export type Parts = readonly (readonly [from: string, to: string])[];

const EARLY: Parts = [
  ['07:30', '11:30'],
  ['12:15', '16:00'],
];
const LATE: Parts = [
  ['12:30', '16:30'],
  ['17:15', '21:00'],
];
const NIGHT: Parts = [['21:00', '07:30']];
const OFFICE: Parts = [
  ['08:30', '12:00'],
  ['13:00', '17:30'],
];
const OFF: Parts = [];
/** Five people in turn: whoever had the night is free on the day it ends. */
const TURNS: readonly Parts[] = [EARLY, EARLY, LATE, NIGHT, OFF];

/** What the roster says of a day. */
export function partsOf(account: string, day: string): Parts {
  const place = PRACTICE_TELEPHONES.filter(
    ({ person, queues }) => person !== undefined && queues.includes(PRACTICE_QUEUE),
  ).findIndex((one) => one.account === account);
  if (place < 0) return weekdayOf(day) <= 5 ? OFFICE : OFF;
  return TURNS[(numberOf(day) + place * 4) % TURNS.length] ?? OFF;
}

/** Nobody else is there in the evening and at night: whoever has it comes, and stays. */
const isAlone = (parts: Parts): boolean => parts === LATE || parts === NIGHT;

const seedOf = (text: string): number =>
  [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;

/** The same person on the same day always does the same. */
export const randomOf = (...of: string[]): Random => seededRandom(seedOf(of.join(' ')));

const ends = ([from, to]: readonly [string, string], day: string): number =>
  momentOf(to <= from ? dayAfter(day, 1) : day, to);

/** Nobody keeps a roster to the minute: some come late, some leave early, a meal takes longer, one day in forty he is ill. */
export function workedOf(account: string, day: string, short: boolean): PastShift[] {
  const parts = partsOf(account, day);
  const [first, last] = [parts[0], parts.at(-1)];
  const random = randomOf(account, day);
  if (!first || !last || (!isAlone(parts) && chance(random, 0.025))) return [];
  const late = chance(random, 0.12) ? between(random, 6, 24) : between(random, -4, 3);
  const early = chance(random, 0.1) ? between(random, 5, 20) : between(random, -2, 2);
  const from = momentOf(day, first[0]) + late * MINUTE_MS + between(random, 0, 59) * 1_000;
  const noon = ends(first, day);
  // Two of those who should be there go home at noon of the bad day.
  const to =
    short && !isAlone(parts) && chance(random, 0.35)
      ? noon
      : ends(last, day) - Math.max(early, parts === NIGHT ? 2 : -2) * MINUTE_MS;
  return [{ from, to, breaks: breaksOf(random, day, parts, from, to) }];
}

function breaksOf(random: Random, day: string, parts: Parts, from: number, to: number): PastShift['breaks'] {
  const pause = (at: number, reason: string, least: number, most: number) => ({
    at: at + between(random, -9, 9) * MINUTE_MS,
    lengthMs: between(random, least * 60, most * 60) * 1_000,
    reason,
  });
  const meals = parts.slice(1).map((_, place) => {
    const over = parts[place];
    return pause(over ? ends(over, day) : to, '用餐', 32, 47);
  });
  const rests = parts.map((part) => {
    const begins = momentOf(day, part[0]);
    return pause((begins + ends(part, day)) / 2, '小休', 6, chance(random, 0.15) ? 19 : 13);
  });
  const learns =
    weekdayOf(day) === 3 && parts === OFFICE ? [pause(momentOf(day, '16:00'), '培训', 30, 40)] : [];
  return [...meals, ...rests, ...learns].filter(
    ({ at }) => at > from + 10 * MINUTE_MS && at < to - 20 * MINUTE_MS,
  );
}

/** An agent of the past at his telephone; whoever is a caller's own agent is rung by others' calls last. */
export function agentOf(telephone: PracticeTelephone, shifts: readonly PastShift[]): PastAgent {
  const { address, name, queues, account } = telephone;
  const robot = telephone.person !== undefined;
  return {
    interface: address,
    name,
    queue: queues[0] ?? SECOND_QUEUE,
    penalty: account === 'agent' ? 2 : 1,
    shifts,
    answerMs: robot ? [2_200, 8_500] : [2_000, 9_500],
    wrapMs: [9_000, 55_000],
    deaf: 0.03,
    rejects: 0.012,
  };
}

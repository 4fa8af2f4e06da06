import { HOUR_MS, shanghaiDay, SHANGHAI_OFFSET_MS } from '@hotline/kernel';
import type { Fact } from './fact.js';
import { isDeadline, type MetricName } from './metrics.js';

/**
 * Hits and others of a class: an hour of the day for calls, tenths of working days for closed tickets. Calls that the
 * telephone told of also have `telephone` (in the rate), `beside` (left out) and `in-time` (the 15-second rate).
 */
export type Bins = Readonly<Record<string, readonly [number, number]>>;

export interface Sums {
  readonly denominator: number;
  readonly numerator: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly bins: Bins;
}

/** One number on one day for a unit with everything below it. */
export interface DailyKey {
  readonly metric: MetricName;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly day: string;
  readonly path: string;
}
export type Daily = DailyKey & Sums;

export const NOTHING: Sums = { denominator: 0, numerator: 0, excluded: {}, bins: {} };
export const dailyKey = ({ metric, day, path }: DailyKey): string => `${metric} ${day} ${path}`;

/** A fact counts at its unit and in the sums of every unit above it. */
export function linePaths(path: string): string[] {
  const labels = path.split('/').filter(Boolean);
  return labels.map((_, index) => `${labels.slice(0, index + 1).join('/')}/`);
}

function hourOf(at: Date): string {
  const local = at.getTime() + SHANGHAI_OFFSET_MS;
  return String(Math.floor(local / HOUR_MS) % 24);
}

function binsOf(fact: Fact): string[] {
  if (!fact.counted) return [];
  if (isDeadline(fact.metric)) return fact.amount === null ? [] : [String(fact.amount)];
  if (fact.metric !== 'connection') return [];
  return fact.callPace === null ? [hourOf(fact.at)] : [hourOf(fact.at), TELEPHONE_BIN];
}

export const TELEPHONE_BIN = 'telephone';
export const BESIDE_BIN = 'beside';
export const IN_TIME_BIN = 'in-time';

function sumsOf(fact: Fact, sign: 1 | -1): Sums {
  const own = fact.hit ? ([sign, 0] as const) : ([0, sign] as const);
  const bins: Record<string, readonly [number, number]> = {};
  for (const bin of binsOf(fact)) bins[bin] = own;
  if (fact.callPace !== null && !fact.counted) bins[BESIDE_BIN] = [0, sign];
  if (fact.callPace === 'in-time') bins[IN_TIME_BIN] = [sign, 0];
  if (fact.callPace === 'late') bins[IN_TIME_BIN] = [0, sign];
  return {
    denominator: fact.counted ? sign : 0,
    numerator: fact.hit ? sign : 0,
    excluded: fact.excluded ? { [fact.excluded]: sign } : {},
    bins,
  };
}

export function add(one: Sums, other: Sums): Sums {
  const excluded: Record<string, number> = { ...one.excluded };
  for (const [code, count] of Object.entries(other.excluded)) {
    excluded[code] = (excluded[code] ?? 0) + count;
    if (excluded[code] === 0) delete excluded[code];
  }
  const bins: Record<string, readonly [number, number]> = { ...one.bins };
  for (const [bin, [hits, others]] of Object.entries(other.bins)) {
    const [knownHits, knownOthers] = bins[bin] ?? [0, 0];
    bins[bin] = [knownHits + hits, knownOthers + others];
    if (bins[bin][0] === 0 && bins[bin][1] === 0) delete bins[bin];
  }
  return {
    denominator: one.denominator + other.denominator,
    numerator: one.numerator + other.numerator,
    excluded,
    bins,
  };
}

/** The sums to take away from a superior that loses these. */
export function negative({ denominator, numerator, excluded, bins }: Sums): Sums {
  return {
    denominator: -denominator,
    numerator: -numerator,
    excluded: Object.fromEntries(Object.entries(excluded).map(([code, count]) => [code, -count])),
    bins: Object.fromEntries(
      Object.entries(bins).map(([bin, [hits, others]]): [string, readonly [number, number]] => [
        bin,
        [-hits, -others],
      ]),
    ),
  };
}

const isZero = ({ denominator, numerator, excluded, bins }: Sums): boolean =>
  denominator === 0 && numerator === 0 && Object.keys({ ...excluded, ...bins }).length === 0;

/** A fact before and after; undefined where it was not there, or is no more. */
export interface FactChange {
  readonly before: Fact | undefined;
  readonly after: Fact | undefined;
}

/** What replacing facts does to the daily sums, by key. */
export function dailyChanges(changes: readonly FactChange[]): Daily[] {
  const byKey = new Map<string, Daily>();
  const book = (fact: Fact, sign: 1 | -1) => {
    const day = shanghaiDay(fact.at);
    for (const path of linePaths(fact.unit.path)) {
      const key = { metric: fact.metric, day, path };
      const known = byKey.get(dailyKey(key)) ?? { ...key, ...NOTHING };
      byKey.set(dailyKey(key), { ...key, ...add(known, sumsOf(fact, sign)) });
    }
  };
  for (const { before, after } of changes) {
    if (before) book(before, -1);
    if (after) book(after, 1);
  }
  return [...byKey.values()].filter((daily) => !isZero(daily));
}

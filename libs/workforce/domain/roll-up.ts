import type { Instant } from '@hotline/kernel';
import { beginningOf, type Grain } from './interval.js';
import { isNothing, nothingOf, plus, QUEUE_SUMS, type QueueSum, type Sums } from './sums.js';
import { addWaits, type Waits } from './waits.js';

/** What an interval of a queue is known by. */
export interface QueueKey {
  readonly sourceId: string;
  readonly queue: string;
  readonly at: Instant;
}

export interface QueueLoad extends QueueKey {
  readonly sums: Sums<QueueSum>;
  readonly answeredWaits: Waits;
  readonly abandonedWaits: Waits;
}

export const queueKey = ({ sourceId, queue, at }: QueueKey): string => `${sourceId}|${queue}|${at.getTime()}`;

export const emptyLoad = ({ sourceId, queue, at }: QueueKey): QueueLoad => ({
  sourceId,
  queue,
  at,
  sums: nothingOf(QUEUE_SUMS),
  answeredWaits: [],
  abandonedWaits: [],
});

/** @param sign −1 takes `b` away; the key of `a` stays */
export const addLoad = (a: QueueLoad, b: QueueLoad, sign: 1 | -1 = 1): QueueLoad => ({
  ...a,
  sums: plus(QUEUE_SUMS, a.sums, b.sums, sign),
  answeredWaits: addWaits(a.answeredWaits, b.answeredWaits, sign),
  abandonedWaits: addWaits(a.abandonedWaits, b.abandonedWaits, sign),
});

export const isEmptyLoad = (load: QueueLoad): boolean => isNothing(QUEUE_SUMS, load.sums);

/** What changes of days or months when quarters change: gathered by key. */
export function gather<T extends { readonly at: Instant }>(
  grain: Grain,
  changes: readonly T[],
  keyOf: (one: T) => string,
  add: (a: T, b: T) => T,
): T[] {
  const found = new Map<string, T>();
  for (const change of changes) {
    const moved = { ...change, at: beginningOf(grain, change.at) };
    const key = keyOf(moved);
    const known = found.get(key);
    found.set(key, known ? add(known, moved) : moved);
  }
  return [...found.values()];
}

/**
 * How long callers waited, so that any threshold of whole seconds can be asked later: element n (from 1) counts the waits
 * of at most n − 1 half steps. A whole number of seconds s is step 2s, anything between s and s + 1 is step 2s + 1, so
 * "at most 15 s" and "under 5 s" are both exact to the microsecond. The last element stands for all that follow.
 */
export type Waits = readonly number[];

/** Formulas ask for at most 600 s; what is longer is one step. */
export const LONGEST_STEP = 1_201;

const SECOND = 1_000_000;

export function stepOf(us: number): number {
  const seconds = Math.floor(us / SECOND);
  return Math.min(2 * seconds + (us % SECOND === 0 ? 0 : 1), LONGEST_STEP);
}

/** @param counts how many waits were of each step */
export function waitsOf(counts: ReadonlyMap<number, number>): number[] {
  const last = Math.max(-1, ...counts.keys());
  const waits: number[] = [];
  let sum = 0;
  for (let step = 0; step <= last; step += 1) {
    sum += counts.get(step) ?? 0;
    waits.push(sum);
  }
  return waits;
}

const at = (waits: Waits, index: number): number => waits[Math.min(index, waits.length - 1)] ?? 0;

/** Trailing elements that say nothing new are cut, so that equal waits are equal arrays. */
export function addWaits(a: Waits, b: Waits, sign: 1 | -1 = 1): number[] {
  const sum = Array.from(
    { length: Math.max(a.length, b.length) },
    (_, index) => at(a, index) + sign * at(b, index),
  );
  const total = sum.at(-1) ?? 0;
  const last = total === 0 ? 0 : sum.indexOf(total) + 1;
  return sum.slice(0, last);
}

/** Element (from 1) that counts the waits of at most `seconds`. */
export const upToElement = (seconds: number): number => 2 * seconds + 1;
/** Element that counts the waits under `seconds`; 0 where there can be none. */
export const underElement = (seconds: number): number => 2 * seconds;

/** In seconds, rounded up; 0 when nobody waited. */
export const longestWait = (waits: Waits): number => Math.ceil(Math.max(0, waits.length - 1) / 2);

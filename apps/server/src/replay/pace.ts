import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  /** Rows begun in a second, at most. */
  readonly rate: number;
  /** Rows under way at a time, at most. */
  readonly concurrency: number;
}

/**
 * Works through the items no faster than the pace allows, in order of beginning. Time lost in an outage is not made up
 * for by a burst. Ends early when `stop` is aborted; what is under way is always finished.
 * @throws the first fault of `work`, after the items under way have ended
 */
export async function pump<T>(
  items: AsyncIterable<T>,
  pace: Pace,
  stop: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const faults: unknown[] = [];
  let next = performance.now();
  for await (const item of items) {
    await sleep(Math.max(0, next - performance.now()), undefined, { signal: stop }).catch(() => undefined);
    next = Math.max(next + 1_000 / pace.rate, performance.now() - 100);
    if (running.size >= pace.concurrency) await Promise.race(running);
    if (stop.aborted || faults.length > 0) break;
    const one: Promise<void> = work(item)
      .catch((fault: unknown) => void faults.push(fault))
      .finally(() => running.delete(one));
    running.add(one);
  }
  await Promise.all(running);
  if (faults.length > 0) throw faults[0];
}

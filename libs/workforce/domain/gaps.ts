import type { Instant } from '@hotline/kernel';
import type { Bucket } from './interval.js';

/** Time a stream did not see; `mendedAt` where a log that was read later has filled it. */
export interface Gap {
  readonly sourceId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly restarted: boolean;
  readonly mendedAt: Instant | null;
}

/** How many seconds of a line nobody saw: the longest of any one source, mended ones left out. */
export function unseenSeconds({ at, until }: Bucket, gaps: readonly Gap[]): number {
  const bySource = new Map<string, number>();
  for (const { sourceId, from, to, mendedAt } of gaps) {
    const ms = Math.min(to.getTime(), until.getTime()) - Math.max(from.getTime(), at.getTime());
    if (mendedAt === null && ms > 0) bySource.set(sourceId, (bySource.get(sourceId) ?? 0) + ms);
  }
  return Math.ceil(Math.max(0, ...bySource.values()) / 1000);
}

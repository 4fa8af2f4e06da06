import type { Instant } from './clock.js';
import type { Transaction } from './unit-of-work.js';

/** A subtree that has moved: every path that begins with `from` now begins with `to`. */
export interface PathMove {
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * A room that keeps unit paths in rows of its own. After units have moved in the tree it rewrites them, some rows at a
 * time, each time in a transaction of its own; until it is done, both spellings are read.
 */
export interface PathKeeper {
  /** What a person watching the change reads: the table, such as `ticket`. */
  readonly name: string;
  /** Rewrites at most `most` rows; safe to repeat. @returns how many, 0 when nothing is left */
  rewrite(tx: Transaction, moves: readonly PathMove[], at: Instant, most: number): Promise<number>;
}

import type { Instant } from './clock.js';

/**
 * What a piece of work may see: the subtrees below these unit paths. It is a literal predicate in the SQL of every
 * read and the row-level security setting of every transaction.
 */
export interface Scope {
  readonly accountId: string | null;
  /** Unit paths, each ended by `/`; an empty list sees nothing. */
  readonly prefixes: readonly string[];
}

/** The whole tree: background jobs, sweeps and seeding, never a person's request. */
export const WHOLE_TREE: Scope = { accountId: null, prefixes: ['cn/'] };

/** The half-open text range [low, high) that holds exactly the paths below `prefix` (labels are `[a-z0-9]+`). */
export function pathRange(prefix: string): { low: string; high: string } {
  return { low: prefix, high: `${prefix.slice(0, -1)}0` };
}

/**
 * One database transaction in progress. Stores ask for it, and only `UnitOfWork` makes it, so that no write can
 * miss its transaction.
 */
export interface Transaction {
  readonly scope: Scope;
  readonly now: Instant;
  /** Runs after a successful commit, never after a rollback; a failing hook is logged and changes nothing. */
  afterCommit(hook: () => void): void;
}

export abstract class UnitOfWork {
  /** Commits when `work` resolves, rolls back when it rejects. The union tree stands still until then. */
  abstract run<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Like `run`, with no other writing transaction of any process beside it: for the moment the union tree changes. It
   * never keeps others waiting for longer than a blink; when it cannot be alone it steps back and tries again.
   * @throws Refused `unavailable` when others write without a pause
   */
  abstract runAlone<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** A read-only transaction: one snapshot for all its queries. */
  abstract read<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
}

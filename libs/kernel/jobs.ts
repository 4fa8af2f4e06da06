import type { Instant } from './clock.js';
import type { Transaction } from './unit-of-work.js';

/** Payloads carry ids only: a queue is copied, logged and looked at, so personal data must never be in it. */
export type JobPayload = Readonly<Record<string, string>>;

export interface JobDefinition<P extends JobPayload = JobPayload> {
  readonly queue: string;
  readonly name: string;
  readonly attempts: number;
  /** How many of its queue one process does at a time, where that is fewer than usual. */
  readonly atOnce?: number;
  /** Only a type carrier; never read. */
  readonly payload?: P;
}

export function defineJob<P extends JobPayload>(job: Omit<JobDefinition<P>, 'payload'>): JobDefinition<P> {
  return job;
}

/** Lower comes first. */
export const JOB_PRIORITY = { urgent: 1, general: 10 } as const;
export type JobPriority = keyof typeof JOB_PRIORITY;

/** A row of `outbox`, for a statement that writes it together with others. */
export interface OutboxRow {
  readonly id: string;
  readonly queue: string;
  readonly name: string;
  readonly payload: JobPayload;
  readonly priority: number;
  readonly created_at: Instant;
}

/** Jobs are written beside the facts they follow from and reach the queue only after the commit. */
export abstract class Outbox {
  /** For writers that save a round trip: they must insert the row in this transaction. */
  abstract row<P extends JobPayload>(
    tx: Transaction,
    job: JobDefinition<P>,
    payload: P,
    priority?: JobPriority,
  ): OutboxRow;

  abstract add<P extends JobPayload>(
    tx: Transaction,
    job: JobDefinition<P>,
    payload: P,
    priority?: JobPriority,
  ): Promise<string>;

  /** Several in one statement; an empty list costs nothing. */
  abstract addAll(tx: Transaction, jobs: readonly OutboxRow[]): Promise<void>;
}

/** Handles one job; must be safe to run twice. `outboxId` lets it mark the effect as done in its own transaction. */
export interface JobHandler<P extends JobPayload = JobPayload> {
  readonly job: JobDefinition<P>;
  handle(payload: P, outboxId: string): Promise<void>;
}

/** Work repeated by every worker process; an advisory lock lets one process at a time do it. */
export interface Sweep {
  readonly name: string;
  readonly everyMs: number;
  sweep(): Promise<void>;
}

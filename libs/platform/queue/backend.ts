import type { BulkJobOptions, Job } from 'bullmq';
import { createPostgresBackend, Queue as RedisQueue, Worker as RedisWorker, withBackend } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import pg from 'pg';
import { InvalidConfiguration } from '../config/configuration.js';
import { HeardClient } from '../database/connection.js';
import { QUEUE_SCHEMA } from '../database/migrate.js';

export interface QueuedJob {
  readonly name: string;
  readonly data: Record<string, string>;
  readonly opts: BulkJobOptions;
}

/** What our code needs of a BullMQ queue; both backends give the same. */
export interface AnyQueue {
  add(name: string, data: Record<string, string>, opts: BulkJobOptions): Promise<unknown>;
  addBulk(jobs: QueuedJob[]): Promise<unknown>;
  getJobCounts(): Promise<Record<string, number>>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface AnyWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  run(): Promise<void>;
  close(force?: boolean): Promise<void>;
}

export type Process = (job: Job) => Promise<void>;

export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  /** Refuses, with one sentence, a server that could lose jobs. */
  prepare(): Promise<void>;
  queue(name: string): AnyQueue;
  worker(name: string, process: Process, concurrency: number): AnyWorker;
  close(): Promise<void>;
}

// A worker killed with -9 gives its job back after about lock + interval: 10 s instead of BullMQ's 60 s.
const RECOVERY = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 5, runRetryDelay: 1_000 };
// The outbox remembers what was done, so the queue need not. Keeping the last thousand would make BullMQ look for those
// beyond them at every completion: on PostgreSQL 20 ms a job, and workers that delete the same rows deadlock.
const KEEP = { removeOnComplete: true, removeOnFail: { age: 14 * 86_400 } };

export const JOB_OPTIONS = { ...KEEP, backoff: { type: 'exponential', delay: 500 } as const };

// Every statement of the queue is a walk along one of its indexes. The planner does not know: the plans of BullMQ's
// functions are made while its tables are empty or just filled, without statistics, and are kept until autovacuum comes by;
// until then each claim read and sorted the whole backlog (4 ms instead of 0.05).
const WALK_INDEXES = '-c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off';

/** BullMQ on PostgreSQL: one sized pool, because every worker keeps one connection of it for LISTEN. */
export function postgresBackend(url: string, workers: number): QueueBackend {
  const pool = new pg.Pool({
    Client: HeardClient,
    connectionString: url,
    application_name: 'hotline-queue',
    max: workers * 2 + 8,
    keepAlive: true,
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
    options: `-c search_path=${QUEUE_SCHEMA} -c jit=off ${WALK_INDEXES}`,
  });
  pool.setMaxListeners(0);
  pool.on('error', () => undefined);
  const classes = withBackend(createPostgresBackend);
  return {
    kind: 'postgres',
    prepare: () => Promise.resolve(),
    queue: (name) =>
      new classes.Queue(name, { connection: pool, defaultJobOptions: JOB_OPTIONS }) as unknown as AnyQueue,
    worker: (name, process, concurrency) =>
      new classes.Worker(name, process, {
        connection: pool,
        concurrency,
        autorun: false,
        ...RECOVERY,
      }) as unknown as AnyWorker,
    close: () => pool.end(),
  };
}

const REDIS_SETTINGS = {
  connectTimeout: 3_000,
  keepAlive: 5_000,
  retryStrategy: (times: number) => Math.min(times * 100, 1_000),
};

function redisConnection(url: string, settings: RedisOptions): Redis {
  const connection = new Redis(url, { ...REDIS_SETTINGS, ...settings });
  // ioredis retries by itself; without a listener the first lost connection would end the process.
  connection.on('error', () => undefined);
  return connection;
}

/** BullMQ on Redis, for production; correctness never depends on it, the outbox does the remembering. */
export function redisBackend(url: string): QueueBackend {
  const producer = redisConnection(url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    lazyConnect: true,
  });
  const connections = [producer];
  return {
    kind: 'redis',
    prepare: async () => {
      await producer.connect();
      const [, policy] = (await producer.config('GET', 'maxmemory-policy')) as [string, string];
      if (policy !== 'noeviction') {
        throw new InvalidConfiguration(
          `QUEUE_URL points at a Redis with maxmemory-policy ${policy}; it must be noeviction.`,
        );
      }
    },
    queue: (name) =>
      new RedisQueue(name, { connection: producer, defaultJobOptions: JOB_OPTIONS }) as unknown as AnyQueue,
    worker: (name, process, concurrency) => {
      const connection = redisConnection(url, { maxRetriesPerRequest: null });
      connections.push(connection);
      const options = { connection, concurrency, autorun: false, ...RECOVERY };
      return new RedisWorker(name, process, options) as unknown as AnyWorker;
    },
    close: async () => {
      for (const connection of connections) connection.disconnect();
    },
  };
}

export function openBackend(queueUrl: string, databaseUrl: string, workers: number): QueueBackend {
  return queueUrl === 'postgres' ? postgresBackend(databaseUrl, workers) : redisBackend(queueUrl);
}

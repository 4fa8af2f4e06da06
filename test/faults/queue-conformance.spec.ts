import { defineJob, type JobHandler, type Transaction, WHOLE_TREE } from '@hotline/kernel';
import {
  claimEffect,
  CONCURRENCY,
  forgetLostJobs,
  indexHandlers,
  openBackend,
  OutboxRelay,
  PgOutbox,
  Queues,
  createLog,
  WorkerHost,
} from '@hotline/platform';
import { eventually } from '../support/eventually.js';
import { REDIS_SERVER, type RedisServer, startRedis } from '../support/redis-server.js';
import { type TestDatabase, testDatabase } from '../support/test-database.js';

const COUNT = defineJob<{ subject: string }>({ queue: 'conformance', name: 'count', attempts: 3 });
const log = createLog('silent');

/** One process's worth of outbox, relay, queue and worker, over the given backend. */
class House {
  readonly seen: string[] = [];
  readonly failing = new Set<string>();
  readonly relay: OutboxRelay;
  readonly outbox: PgOutbox;
  readonly queues: Queues;
  private readonly host: WorkerHost;

  constructor(
    private readonly test: TestDatabase,
    queueUrl: string,
  ) {
    this.queues = new Queues(openBackend(queueUrl, test.url, 1), [COUNT], log);
    this.relay = new OutboxRelay({
      work: test.work,
      queueOf: this.queues.of,
      attemptsOf: this.queues.attemptsOf,
      onError: () => undefined,
    });
    this.outbox = new PgOutbox(() => this.relay.nudge());
    const handler: JobHandler<{ subject: string }> = {
      job: COUNT,
      handle: (payload, id) => this.count(payload.subject, id),
    };
    this.host = new WorkerHost(
      this.queues.backend,
      indexHandlers([handler as JobHandler]),
      test.work,
      log,
      () => undefined,
    );
  }

  private async count(subject: string, outboxId: string): Promise<void> {
    if (this.failing.has(subject)) throw new Error('told to fail');
    await this.test.work.run(WHOLE_TREE, async (tx) => {
      if (await claimEffect(tx, outboxId)) tx.afterCommit(() => this.seen.push(subject));
    });
  }

  add(subject: string, priority: 'urgent' | 'general' = 'general'): Promise<string> {
    return this.test.work.run(WHOLE_TREE, (tx) => this.outbox.add(tx, COUNT, { subject }, priority));
  }

  async open(): Promise<void> {
    await this.queues.backend.prepare();
  }

  work(): Promise<void> {
    return this.host.start();
  }

  async close(): Promise<void> {
    await this.host.stop();
    await this.relay.stop();
    await this.queues.close();
  }
}

const backends = [
  ['postgres', true],
  ['redis', REDIS_SERVER !== null],
] as const;

describe.each(backends)('the queue on %s', (kind, here) => {
  const run = here ? it : it.skip;
  let test: TestDatabase;
  let redis: RedisServer | null = null;
  let house: House;

  beforeEach(async () => {
    if (!here) return;
    test = await testDatabase();
    redis = kind === 'redis' ? await startRedis() : null;
    house = new House(test, redis?.url ?? 'postgres');
    await house.open();
  });

  afterEach(async () => {
    if (!here) return;
    await house.close();
    await redis?.stop();
    await test.close();
  });

  const outboxRow = async (id: string) => {
    const { rows } = await test.owner.query('select dispatched_at, done_at from outbox where id = $1', [id]);
    return rows[0] as { dispatched_at: Date | null; done_at: Date | null };
  };

  run('does each committed job once', async () => {
    await house.work();
    const subjects = Array.from({ length: 40 }, (_, n) => `s${n}`);
    for (const subject of subjects) await house.add(subject);
    await eventually('all done', async () => house.seen.length === subjects.length);
    expect([...house.seen].sort()).toEqual([...subjects].sort());
  });

  run('knows nothing of a job whose transaction rolled back', async () => {
    const rolledBack = test.work.run(WHOLE_TREE, async (tx: Transaction) => {
      await house.outbox.add(tx, COUNT, { subject: 'never' });
      throw new Error('business says no');
    });
    await expect(rolledBack).rejects.toThrow('business says no');
    await house.work();
    await house.add('after');
    await eventually('the next job is done', async () => house.seen.includes('after'));
    expect(house.seen).toEqual(['after']);
  });

  run('does urgent work first', async () => {
    for (let n = 0; n < 60; n += 1) await house.add(`general-${n}`);
    await house.add('urgent', 'urgent');
    await eventually('all relayed', async () => {
      const { rows } = await test.owner.query('select 1 from outbox where dispatched_at is null');
      return rows.length === 0;
    });
    await house.work();
    await eventually('all done', async () => house.seen.length === 61);
    // So many jobs run at once that "first" means among the first of them to finish.
    expect(house.seen.indexOf('urgent')).toBeLessThan(CONCURRENCY);
  });

  run('changes nothing when a job is delivered twice', async () => {
    await house.work();
    const id = await house.add('twice');
    await eventually('done', async () => house.seen.length === 1);
    await wipe(kind, test, redis);
    await test.owner.query('update outbox set dispatched_at = null where id = $1', [id]);
    house.relay.nudge();
    await eventually('relayed again', async () => (await outboxRow(id)).dispatched_at !== null);
    await house.add('last');
    await eventually('the last is done', async () => house.seen.includes('last'));
    expect(house.seen).toEqual(['twice', 'last']);
  });

  run('retries, then buries what fails for good, with no words of the payload', async () => {
    house.failing.add('poison');
    await house.work();
    const poison = await house.add('poison');
    await house.add('healthy');
    await eventually('the healthy one is done', async () => house.seen.includes('healthy'));
    const letter = await eventually('buried', async () => {
      const { rows } = await test.owner.query('select * from dead_letter where outbox_id = $1', [poison]);
      return rows[0] ?? null;
    });
    expect(letter).toMatchObject({ queue: 'conformance', name: 'count', attempts: 3, error: 'Error' });
    expect((await outboxRow(poison)).done_at).toBeNull();
  });

  run('does what the queue has lost', async () => {
    const id = await house.add('lost');
    await eventually('relayed', async () => (await outboxRow(id)).dispatched_at !== null);
    await wipe(kind, test, redis);
    test.clock.advance(61_000);
    const found = await test.work.run(WHOLE_TREE, (tx) => forgetLostJobs(tx));
    expect(found).toBe(1);
    house.relay.nudge();
    await house.work();
    await eventually('done after all', async () => house.seen.includes('lost'));
  });
});

async function wipe(kind: string, test: TestDatabase, redis: RedisServer | null): Promise<void> {
  if (kind === 'postgres') {
    await test.owner.query('delete from bullmq.job');
    return;
  }
  const { Redis } = await import('ioredis');
  const client = new Redis(redis?.url ?? '');
  await client.flushall();
  client.disconnect();
}

(REDIS_SERVER ? describe : describe.skip)('a Redis that may evict', () => {
  it('is refused at the start, naming the variable', async () => {
    const redis = await startRedis('allkeys-lru');
    const backend = openBackend(redis.url, 'postgres://unused', 1);
    await expect(backend.prepare()).rejects.toThrow(/QUEUE_URL .* allkeys-lru; it must be noeviction/);
    await backend.close();
    await redis.stop();
  });
});

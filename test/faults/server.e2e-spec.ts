import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Behind } from '../support/behind.js';
import { eventually } from '../support/eventually.js';
import { Person } from '../support/hotline.js';
import { aCase } from '../support/moves.js';
import { startPostgresIn, type ThrowAwayPostgres } from '../support/postgres-server.mjs';
import { REDIS_SERVER, type RedisServer, startRedis } from '../support/redis-server.js';
import { ServerProcess } from '../support/server-process.js';

const ROUTE = ['cn', '440000', '440300', '440305'];

/** Agents that never give up: each call is repeated with its key until somebody answers it. */
class Load {
  /** Key of a call to the ticket it was told of. */
  readonly acked = new Map<string, string>();
  readonly odd: string[] = [];
  private stopping = false;
  private sent = 0;
  private readonly lanes: Promise<void>[];

  constructor(
    private readonly agent: Person,
    private readonly name: string,
    lanes = 4,
    private readonly most = Infinity,
  ) {
    this.lanes = Array.from({ length: lanes }, () => this.lane());
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.done();
  }

  async done(): Promise<void> {
    await Promise.all(this.lanes);
  }

  private async lane(): Promise<void> {
    while (!this.stopping && this.sent < this.most) {
      this.sent += 1;
      const key = `${this.name}-${String(this.sent).padStart(6, '0')}`;
      const body = aCase();
      await eventually(`${key} is answered`, () => this.attempt(key, body), 60_000);
    }
  }

  private async attempt(key: string, body: object): Promise<boolean> {
    const answer = await this.agent
      .raw('/api/tickets', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        signal: AbortSignal.timeout(15_000),
      })
      .catch(() => null);
    if (!answer) return false;
    const text = await answer.text().catch(() => '');
    if (answer.status === 201 && text.endsWith('}')) {
      this.acked.set(key, (JSON.parse(text) as { id: string }).id);
      return true;
    }
    if (![201, 503, 409].includes(answer.status)) this.odd.push(`${answer.status} ${text.slice(0, 200)}`);
    return false;
  }
}

const BACKENDS = [
  ['PostgreSQL', null, 8],
  ['Redis', REDIS_SERVER, 2],
] as const;

describe.each(BACKENDS)('a server with its queue on %s', (backend, program, kills) => {
  if (backend === 'Redis' && !program) {
    it.skip('LEFT OUT: no redis-server on PATH', () => undefined);
    return;
  }
  let folder: string;
  let postgres: ThrowAwayPostgres;
  let redis: RedisServer | null = null;
  let server: ServerProcess;
  let behind: Behind;
  let agent: Person;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hotline-faults-'));
    postgres = await startPostgresIn(folder);
    redis = backend === 'Redis' ? await startRedis() : null;
    server = await ServerProcess.of({
      databaseUrl: postgres.url,
      ownerUrl: postgres.ownerUrl,
      queueUrl: redis?.url,
    });
    await server.start();
    behind = await Behind.of({ url: postgres.ownerUrl });
    agent = await new Person(server.base).signIn('agent');
  }, 60_000);

  afterAll(async () => {
    await server?.end('SIGKILL');
    await behind?.close().catch(() => undefined);
    await redis?.stop();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Told once, stored once: as many tickets as calls, each the one its caller was told of. */
  async function storedOnce(load: Load, name: string): Promise<void> {
    expect(load.odd).toEqual([]);
    expect(load.acked.size).toBeGreaterThan(0);
    expect(new Set(load.acked.values()).size).toBe(load.acked.size);
    const kept = await behind.rows<{ key: string; id: string }>(
      `select i.key, t.id from idempotency i join ticket t on t.id = i.resource_id where i.key like $1`,
      [`${name}-%`],
    );
    expect(new Map(kept.map((one) => [one.key, one.id]))).toEqual(load.acked);
    expect(await behind.count('ticket')).toBe(await behind.count('idempotency'));
  }

  /** Every ticket has gone the whole way, once, and its story has no gap. */
  async function allArrived(withinMs = 45_000): Promise<void> {
    await eventually(
      'every ticket has reached its county',
      async () => {
        const [left] = await behind.rows<{ n: number }>(
          `select count(*)::integer as n from ticket where state <> 'dispatched'`,
        );
        return left?.n === 0;
      },
      withinMs,
    );
    const astray = await behind.rows(
      `select t.id, array_agg(u.code order by h.seq) as way from ticket t join hop h on h.ticket_id = t.id
       join unit u on u.id = h.to_unit_id group by t.id having array_agg(u.code order by h.seq) <> $1`,
      [ROUTE],
    );
    expect(astray).toEqual([]);
    const gaps = await behind.rows(
      `select ticket_id from event where ticket_id is not null group by ticket_id
       having count(*) <> max(seq) or count(distinct seq) <> count(*)`,
    );
    expect(gaps).toEqual([]);
    expect(await behind.count('dead_letter')).toBe(0);
  }

  it(`killed ${kills} times while agents work: every answered call is one ticket, and every ticket arrives`, async () => {
    const load = new Load(agent, 'killed');
    for (let kill = 1; kill <= kills; kill += 1) {
      const enough = load.acked.size + 8;
      await eventually('agents get on', async () => load.acked.size >= enough, 60_000);
      await server.end('SIGKILL');
      await server.start();
    }
    await load.stop();
    await storedOnce(load, 'killed');
    await allArrived();
  }, 120_000);

  it('killed over a backlog of hops: none is lost, none is done twice', async () => {
    const load = new Load(agent, 'backlog', 8, 60);
    await load.done();
    await server.end('SIGKILL');
    await server.start();
    await storedOnce(load, 'backlog');
    await allArrived();
  }, 90_000);

  it('its queue wiped in the middle: the outbox remembers', async () => {
    const load = new Load(agent, 'wiped', 8, 60);
    await eventually('some are on their way', async () => load.acked.size > 20);
    await wipe();
    await load.done();
    // A minute passes.
    await behind.rows(
      `update outbox set dispatched_at = dispatched_at - interval '61 seconds' where done_at is null`,
    );
    await storedOnce(load, 'wiped');
    await allArrived();
  }, 90_000);

  async function wipe(): Promise<void> {
    if (redis) {
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
      return;
    }
    await behind.rows('truncate bullmq.job cascade');
  }

  if (backend === 'PostgreSQL') {
    it('its database killed under load: back within ten seconds, nothing answered is lost', async () => {
      const load = new Load(agent, 'crashed');
      await eventually('agents get on', async () => load.acked.size > 20);
      await behind.close();
      process.kill(postgres.pid, 'SIGKILL');
      postgres = await startPostgresIn(folder, postgres.port);
      const took = await server.ready();
      expect(took).toBeLessThan(10_000);
      behind = await Behind.of({ url: postgres.ownerUrl });
      const enough = load.acked.size + 20;
      await eventually('agents get on again', async () => load.acked.size > enough);
      await load.stop();
      await storedOnce(load, 'crashed');
      await allArrived();
    }, 90_000);

    it('its connections cut again and again: it stays up and loses nothing', async () => {
      const load = new Load(agent, 'cut');
      for (let cut = 0; cut < 15; cut += 1) {
        const enough = load.acked.size + 3;
        await eventually('agents get on', async () => load.acked.size >= enough);
        await behind.rows(
          `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and application_name like 'hotline%'`,
        );
      }
      await load.stop();
      expect(server.running).toBe(true);
      await storedOnce(load, 'cut');
      await allArrived();
    }, 90_000);
  }

  it('told to stop: not ready first, then what runs is finished, then a clean end', async () => {
    await behind.rows('begin');
    await behind.rows('lock table ticket in share row exclusive mode');
    const load = new Load(agent, 'stopped', 1, 1);
    await eventually('a call waits', async () => {
      const [waiting] = await behind.rows<{ n: number }>(
        `select count(*)::integer as n from pg_locks where not granted`,
      );
      return (waiting?.n ?? 0) > 0;
    });
    const ended = server.end('SIGTERM');
    const seen: number[] = [];
    await eventually('it is not ready', async () => {
      seen.push(await server.readiness());
      return seen.at(-1) !== 200;
    });
    expect(seen.at(-1)).toBe(503);
    await behind.rows('commit');
    await load.done();
    expect(await ended).toBe(0);
    await storedOnce(load, 'stopped');
    await server.start();
    await allArrived();
  }, 60_000);
});

import {
  between,
  chance,
  newId,
  type PathMove,
  type Random,
  seededRandom,
  WHOLE_TREE,
} from '@hotline/kernel';
import { plainSubtreeSums, subtreeSums } from '../../../test/support/subtree-sums.js';
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.js';
import type { Grain } from '../domain/interval.js';
import { AGENT_SUMS, nothingOf, QUEUE_SUMS } from '../domain/sums.js';
import { waitsOf } from '../domain/waits.js';
import { AgentStore } from './agent-store.js';
import { WORKFORCE_PATHS } from './paths.js';
import { QueueStore } from './queue-store.js';

const PATHS = ['cn/', 'cn/44/', 'cn/44/4403/', 'cn/44/4403/05/', 'cn/43/', 'cn/43/4301/'];
const GRAINS: readonly Grain[] = ['quarter', 'day', 'month'];
/** A unit that goes to another province and comes back. */
const MOVES: readonly PathMove[] = [
  { unitId: '', from: 'cn/44/4403/', to: 'cn/43/4403/' },
  { unitId: '', from: 'cn/43/4403/', to: 'cn/44/4403/' },
  { unitId: '', from: 'cn/43/', to: 'cn/44/43/' },
  { unitId: '', from: 'cn/44/43/', to: 'cn/43/' },
];

describe('the sums of units', () => {
  let test: TestDatabase;
  const sources = [newId(), newId()];
  const accounts = [newId(), newId(), newId()];
  beforeEach(async () => {
    test = await testDatabase();
    const unit = newId();
    await test.owner.query(
      `insert into unit (id, code, name, short_name, kind, level, path) values ($1, 'cn', '全国', '全国', 'territorial', 'national', 'cn/')`,
      [unit],
    );
    for (const [n, id] of sources.entries())
      await test.owner.query(
        `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, created_at, changed_at)
         values ($1, $2, 'ami', $3, 'cn/', '{}', now(), now())`,
        [id, `s${n}`, unit],
      );
    for (const [n, id] of accounts.entries())
      await test.owner.query('insert into account (id, name, display_name) values ($1, $2, $2)', [
        id,
        `a${n}`,
      ]);
  });
  afterEach(() => test.close());

  const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const moment = (random: Random): Date => new Date(Date.UTC(2026, 2, 10) + between(random, 0, 3) * 900_000);

  function queueLoad(random: Random) {
    const gone = chance(random, 0.2);
    const sums = nothingOf(QUEUE_SUMS);
    if (!gone) for (const name of QUEUE_SUMS) sums[name] = between(random, 0, 3);
    const waits = () =>
      gone ? [] : waitsOf(new Map([1, 2].map(() => [between(random, 0, 40), between(random, 1, 3)])));
    return {
      sourceId: pick(random, sources),
      queue: pick(random, ['', '400']),
      at: moment(random),
      path: pick(random, PATHS),
      sums,
      answeredWaits: waits(),
      abandonedWaits: waits(),
    };
  }

  function agentLoad(random: Random) {
    const sums = nothingOf(AGENT_SUMS);
    if (chance(random, 0.8)) for (const name of AGENT_SUMS) sums[name] = between(random, 0, 3);
    return { accountId: pick(random, accounts), at: moment(random), path: pick(random, PATHS), sums };
  }

  const changed = (random: Random) =>
    test.work.run(WHOLE_TREE, async (tx) => {
      const [queues, agents] = [new QueueStore(), new AgentStore()];
      await queues.write(tx, pick(random, GRAINS), [queueLoad(random)]);
      await agents.write(tx, pick(random, GRAINS), [agentLoad(random)]);
    });

  async function moved(move: PathMove): Promise<void> {
    for (const keeper of WORKFORCE_PATHS)
      while ((await test.work.run(WHOLE_TREE, (tx) => keeper.rewrite(tx, [move], tx.now, 3))) > 0);
  }

  it.each([1, 2, 3])(
    'equal the rows of the unit and of all below it, whatever comes, goes or moves (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      for (let step = 0; step < 120; step += 1) {
        if (chance(random, 0.06)) await moved(pick(random, MOVES));
        else await changed(random);
        if (step % 10 === 9)
          for (const name of ['queue', 'agent'] as const)
            expect(await subtreeSums(test.owner, name)).toEqual(await plainSubtreeSums(test.owner, name));
      }
    },
  );

  it('are made from what is on record when they are introduced', async () => {
    const random = seededRandom(9);
    for (let step = 0; step < 60; step += 1) await changed(random);
    const before = await subtreeSums(test.owner, 'queue');
    expect(Object.keys(before).length).toBeGreaterThan(10);
    const { SubtreeSums0067 } = await import('../../platform/migrations/0067-subtree-sums.js');
    const runner = test.database.createQueryRunner();
    const migration = new SubtreeSums0067();
    const owner = { query: (text: string) => test.owner.query(text) } as unknown as typeof runner;
    await migration.down(owner);
    await migration.up(owner);
    await runner.release();
    expect(await subtreeSums(test.owner, 'queue')).toEqual(before);
  });
});

import { between, chance, seededRandom } from '@hotline/kernel';
import { plainAgentSums, plainQueueSums, type PlainSums } from '../../../test/support/plain-intervals.js';
import { RandomCalls } from '../../../test/support/random-calls.js';
import { plainSubtreeSums, subtreeSums } from '../../../test/support/subtree-sums.js';
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.js';
import { AgentRecount } from '../data/agent-recount.js';
import { AgentStore } from '../data/agent-store.js';
import { IntervalNotes } from '../data/interval-notes.js';
import { QueueRecount } from '../data/queue-recount.js';
import { QueueStore } from '../data/queue-store.js';
import { Recounts } from '../data/recounts.js';
import { AGENT_SUMS, QUEUE_SUMS } from '../domain/sums.js';
import { RollUpCalls } from './roll-up-calls.js';

async function kept(
  test: TestDatabase,
  table: string,
  key: string,
  names: readonly string[],
): Promise<PlainSums> {
  const { rows } = await test.owner.query(
    `select *, grain || '|' || (extract(epoch from at) * 1000000)::bigint || '|' || ${key} as place from ${table}`,
  );
  return Object.fromEntries(
    rows.map((row) => {
      const sums = names.filter((name) => Number(row[name]) !== 0).map((name) => [name, Number(row[name])]);
      const waits = ['answered_waits', 'abandoned_waits'].filter((name) => row[name]?.length > 0);
      return [row.place, Object.fromEntries([...sums, ...waits.map((name) => [name, row[name]])])];
    }),
  );
}

describe('the sums of calls', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await testDatabase();
  });
  afterEach(() => test.close());

  it.each([1, 2, 3])(
    'equal a recount from the rows, whatever changed and in which order (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const rollUp = new RollUpCalls(
        test.work,
        new IntervalNotes(),
        new QueueStore(),
        new AgentStore(),
        new Recounts(new QueueRecount(), new AgentRecount()),
      );
      const calls = new RandomCalls(test.owner, random, () => test.clock.now());
      await calls.prepare();
      for (let round = 0; round < 3; round += 1) {
        for (let step = 0; step < 40; step += 1) {
          await calls.step();
          if (chance(random, 0.1)) test.clock.advance(between(random, 1, 1200) * 1000);
          if (chance(random, 0.1)) await rollUp.run(chance(random, 0.5) ? 0 : 60_000);
        }
        await rollUp.all(0);
        expect(await kept(test, 'queue_interval', `source_id || '|' || queue`, QUEUE_SUMS)).toEqual(
          await plainQueueSums(test.owner),
        );
        for (const name of ['queue', 'agent'] as const)
          expect(await subtreeSums(test.owner, name)).toEqual(await plainSubtreeSums(test.owner, name));
        const plain = Object.entries(await plainAgentSums(test.owner, test.clock.now()));
        expect(await kept(test, 'agent_interval', 'account_id', AGENT_SUMS)).toEqual(
          Object.fromEntries(plain.filter(([, sums]) => Object.values(sums).some((value) => value !== 0))),
        );
      }
    },
    90_000,
  );
});

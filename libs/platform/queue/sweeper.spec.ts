import type { Sweep } from '@hotline/kernel';
import { eventually } from '../../../test/support/eventually.js';
import { testDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { Sweeper } from './sweeper.js';

// Three times as many as the pool of the test has connections, all due in the same moment.
const SWEEPS = 30;
const ROUNDS = 3;

describe('sweeps', () => {
  let test: TestDatabase;
  beforeAll(async () => (test = await testDatabase()));
  afterAll(() => test.close());

  function many(done: number[], inside: { now: number; most: number }): Sweep[] {
    return Array.from({ length: SWEEPS }, (_, n) => ({
      name: `sweep-${n}`,
      everyMs: 100,
      sweep: async () => {
        inside.now += 1;
        inside.most = Math.max(inside.most, inside.now);
        await test.database.query('select pg_sleep(0.02)');
        inside.now -= 1;
        done[n] = (done[n] ?? 0) + 1;
      },
    }));
  }

  it('all run, though they are more than there are connections', async () => {
    const warnings: unknown[] = [];
    const log = {
      info: () => undefined,
      warn: (facts: object) => warnings.push(facts),
      error: () => undefined,
    };
    const done = Array.from({ length: SWEEPS }, () => 0);
    const inside = { now: 0, most: 0 };
    const sweeper = new Sweeper(test.database, many(done, inside), log as never);
    sweeper.start();
    await eventually('each has had its rounds', async () => done.every((rounds) => rounds >= ROUNDS));
    await sweeper.stop();
    expect(warnings).toEqual([]);
    expect(inside.most).toBeGreaterThan(1);
  });

  it('of two processes one does each at a time', async () => {
    let [now, most, rounds] = [0, 0, 0];
    const alone: Sweep = {
      name: 'alone',
      everyMs: 20,
      sweep: async () => {
        now += 1;
        most = Math.max(most, now);
        await test.database.query('select pg_sleep(0.03)');
        now -= 1;
        rounds += 1;
      },
    };
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const processes = [1, 2].map(() => new Sweeper(test.database, [alone], log as never));
    for (const one of processes) one.start();
    await eventually('some rounds', async () => rounds >= 10);
    await Promise.all(processes.map((one) => one.stop()));
    expect(most).toBe(1);
  });
});

import { randomUUID } from 'node:crypto';
import { eventually } from '../../../test/support/eventually.js';
import { testDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openDatabase } from './connection.js';
import { SessionLocks } from './session-locks.js';

const POOL = 10;

describe('locks of a session', () => {
  let test: TestDatabase;
  let here: SessionLocks;
  beforeAll(async () => (test = await testDatabase()));
  afterAll(() => test.close());
  beforeEach(() => (here = new SessionLocks(test.database)));

  const sessions = async (): Promise<number[]> => {
    const { rows } = await test.owner.query<{ pid: number }>(
      `select distinct l.pid from pg_locks l join pg_database d on d.oid = l.database
       where l.locktype = 'advisory' and d.datname = current_database() order by 1`,
    );
    return rows.map(({ pid }) => pid);
  };
  const must = async (id: string) => {
    const lock = await here.take(id);
    if (!lock) throw new Error('the lock is taken');
    return lock;
  };

  it('cost one connection, however many there are', async () => {
    const locks = [];
    for (let n = 0; n < 3 * POOL; n += 1) locks.push(await must(randomUUID()));
    expect(await sessions()).toHaveLength(1);
    expect(await Promise.all(locks.map((lock) => lock.held()))).not.toContain(false);
    for (const lock of locks) await lock.release();
    expect(await sessions()).toEqual([]);
  });

  it('keep out this process and every other until they are given back', async () => {
    const id = randomUUID();
    const other = await openDatabase({ url: test.url, poolSize: 2, entities: [] }).initialize();
    const there = new SessionLocks(other);
    const lock = await must(id);
    const beside = await must(randomUUID());
    expect([await here.take(id), await there.take(id)]).toEqual([null, null]);
    await lock.release();
    expect(await lock.held()).toBe(false);
    const theirs = await there.take(id);
    expect([await theirs?.held(), await here.take(id), await beside.held()]).toEqual([true, null, true]);
    await theirs?.release();
    await beside.release();
    await other.destroy();
  });

  it('are all lost with their connection, and can be taken again', async () => {
    const id = randomUUID();
    const lock = await must(id);
    const beside = await must(randomUUID());
    for (const pid of await sessions()) await test.owner.query('select pg_terminate_backend($1)', [pid]);
    expect([await lock.held(), await beside.held()]).toEqual([false, false]);
    // The pool may hand out a connection that has not heard of its end yet; the next round asks again.
    const again = await eventually('the lock is free again', () => here.take(id).catch(() => null));
    await lock.release();
    expect(await again.held()).toBe(true);
    await again.release();
  });
});

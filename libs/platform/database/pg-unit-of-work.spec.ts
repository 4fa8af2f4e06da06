import { type Transaction, WHOLE_TREE } from '@hotline/kernel';
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.js';
import { changed, row, rows } from './sql.js';

describe('the unit of work', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.close());

  const settings = (tx: Transaction) =>
    row(
      tx,
      `select current_user as role, current_setting('app.scope') as scope, current_setting('app.account') as account`,
    );

  it('works as the bound role, with the scope of the piece of work', async () => {
    const scope = { accountId: '00000000-0000-7000-8000-000000000001', prefixes: ['cn/44/', 'cn/43/4301/'] };
    const seen = await test.work.run(scope, settings);
    expect(seen).toEqual({ role: 'hotline_app', scope: 'cn/44/,cn/43/4301/', account: scope.accountId });
  });

  it('leaves no scope behind on a pooled connection', async () => {
    await test.work.run(WHOLE_TREE, settings);
    const left = await test.database.query(`select nullif(current_setting('app.scope', true), '') as scope`);
    expect(left).toEqual([{ scope: null }]);
  });

  it.each([["cn/44/'; drop table ticket; --"], ['cn'], ['/'], ['CN/44/'], ['']])(
    'refuses %j for a path',
    async (prefix) => {
      await expect(test.work.run({ accountId: null, prefixes: [prefix] }, settings)).rejects.toThrow(
        'not a unit path',
      );
    },
  );

  it('runs hooks after a commit, none after a rollback', async () => {
    const heard: string[] = [];
    await test.work.run(WHOLE_TREE, async (tx) => tx.afterCommit(() => heard.push('kept')));
    const failed = test.work.run(WHOLE_TREE, async (tx) => {
      tx.afterCommit(() => heard.push('lost'));
      await rows(tx, 'select 1/0');
    });
    await expect(failed).rejects.toThrow('division by zero');
    expect(heard).toEqual(['kept']);
  });

  it('cannot write in a read', async () => {
    const write = test.work.read(WHOLE_TREE, (tx) => changed(tx, `delete from idempotency`));
    await expect(write).rejects.toThrow('read-only transaction');
  });

  it('gives its connection back whatever happens: 60 failures, a pool of 10', async () => {
    const attempts = Array.from({ length: 60 }, (_, n) =>
      test.work.run(WHOLE_TREE, (tx) =>
        rows(tx, n % 2 ? 'select 1/0' : 'select pg_terminate_backend(pg_backend_pid())'),
      ),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.every((one) => one.status === 'rejected')).toBe(true);
    expect(await test.work.read(WHOLE_TREE, (tx) => row(tx, 'select 1 as alive'))).toEqual({ alive: 1 });
  });

  it('finishes 50 transactions at once on the pool of 10', async () => {
    const all = await Promise.all(
      Array.from({ length: 50 }, () => test.work.run(WHOLE_TREE, (tx) => rows(tx, 'select 1 as one'))),
    );
    expect(all).toHaveLength(50);
  });
});

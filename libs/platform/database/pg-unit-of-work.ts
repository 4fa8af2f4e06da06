import type { PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { type Clock, isId, type Scope, type Transaction, UnitOfWork } from '@hotline/kernel';

const PATH = /^([a-z0-9]+\/)+$/;

/** The statement that opens a transaction: one round trip sets the mode and the scope row-level security reads. */
function opening(scope: Scope, mode: string): string {
  const account = scope.accountId ?? '';
  if (account !== '' && !isId(account)) throw new Error('scope: not an account id');
  for (const prefix of scope.prefixes) if (!PATH.test(prefix)) throw new Error('scope: not a unit path');
  return (
    `begin ${mode}; select set_config('app.scope', '${scope.prefixes.join(',')}', true), ` +
    `set_config('app.account', '${account}', true)`
  );
}

export class PgTransaction implements Transaction {
  private readonly hooks: (() => void)[] = [];

  constructor(
    readonly scope: Scope,
    readonly now: Date,
    readonly client: PoolClient,
    readonly manager: EntityManager,
  ) {}

  afterCommit(hook: () => void): void {
    this.hooks.push(hook);
  }

  committed(onError: (error: unknown) => void): void {
    for (const hook of this.hooks) {
      try {
        hook();
      } catch (error) {
        onError(error);
      }
    }
  }
}

export class PgUnitOfWork extends UnitOfWork {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly onHookError: (error: unknown) => void = () => undefined,
  ) {
    super();
  }

  run<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.inside(scope, '', work);
  }

  read<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.inside(scope, 'isolation level repeatable read read only', work);
  }

  private async inside<T>(scope: Scope, mode: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const open = opening(scope, mode);
    const runner = this.database.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const tx = new PgTransaction(scope, this.clock.now(), client, runner.manager);
      const result = await this.complete(runner, tx, open, work);
      tx.committed(this.onHookError);
      return result;
    } finally {
      await runner.release();
    }
  }

  private async complete<T>(
    runner: QueryRunner,
    tx: PgTransaction,
    open: string,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    try {
      await tx.client.query(open);
      // TypeORM's manager must know that it already stands inside a transaction.
      (runner as { isTransactionActive: boolean }).isTransactionActive = true;
      const result = await work(tx);
      await tx.client.query('commit');
      return result;
    } catch (error) {
      await tx.client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      (runner as { isTransactionActive: boolean }).isTransactionActive = false;
    }
  }
}

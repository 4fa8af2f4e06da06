import type { PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { type Clock, isId, refuse, type Scope, type Transaction, UnitOfWork } from '@hotline/kernel';

const PATH = /^([a-z0-9]+\/)+$/;

// Held shared by every writing transaction and alone by the one that changes the union tree, so that no row is written
// with a path that changes underneath (docs/decisions/0011-units-move-under-running-work.md).
const TREE_LOCK = 12_352;
const STANDS_STILL = `; select pg_advisory_xact_lock_shared(${TREE_LOCK})`;
// Whoever waits to be alone makes the others wait behind it.
const ALONE_WITHIN_MS = 120;
const ALONE_TRIES = 100;
const LOCK_NOT_AVAILABLE = '55P03';

/** The statement that sets the scope row-level security reads, for the rest of the transaction. */
export function scopeStatement(scope: Scope): string {
  const account = scope.accountId ?? '';
  if (account !== '' && !isId(account)) throw new Error('scope: not an account id');
  for (const prefix of scope.prefixes) if (!PATH.test(prefix)) throw new Error('scope: not a unit path');
  return (
    `select set_config('app.scope', '${scope.prefixes.join(',')}', true), ` +
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
    return this.inside(scope, '', STANDS_STILL, work);
  }

  async runAlone<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const alone = `; set local lock_timeout = ${ALONE_WITHIN_MS}; select pg_advisory_xact_lock(${TREE_LOCK})`;
    for (let tries = 0; tries < ALONE_TRIES; tries += 1) {
      try {
        return await this.inside(scope, '', alone, work);
      } catch (error) {
        if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
        await new Promise((resolve) => setTimeout(resolve, ALONE_WITHIN_MS));
      }
    }
    return refuse('unavailable');
  }

  read<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.inside(scope, 'isolation level repeatable read read only', '', work);
  }

  private async inside<T>(
    scope: Scope,
    mode: string,
    locks: string,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    // One round trip sets the mode and the scope.
    const open = `begin ${mode}; ${scopeStatement(scope)}${locks}`;
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

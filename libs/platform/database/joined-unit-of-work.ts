import { AsyncLocalStorage } from 'node:async_hooks';
import { type Clock, type Scope, type Transaction, UnitOfWork } from '@hotline/kernel';
import { PgTransaction, scopeStatement } from './pg-unit-of-work.js';

/**
 * A unit of work that can lay many others into one transaction: what is asked of it `within` is committed at once or not
 * at all, each piece still with its own scope and its own moment. For planting a history; never behind requests, which
 * must not share a fate.
 */
export class JoinedUnitOfWork extends UnitOfWork {
  private outer: PgTransaction | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private readonly inPiece = new AsyncLocalStorage<true>();

  constructor(
    private readonly own: UnitOfWork,
    private readonly clock: Clock,
    private readonly onHookError: (error: unknown) => void = () => undefined,
  ) {
    super();
  }

  /** Until `work` ends, every piece of work of this process joins `tx`, also a refresh that comes by itself. */
  async within<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
    this.outer = tx as PgTransaction;
    try {
      return await work();
    } finally {
      await this.last;
      this.outer = null;
    }
  }

  run<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { outer } = this;
    return outer ? this.inTurn(() => this.write(outer, scope, work)) : this.own.run(scope, work);
  }

  /** Nobody else sees a changed tree before the one commit, so that there is nobody to wait for. */
  runAlone<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.outer ? this.run(scope, work) : this.own.runAlone(scope, work);
  }

  read<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { outer } = this;
    return outer ? this.inTurn(() => this.look(outer, scope, work)) : this.own.read(scope, work);
  }

  /** One after the other, for they share the scope of the session; a piece of a piece does not wait for itself. */
  private inTurn<T>(piece: () => Promise<T>): Promise<T> {
    if (this.inPiece.getStore()) return piece();
    const done = this.last.then(() => this.inPiece.run(true, piece));
    this.last = done.catch(() => undefined);
    return done;
  }

  private joined(outer: PgTransaction, scope: Scope): PgTransaction {
    return new PgTransaction(scope, this.clock.now(), outer.client, outer.manager);
  }

  private async look<T>(
    outer: PgTransaction,
    scope: Scope,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    await outer.client.query(scopeStatement(scope));
    const result = await work(this.joined(outer, scope));
    await outer.client.query(scopeStatement(outer.scope));
    return result;
  }

  /** What a refused verb had written is taken back alone; its hooks wait for the one commit. */
  private async write<T>(
    outer: PgTransaction,
    scope: Scope,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const tx = this.joined(outer, scope);
    await outer.client.query(`savepoint joined; ${scopeStatement(scope)}`);
    try {
      const result = await work(tx);
      await outer.client.query(`release savepoint joined; ${scopeStatement(outer.scope)}`);
      outer.afterCommit(() => tx.committed(this.onHookError));
      return result;
    } catch (error) {
      await outer.client.query('rollback to savepoint joined; release savepoint joined');
      throw error;
    }
  }
}

import type { EntityManager } from 'typeorm';
import type { QueryResultRow } from 'pg';
import type { Transaction } from '@hotline/kernel';
import { PgTransaction } from './pg-unit-of-work.js';

function inside(tx: Transaction): PgTransaction {
  if (!(tx instanceof PgTransaction)) throw new Error('not a database transaction');
  return tx;
}

/** The mapper bound to this transaction, for stores whose rows are entities. */
export function managerOf(tx: Transaction): EntityManager {
  return inside(tx).manager;
}

/** All rows of one statement. Values are always parameters, never text. */
export async function rows<R extends QueryResultRow>(
  tx: Transaction,
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  const result = await inside(tx).client.query<R>(text, values);
  return result.rows;
}

/** The first row, or null. */
export async function row<R extends QueryResultRow>(
  tx: Transaction,
  text: string,
  values: unknown[] = [],
): Promise<R | null> {
  return (await rows<R>(tx, text, values))[0] ?? null;
}

/**
 * Runs a statement the server keeps prepared under `name`: for short statements by key that run all day. Not for
 * lists, whose plan depends on the values.
 */
export async function prepared<R extends QueryResultRow>(
  tx: Transaction,
  name: string,
  text: string,
  values: unknown[],
): Promise<R[]> {
  const result = await inside(tx).client.query<R>({ name, text, values });
  return result.rows;
}

/**
 * Lets this transaction's statements be planned once for all values. For work that touches rows by key alone and runs all
 * day: planning the composed statements of a step anew costs as much as running them.
 */
export async function planOnce(tx: Transaction): Promise<void> {
  await inside(tx).client.query(`set local plan_cache_mode = force_generic_plan`);
}

/** How many rows a changing statement touched. */
export async function changed(tx: Transaction, text: string, values: unknown[] = []): Promise<number> {
  const result = await inside(tx).client.query(text, values);
  return result.rowCount ?? 0;
}

/** Runs a part of a transaction whose failure undoes that part alone; the failure is thrown on. */
export async function apart<T>(tx: Transaction, part: () => Promise<T>): Promise<T> {
  const { client } = inside(tx);
  await client.query('savepoint apart');
  try {
    const result = await part();
    await client.query('release savepoint apart');
    return result;
  } catch (error) {
    await client.query('rollback to savepoint apart');
    throw error;
  }
}

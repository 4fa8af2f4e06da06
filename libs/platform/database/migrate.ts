import { DataSource } from 'typeorm';
import pg from 'pg';
import { runMigrations as runQueueMigrations } from 'bullmq';
import { MIGRATIONS } from '../migrations/index.js';

// Any constant will do, as long as every process of this product uses the same.
const MIGRATION_LOCK = 12_351;
export const QUEUE_SCHEMA = 'bullmq';

/** Brings the database to the current shape, ours and BullMQ's, once, under an advisory lock. */
export async function migrate(ownerUrl: string): Promise<{ applied: string[] }> {
  const lock = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await migrateOwn(ownerUrl);
    await runQueueMigrations(lock as never, QUEUE_SCHEMA);
    await grantQueue(lock);
    return { applied };
  } finally {
    await lock.end();
  }
}

function ownDataSource(ownerUrl: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    extra: { application_name: 'hotline-migrate', options: '-c lock_timeout=2000' },
    poolSize: 2,
  });
}

async function migrateOwn(ownerUrl: string): Promise<string[]> {
  const source = await ownDataSource(ownerUrl).initialize();
  try {
    const done = await source.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Undoes the newest `steps` migrations; for operators and for the test that proves each is reversible. */
export async function revertMigrations(ownerUrl: string, steps: number): Promise<void> {
  const source = await ownDataSource(ownerUrl).initialize();
  try {
    for (let step = 0; step < steps; step += 1) await source.undoLastMigration({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

async function grantQueue(owner: pg.Client): Promise<void> {
  await owner.query(`
    grant usage, create on schema ${QUEUE_SCHEMA} to hotline_app;
    grant all on all tables in schema ${QUEUE_SCHEMA} to hotline_app;
    grant all on all sequences in schema ${QUEUE_SCHEMA} to hotline_app;
    grant execute on all functions in schema ${QUEUE_SCHEMA} to hotline_app;
  `);
}

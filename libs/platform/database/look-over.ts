import pg from 'pg';

/**
 * Counts the rows of every table for the planner, as PostgreSQL does by itself within minutes: after a planting that filled
 * them at once nobody waits so long.
 * @param ownerUrl only their owner may
 */
export async function lookOver(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

import pg from 'pg';
import { createDatabase, serverUrl } from '../../../test/support/test-database.js';
import { migrate, revertMigrations } from '../database/migrate.js';
import { MIGRATIONS } from './index.js';

describe('migrations', () => {
  it('come down one by one and go up again on the same database', async () => {
    expect(serverUrl()).toContain('postgres');
    const { url, drop } = await createDatabase();
    await revertMigrations(url, MIGRATIONS.length);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const left = await client.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'`,
    );
    expect(left.rows).toEqual([]);
    const { applied } = await migrate(url);
    expect(applied).toHaveLength(MIGRATIONS.length);
    expect((await migrate(url)).applied).toEqual([]);
    await client.end();
    await drop();
  });

  it('leave every table with personal or ticket rows behind forced row-level security', async () => {
    const { url, drop } = await createDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const open = await client.query<{ relname: string }>(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname in ('ticket_id', 'contact_id', 'identity_id')
         and not (c.relrowsecurity and c.relforcerowsecurity) and not c.relispartition order by 1`,
    );
    // Tables whose rows hold ids alone, or that the application role may not read at all.
    expect(open.rows.map((one) => one.relname)).toEqual([
      'dead_letter',
      'notice',
      'ticket_access',
      'ticket_search',
    ]);
    await client.end();
    await drop();
  });
});

import pg from 'pg';

/** A look behind the application, with the owner's rights: what is stored, whatever the API shows. */
export class Behind {
  private constructor(private readonly client: pg.Client) {}

  static async of({ url }: { url: string }): Promise<Behind> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return new Behind(client);
  }

  async rows<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(text, values)).rows;
  }

  async count(table: string): Promise<number> {
    const [found] = await this.rows<{ n: string }>(`select count(*) as n from ${table}`);
    return Number(found?.n);
  }

  /**
   * Rows of every table a request may write; equal before and after means nothing was stored. Marks of how far a sweep has
   * counted are no request's.
   */
  async census(): Promise<Record<string, number>> {
    const tables = await this.rows<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and not c.relispartition and c.relname not in ('session', 'sign_in_attempt', 'migrations', 'interval_mark') order by 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) counts[name] = await this.count(name);
    return counts;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

import { Client } from 'pg';
import type { LogTableSettings } from '../domain/queue-log/table.js';
import { type ColumnKind, type Dialect, type OpensTable } from './log-table.js';

const ANSWER_MS = 10_000;

const POSTGRES: Dialect = {
  quoted: (name) => `"${name.replaceAll('"', '""')}"`,
  text: (expression) => `(${expression})::text`,
  epochOf: (column) => `extract(epoch from ${column})`,
  momentOfEpoch: 'to_timestamp(?)',
  clock: `(extract(epoch from clock_timestamp()) * 1000)::bigint::text`,
  schema: 'public',
};

const KINDS: Readonly<Record<string, ColumnKind>> = {
  'timestamp with time zone': 'zoned',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  numeric: 'number',
  'double precision': 'number',
};

const numbered = (sql: string): string => {
  let place = 0;
  return sql.replaceAll('?', () => `$${(place += 1)}`);
};

const clientOf = ({ host, port, database, username, tls }: LogTableSettings, secret: string): Client =>
  new Client({
    host,
    port,
    database,
    user: username,
    password: secret,
    ssl: tls ? { rejectUnauthorized: true, servername: host } : false,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
    statement_timeout: ANSWER_MS,
    application_name: 'hotline queue_log',
    options: '-c default_transaction_read_only=on -c datestyle=ISO',
  });

/** A table that Asterisk writes by `res_pgsql`, or by ODBC to a PostgreSQL. */
export const openPostgres: OpensTable = async (settings, secret, from) => {
  const client = clientOf(settings, secret);
  let gone = false;
  client.on('error', () => (gone = true));
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, null) as type from pg_attribute
       where attrelid = $1::text::regclass and attnum > 0 and not attisdropped`,
      [from(POSTGRES)],
    );
    return {
      dialect: POSTGRES,
      columns: new Map(rows.map(({ name, type }) => [name, KINDS[type] ?? 'other'])),
      run: async (sql, values) =>
        (await client.query<Record<string, string | null>>(numbered(sql), [...values])).rows,
      end: () => client.end(),
      isGone: () => gone,
    };
  } catch (fault) {
    await client.end().catch(() => undefined);
    throw fault;
  }
};

import type { Connection, ConnectionOptions, FieldPacket } from 'mysql2/promise';
import type { LogTableSettings } from '../domain/queue-log/table.js';
import { type ColumnKind, type Dialect, type OpensTable } from './log-table.js';

const ANSWER_MS = 10_000;

const MYSQL: Dialect = {
  quoted: (name) => `\`${name.replaceAll('`', '``')}\``,
  text: (expression) => `cast(${expression} as char)`,
  epochOf: (column) => `unix_timestamp(${column})`,
  momentOfEpoch: 'from_unixtime(?)',
  clock: 'cast(floor(unix_timestamp(sysdate(3)) * 1000) as char)',
  schema: null,
};

/** Types of the protocol: the numbers, and TIMESTAMP, which alone is a moment. */
const NUMBERS = new Set([0, 1, 2, 3, 4, 5, 8, 9, 246]);
const TIMESTAMP = 7;
const kindOf = ({ columnType }: FieldPacket): ColumnKind => {
  if (columnType === TIMESTAMP) return 'zoned';
  return NUMBERS.has(columnType ?? -1) ? 'number' : 'other';
};

const optionsOf = (
  { host, port, database, username, tls }: LogTableSettings,
  secret: string,
): ConnectionOptions => ({
  host,
  port,
  database,
  user: username,
  password: secret,
  ...(tls && { ssl: { rejectUnauthorized: true, verifyIdentity: true } }),
  connectTimeout: ANSWER_MS,
  charset: 'utf8mb4',
  // Moments are asked for as seconds since 1970, and everything as text.
  timezone: 'Z',
  dateStrings: true,
  supportBigNumbers: true,
  bigNumberStrings: true,
  multipleStatements: false,
});

/** What a server has not heard of is left out: MariaDB and MySQL bound a statement's time by different names. */
const SESSION = [
  `set session transaction read only`,
  `set session time_zone = '+00:00'`,
  `set session transaction isolation level read committed`,
];
const BOUNDS = [
  `set session max_statement_time = ${ANSWER_MS / 1000}`,
  `set session max_execution_time = ${ANSWER_MS}`,
];

async function prepared(connection: Connection, from: string): Promise<Map<string, ColumnKind>> {
  for (const sql of SESSION) await connection.query(sql);
  for (const sql of BOUNDS) await connection.query(sql).catch(() => undefined);
  const [, fields] = await connection.query({ sql: `select * from ${from} limit 0`, timeout: ANSWER_MS });
  return new Map(fields.map((field) => [field.name.toLowerCase(), kindOf(field)]));
}

/** A table that Asterisk writes by `res_config_mysql`, or by ODBC to a MySQL or MariaDB. Its driver is loaded for such a source only. */
export const openMysql: OpensTable = async (settings, secret, from) => {
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection(optionsOf(settings, secret));
  let gone = false;
  connection.on('error', () => (gone = true));
  try {
    const columns = await prepared(connection, from(MYSQL));
    return {
      dialect: MYSQL,
      columns,
      run: async (sql, values) => {
        const [rows] = await connection.query({ sql, values: [...values], timeout: ANSWER_MS });
        return rows as unknown as Record<string, string | null>[];
      },
      end: () => connection.end(),
      isGone: () => gone,
    };
  } catch (fault) {
    connection.destroy();
    throw fault;
  }
};

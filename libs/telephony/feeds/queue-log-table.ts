import { Client } from 'pg';
import { parseQueueLogLine, type QueueLogLine } from '../domain/queue-log/parser.js';
import {
  lineOf,
  type LogRow,
  type LogTableSettings,
  namePlace,
  numbered,
  placeAfter,
  secondOf,
  type TablePlace,
} from '../domain/queue-log/table.js';
import type { FeedFault } from '../domain/sources/faults.js';
import type { LogBook, LogPlace } from './log-book.js';
import type { LogPiece } from './queue-log-reader.js';

const ROWS = 1_000;
const ANSWER_MS = 10_000;
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 60_000;
const NEEDED = ['id', 'time', 'callid', 'queuename', 'agent', 'event'];
const DATA = ['data1', 'data2', 'data3', 'data4', 'data5'];

/** The table is there but not as Asterisk makes it; says which columns are missing. */
class WrongColumns extends Error {}

interface Reading {
  readonly client: Client;
  /** the select list and the table, quoted */
  readonly select: string;
}

/**
 * A `queue_log` that Asterisk writes to a PostgreSQL table (`res_pgsql`, realtime family `queue_log`). Rows are numbered by their
 * `id`; a number that is missing is waited for, since rows are not committed in the order of their numbers. One connection
 * that may only read, opened anew with growing pauses when it is lost.
 */
export class TableLog implements LogBook {
  private open: Reading | null = null;
  private failures = 0;
  private restUntil = 0;
  private fault: Error | null = null;

  constructor(
    private readonly settings: LogTableSettings,
    private readonly secret: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws Error whose fault `tableFault` names */
  async *news(kept: Partial<LogPlace> | null, onFault: (fault: FeedFault) => void): AsyncGenerator<LogPiece> {
    let place = this.placeOf(kept);
    if (await this.wasRenumbered(place)) {
      onFault('log-shrunk');
      place = this.placeOf(null);
    }
    for (;;) {
      const late = place.holes.map(([id]) => id);
      const come =
        late.length > 0 ? await this.rows('log.id = any ($1::bigint[]) order by log.id', [late]) : [];
      const fresh = await this.rows('log.id > $1 order by log.id limit $2', [place.upTo, ROWS]);
      const rows = [...come, ...fresh];
      const parts = numbered(rows, ROWS);
      const after = placeAfter(place, rows, Math.floor(this.now() / 1000));
      // The place is told with the last part: one that is broken off begins again before the first.
      for (const [at, { text, linesBefore }] of parts.entries())
        yield { bytes: Buffer.from(text), linesBefore, bookmark: at === parts.length - 1 ? after : place };
      place = after;
      if (fresh.length < ROWS) return;
    }
  }

  async earlier(from: Date): Promise<TablePlace> {
    const fromS = from.getTime() / 1000;
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const rows = await this.rows('log.id < $1 order by log.id desc limit $2', [before, ROWS]);
      const old = rows.find(({ time }) => (secondOf(time) ?? fromS) < fromS);
      if (old) return { ...this.placeOf(null), upTo: Number(old.id) };
      const last = rows.at(-1);
      if (!last) return this.placeOf(null);
      before = Number(last.id);
    }
  }

  async *linesSince(from: Date): AsyncGenerator<readonly QueueLogLine[]> {
    for (let { upTo } = await this.earlier(from); ;) {
      const rows = await this.rows('log.id > $1 order by log.id limit $2', [upTo, ROWS]);
      const last = rows.at(-1);
      if (!last) return;
      upTo = Number(last.id);
      yield rows.flatMap((row) => parseQueueLogLine(lineOf(row), Number(row.id)) ?? []);
    }
  }

  async look(): Promise<FeedFault | null> {
    try {
      await this.rows('true limit 1', []);
      return null;
    } catch (fault) {
      return tableFault(fault);
    }
  }

  async close(): Promise<void> {
    const { open } = this;
    this.open = null;
    await open?.client.end().catch(() => undefined);
  }

  private placeOf(kept: Partial<LogPlace> | null): TablePlace {
    const table = namePlace(this.settings);
    const { table: known, upTo = 0, holes = [], lines = 0 } = (kept ?? {}) as Partial<TablePlace>;
    return known === table ? { table, upTo, holes, lines } : { table, upTo: 0, holes: [], lines: 0 };
  }

  /** Its numbers begin anew: somebody has emptied it and set its counter back. An empty table is only waited for. */
  private async wasRenumbered({ upTo }: TablePlace): Promise<boolean> {
    const [last] = await this.rows('true order by log.id desc limit 1', []);
    return last !== undefined && Number(last.id) < upTo;
  }

  private async rows(where: string, values: readonly unknown[]): Promise<LogRow[]> {
    const { client, select } = await this.reading();
    try {
      const { rows } = await client.query<LogRow>(`${select} where ${where}`, [...values]);
      return rows;
    } catch (fault) {
      await this.close();
      throw fault;
    }
  }

  private async reading(): Promise<Reading> {
    if (this.open) return this.open;
    if (this.fault && this.now() < this.restUntil) throw this.fault;
    try {
      this.open = await this.connected();
      this.failures = 0;
      this.fault = null;
      return this.open;
    } catch (fault) {
      this.fault = fault instanceof Error ? fault : new Error(String(fault));
      this.restUntil = this.now() + Math.min(FIRST_REST_MS * 2 ** this.failures, LONGEST_REST_MS);
      this.failures += 1;
      throw this.fault;
    }
  }

  private async connected(): Promise<Reading> {
    const { host, port, database, username, tls } = this.settings;
    const client = new Client({
      host,
      port,
      database,
      user: username,
      password: this.secret,
      ssl: tls ? { rejectUnauthorized: true, servername: host } : false,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      statement_timeout: ANSWER_MS,
      application_name: 'hotline queue_log',
      options: '-c default_transaction_read_only=on -c datestyle=ISO',
    });
    // A connection that falls while nobody asks is noticed by the next question.
    client.on('error', () => (this.open = null));
    try {
      await client.connect();
      return { client, select: await selectOf(client, this.settings.table) };
    } catch (fault) {
      await client.end().catch(() => undefined);
      throw fault;
    }
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Asks what the table looks like: types of `time` and the columns of the data differ with whoever made it. */
async function selectOf(client: Client, table: string): Promise<string> {
  const [schema, name] = table.includes('.') ? table.split('.', 2) : ['public', table];
  const from = `${quoted(schema ?? '')}.${quoted(name ?? '')}`;
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::text::regclass and attnum > 0 and not attisdropped`,
    [from],
  );
  const types = new Map(rows.map((one) => [one.name, one.type]));
  const data = types.has('data1') ? DATA.filter((column) => types.has(column)) : ['data'];
  const missing = [...NEEDED, ...data].filter((column) => !types.has(column));
  if (missing.length > 0) throw new WrongColumns(missing.join(', '));
  // With a zone the moment is known; without one the text is read as the switchboard's clock (domain/queue-log/table.ts).
  const time = types.get('time') === 'timestamp with time zone' ? 'extract(epoch from time)' : 'time';
  const texts = ['callid', 'queuename', 'agent', 'event'].map((column) => `${column}::text as ${column}`);
  const values = data.map((column) => `${column}::text`).join(', ');
  return `select log.id::bigint::text as id, ${time}::text as time, ${texts.join(', ')}, array[${values}] as data from ${from} as log`;
}

const BY_CODE: Readonly<Record<string, FeedFault>> = {
  '42P01': 'log-table-missing',
  '3F000': 'log-table-missing',
  '3D000': 'log-table-missing',
  '42703': 'log-columns',
  '42501': 'log-denied',
  '28P01': 'log-login-refused',
  '28000': 'log-login-refused',
};

/** Why a table cannot be read, as a code. */
export function tableFault(fault: unknown): FeedFault {
  if (fault instanceof WrongColumns) return 'log-columns';
  const { code = '', message = '' } = fault as { code?: string; message?: string };
  const known = BY_CODE[code];
  if (known) return known;
  // What is no fault of SQL is one of the way there.
  return /^[0-9A-Z]{5}$/.test(code) && !/^(08|57)/.test(code) && message !== ''
    ? 'broken'
    : 'log-unreachable';
}

import type { LogRow, LogTableSettings } from '../domain/queue-log/table.js';

/** `zoned`: a moment; `number`: what can be counted with; all else is read as text. */
export type ColumnKind = 'number' | 'zoned' | 'other';

/** What differs between databases in the few things that are asked of them. */
export interface Dialect {
  quoted(name: string): string;
  /** as text, without the server's notion of how it is written */
  text(expression: string): string;
  /** seconds since 1970 of a `zoned` column */
  epochOf(column: string): string;
  /** the moment of a placeholder that holds seconds since 1970 */
  readonly momentOfEpoch: string;
  /** milliseconds since 1970, as `now` */
  readonly clock: string;
  /** where a table is that is named without one */
  readonly schema: string | null;
}

/** A connection that may only read, to a table that is there. */
export interface OpenTable {
  readonly dialect: Dialect;
  readonly columns: ReadonlyMap<string, ColumnKind>;
  /** @param sql with `?` for each value */
  run(sql: string, values: readonly unknown[]): Promise<Record<string, string | null>[]>;
  end(): Promise<void>;
  /** it fell while nobody asked */
  readonly isGone: () => boolean;
}

/** Opens a table. @param from it, quoted */
export type OpensTable = (
  settings: LogTableSettings,
  secret: string,
  from: (dialect: Dialect) => string,
) => Promise<OpenTable>;

/** The table is there but not as Asterisk makes it; says which columns are missing. */
export class WrongColumns extends Error {}

const NEEDED = ['time', 'callid', 'queuename', 'agent', 'event'];
const DATA = ['data1', 'data2', 'data3', 'data4', 'data5'];
const TEXTS = ['callid', 'queuename', 'agent', 'event'];

export const fromOf =
  (table: string) =>
  ({ quoted, schema }: Dialect): string =>
    (table.includes('.') || schema === null ? table : `${schema}.${table}`).split('.').map(quoted).join('.');

/** The statement that reads rows as text: types of `time` and the columns of the data differ with whoever made the table. */
export class RowReader {
  private readonly head: string;
  private readonly data: readonly string[];
  /** its rows have numbers of their own */
  readonly hasId: boolean;
  readonly timeKind: ColumnKind;

  /** @throws WrongColumns */
  constructor(
    private readonly table: OpenTable,
    from: string,
  ) {
    const { columns, dialect } = table;
    this.data = columns.has('data1') ? DATA.filter((column) => columns.has(column)) : ['data'];
    const missing = [...NEEDED, ...this.data].filter((column) => !columns.has(column));
    if (missing.length > 0) throw new WrongColumns(missing.join(', '));
    this.hasId = columns.get('id') === 'number';
    this.timeKind = columns.get('time') ?? 'other';
    const own = (column: string): string => `log.${dialect.quoted(column)}`;
    // With a zone the moment is known; without one the text is read as the switchboard's clock (domain/queue-log/table.ts).
    const time = this.timeKind === 'zoned' ? dialect.epochOf(own('time')) : own('time');
    const parts = [
      `${this.hasId ? dialect.text(own('id')) : 'null'} as id`,
      `${dialect.text(time)} as time`,
      ...[...TEXTS, ...this.data].map(
        (column) => `${dialect.text(own(column))} as ${dialect.quoted(column)}`,
      ),
    ];
    this.head = `select ${parts.join(', ')} from ${from} as log`;
  }

  /** @param where in the words of both databases, with `log.` before columns */
  async rows(where: string, values: readonly unknown[]): Promise<LogRow[]> {
    const found = await this.table.run(`${this.head} where ${where}`, values);
    return found.map((row) => ({
      id: row.id ?? '',
      time: row.time ?? null,
      callid: row.callid ?? null,
      queuename: row.queuename ?? null,
      agent: row.agent ?? null,
      event: row.event ?? null,
      data: this.data.map((column) => row[column] ?? null),
    }));
  }

  /** `time` and what it is compared with. */
  get since(): string {
    return `log.${this.table.dialect.quoted('time')} >= ${this.timeKind === 'zoned' ? this.table.dialect.momentOfEpoch : '?'}`;
  }

  get byTime(): string {
    return `log.${this.table.dialect.quoted('time')}`;
  }

  /** ms since 1970, by the database's own clock */
  async clock(): Promise<number> {
    const [row] = await this.table.run(`select ${this.table.dialect.clock} as now`, []);
    return Number(row?.now);
  }
}

import { type LogRow, type LogTableSettings } from '../domain/queue-log/table.js';
import { fromOf, type OpensTable, type OpenTable, RowReader } from './log-table.js';
import { openMysql } from './mysql-table.js';
import { openPostgres } from './pg-table.js';

const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 60_000;

const OPENERS: Readonly<Record<NonNullable<LogTableSettings['system']>, OpensTable>> = {
  postgresql: openPostgres,
  mysql: openMysql,
};

interface Reading {
  readonly table: OpenTable;
  readonly reader: RowReader;
}

/** One connection to the table, opened anew with growing pauses when it is lost. */
export class TableLine {
  private open: Reading | null = null;
  private failures = 0;
  private restUntil = 0;
  private fault: Error | null = null;

  constructor(
    readonly settings: LogTableSettings,
    private readonly secret: string,
    readonly now: () => number,
  ) {}

  async rows(where: string | ((reader: RowReader) => string), values: readonly unknown[]): Promise<LogRow[]> {
    return this.asked(async (reader) =>
      reader.rows(typeof where === 'string' ? where : where(reader), values),
    );
  }

  /** @throws Error whose fault `tableFault` names */
  async asked<T>(question: (reader: RowReader) => Promise<T>): Promise<T> {
    const { reader } = await this.reading();
    try {
      return await question(reader);
    } catch (fault) {
      await this.close();
      throw fault;
    }
  }

  async close(): Promise<void> {
    const { open } = this;
    this.open = null;
    await open?.table.end().catch(() => undefined);
  }

  private async reading(): Promise<Reading> {
    if (this.open?.table.isGone()) await this.close();
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
    const from = fromOf(this.settings.table);
    const table = await OPENERS[this.settings.system ?? 'postgresql'](this.settings, this.secret, from);
    try {
      return { table, reader: new RowReader(table, from(table.dialect)) };
    } catch (fault) {
      await table.end().catch(() => undefined);
      throw fault;
    }
  }
}

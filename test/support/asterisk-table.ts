import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { LogTableSettings } from '../../libs/telephony/domain/queue-log/table.js';
import { createDatabase } from './test-database.js';

/** How people have made the table: Asterisk's own script, older ones, the single column of before 1.8. */
export const TABLE_SHAPES = {
  script: { time: 'timestamp', data: 'five' },
  text: { time: 'char(26)', data: 'five' },
  zoned: { time: 'timestamptz', data: 'five' },
  epoch: { time: 'integer', data: 'five' },
  old: { time: 'varchar(30)', data: 'one' },
} as const;
export type TableShape = keyof typeof TABLE_SHAPES;

const BEIJING_S = 8 * 3_600;

/** The database of an Asterisk, on a real PostgreSQL, with an account that may read its `queue_log`. */
export class AsteriskTable {
  private constructor(
    readonly settings: LogTableSettings,
    readonly secret: string,
    readonly owner: pg.Client,
    private readonly shape: TableShape,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(shape: TableShape = 'script'): Promise<AsteriskTable> {
    const { url, drop } = await createDatabase();
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    const { hostname, port, pathname } = new URL(url);
    const [username, secret] = [`reader_${randomBytes(5).toString('hex')}`, randomBytes(12).toString('hex')];
    await owner.query(`create role ${username} login password '${secret}'`);
    const settings = {
      host: hostname,
      port: Number(port),
      database: pathname.slice(1),
      username,
      table: 'queue_log',
      tls: false,
    };
    const table = new AsteriskTable(settings, secret, owner, shape, drop);
    await table.create();
    return table;
  }

  async create(): Promise<void> {
    const { time, data } = TABLE_SHAPES[this.shape];
    const columns =
      data === 'one' ? 'data varchar(400)' : [1, 2, 3, 4, 5].map((n) => `data${n} varchar(100)`).join(', ');
    await this.owner.query(
      `create table queue_log (id bigserial primary key, time ${time}, callid varchar(80), queuename varchar(256),
         agent varchar(80), event varchar(32), ${columns})`,
    );
    await this.owner.query(`grant select on queue_log to ${this.settings.username}`);
  }

  /** Lines of a file as Asterisk would have written them to its table. @param id of the first; else its own counter */
  async write(lines: readonly string[], id?: number): Promise<void> {
    for (const [at, line] of lines.entries()) {
      const [epoch = '', callid, queue, agent, event, ...data] = line.split('|');
      const one = TABLE_SHAPES[this.shape].data === 'one';
      const values = one ? [data.join('|')] : data.slice(0, 5);
      const names = one ? ['data'] : values.map((_, n) => `data${n + 1}`);
      const fixed = id === undefined ? [] : [['id', id + at] as const];
      const row = new Map<string, unknown>([
        ...fixed,
        ['time', this.timeOf(Number(epoch))],
        ['callid', callid],
        ['queuename', queue],
        ['agent', agent],
        ['event', event],
        ...names.map((name, n): [string, unknown] => [name, values[n]]),
      ]);
      const places = [...row.keys()].map((_, n) => `$${n + 1}`);
      await this.owner.query(
        `insert into queue_log (${[...row.keys()].join(', ')}) values (${places.join(', ')})`,
        [...row.values()],
      );
    }
  }

  async close(): Promise<void> {
    await this.owner.query(`drop owned by ${this.settings.username}`);
    await this.owner.query(`drop role ${this.settings.username}`);
    await this.owner.end();
    await this.drop();
  }

  private timeOf(epoch: number): unknown {
    const local = new Date((epoch + BEIJING_S) * 1000).toISOString().replace('T', ' ').slice(0, 19);
    if (this.shape === 'epoch') return epoch;
    if (this.shape === 'old') return String(epoch);
    return this.shape === 'zoned' ? `${local}.250354+08` : `${local}.250354`;
  }
}

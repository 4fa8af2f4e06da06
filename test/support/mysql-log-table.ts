import { randomBytes } from 'node:crypto';
import type { LogTableSettings } from '../../libs/telephony/domain/queue-log/table.js';
import { type MariadbServer, startMariadb } from './mariadb-server.js';

/** How people have made the table for `res_config_mysql` and ODBC. */
export const MYSQL_SHAPES = {
  script: { id: true, time: 'datetime' },
  fine: { id: true, time: 'datetime(6)' },
  text: { id: true, time: 'varchar(26)' },
  stamp: { id: true, time: 'timestamp' },
  epoch: { id: true, time: 'int unsigned' },
  bare: { id: false, time: 'datetime' },
  bareText: { id: false, time: 'char(26)' },
  bareStamp: { id: false, time: 'timestamp(6)' },
  bareEpoch: { id: false, time: 'varchar(20)' },
} as const;
export type MysqlShape = keyof typeof MYSQL_SHAPES;

const BEIJING_S = 8 * 3_600;

/** The database of an Asterisk, on a real MariaDB, with an account that may read its `queue_log` and nothing else. */
export class MysqlLogTable {
  readonly settings: LogTableSettings;
  readonly secret = randomBytes(12).toString('hex');
  private written = 0;

  private constructor(
    private readonly server: MariadbServer,
    private readonly shape: MysqlShape,
  ) {
    this.settings = {
      system: 'mysql',
      host: '127.0.0.1',
      port: server.port,
      database: `asterisk_${randomBytes(4).toString('hex')}`,
      username: `reader_${randomBytes(4).toString('hex')}`,
      table: 'queue_log',
      tls: false,
    };
  }

  /** @param server to be shared with other tables; else one of its own would have to be started */
  static async open(server: MariadbServer, shape: MysqlShape = 'script'): Promise<MysqlLogTable> {
    const table = new MysqlLogTable(server, shape);
    const { database, username } = table.settings;
    await table.run(`create database ${database} character set utf8mb4`);
    await table.run(`create user '${username}'@'%' identified by '${table.secret}'`);
    await table.create();
    await table.grant();
    return table;
  }

  static start(): Promise<MariadbServer> {
    return startMariadb();
  }

  async run(sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    const [rows] = await this.server.owner.query({ sql, values: [...values] });
    return rows as Record<string, unknown>[];
  }

  get name(): string {
    return `${this.settings.database}.queue_log`;
  }

  grant(): Promise<unknown> {
    return this.run(`grant select on ${this.name} to '${this.settings.username}'@'%'`);
  }

  revoke(): Promise<unknown> {
    return this.run(`revoke select on ${this.name} from '${this.settings.username}'@'%'`);
  }

  private async create(): Promise<void> {
    const { id, time } = MYSQL_SHAPES[this.shape];
    const data = [1, 2, 3, 4, 5].map((n) => `data${n} varchar(100)`).join(', ');
    await this.run(
      `create table ${this.name} (${id ? 'id bigint primary key auto_increment, ' : ''}time ${time}, callid varchar(80),
         queuename varchar(256), agent varchar(80), event varchar(32), ${data}) engine=InnoDB`,
    );
  }

  /** Lines of a file as Asterisk would have written them. @param id of the first; else its own counter */
  async write(lines: readonly string[], id?: number): Promise<void> {
    await this.run(`set session time_zone = '+08:00'`);
    for (const [at, line] of lines.entries()) {
      const [epoch = '', callid, queue, agent, event, ...data] = line.split('|');
      const fixed = id === undefined ? {} : { id: id + at };
      const values = Object.fromEntries(data.slice(0, 5).map((value, n) => [`data${n + 1}`, value]));
      this.written += 1;
      const row = {
        ...fixed,
        time: this.timeOf(Number(epoch)),
        callid,
        queuename: queue,
        agent,
        event,
        ...values,
      };
      await this.run(`insert into ${this.name} set ?`, [row]);
    }
  }

  /** Finer than a second where the column is, and growing with each row. */
  private timeOf(epoch: number): string | number {
    if (this.shape === 'epoch') return epoch;
    if (this.shape === 'bareEpoch') return String(epoch);
    const local = new Date((epoch + BEIJING_S) * 1000).toISOString().replace('T', ' ').slice(0, 19);
    const micros = String(1_000 + (this.written % 900_000)).padStart(6, '0');
    return /\(6\)|char/.test(MYSQL_SHAPES[this.shape].time) ? `${local}.${micros}` : local;
  }

  async close(): Promise<void> {
    await this.run(`drop user '${this.settings.username}'@'%'`);
    await this.run(`drop database ${this.settings.database}`);
  }
}
